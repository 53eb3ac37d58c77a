package poolscope.ui.table;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import poolscope.live.table.GonePoolRow;
import poolscope.live.table.GroupRow;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.filter.ComparisonOperator;
import poolscope.ui.export.CopyMenu;
import poolscope.ui.export.CopyModel;
import poolscope.ui.parts.LazilyMadeValue;
import poolscope.ui.parts.VisibleTableRow;
import poolscope.ui.pools.CurrentCellFilter;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// The context menu of a row, with commands for its current cell and pool. A key opens it at the row, not at
/// the pointer.
final class RowMenu {
    private final PoolsTableModel model;
    private final TableChangeMarks changes;
    private final CopyMenu copies;
    private final Texts texts;
    private final PoolFieldText fields;
    private final CurrentCellFilter cell;
    private final LazilyMadeValue<ContextMenu> made = new LazilyMadeValue<>(ContextMenu::new);

    RowMenu(PoolsTableModel model, TableChangeMarks changes, CopyMenu copies, Texts texts, PoolFieldText fields) {
        this.model = model;
        this.changes = changes;
        this.copies = copies;
        this.texts = texts;
        this.fields = fields;
        cell = new CurrentCellFilter(model);
    }

    /// @param showDetails
    ///            opens the details of the current pool
    void install(TableView<TableRowItem> table, Runnable showDetails) {
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            int lead = table.getSelectionModel().getSelectedIndex();
            if (lead < 0 || !event.isKeyboardTrigger() && !VisibleTableRow.isFilled(event.getTarget())) return;
            var menu = made.get();
            menu.getItems().setAll(items(table.getItems().get(lead), showDetails));
            if (event.isKeyboardTrigger())
                VisibleTableRow.at(table, lead).ifPresent(row -> menu.show(row, Side.BOTTOM, 24, 0));
            else
                menu.show(table, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private List<MenuItem> items(TableRowItem tableRowItem, Runnable showDetails) {
        var items = new ArrayList<MenuItem>();
        switch (tableRowItem) {
            case PoolRow _ -> {
                cell.with((field, fieldValue) -> items.addAll(ofCell(field, fieldValue)));
                items.add(item(texts.format("row.details"), "row-details", showDetails));
            }
            case GonePoolRow _ -> {
            }
            case GroupRow head -> items.add(item(texts.format(head.now().isFolded() ? "row.open" : "row.fold"),
                    "row-fold", () -> model.groups().toggle(head)));
        }
        if (changes.model().markOf(tableRowItem).isPresent()) {
            if (changes.model().changes().canBeAcknowledged())
                items.add(
                        item(texts.format("row.acknowledge"), "row-acknowledge", changes.model()::acknowledgeSelected));
            items.add(item(texts.format("row.changeLog"), "row-change-log", changes.showLog()));
        }
        if (tableRowItem instanceof GonePoolRow) return items;
        var copyAs = new Menu(texts.format("row.copyAs"));
        copyAs.getItems().setAll(copies.items());
        items.addAll(List.of(new SeparatorMenuItem(),
                item(texts.format("copy.rows"), "row-copy", () -> copies.copy(CopyModel.Kind.ROWS)), copyAs));
        return items;
    }

    private List<MenuItem> ofCell(PoolField field, FieldValue fieldValue) {
        var said = fields.name(field) + " " + fields.cell(field, fieldValue);
        var items = new ArrayList<MenuItem>();
        items.add(item(texts.format("row.only", said), "row-only", cell::only));
        items.add(item(texts.format("row.leaveOut", said), "row-leave-out", cell::leaveOut));
        if (cell.isOrdered()) {
            items.add(item(texts.format("row.atLeast", said), "row-at-least",
                    () -> cell.compare(ComparisonOperator.AT_LEAST)));
            items.add(item(texts.format("row.atMost", said), "row-at-most",
                    () -> cell.compare(ComparisonOperator.AT_MOST)));
        }
        items.add(new SeparatorMenuItem());
        return items;
    }

    private MenuItem item(String text, String id, Runnable act) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setId(id);
        item.setOnAction(_ -> act.run());
        return item;
    }
}
