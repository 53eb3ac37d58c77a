package poolscope.ui.nodes;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import poolscope.export.SpreadsheetPasteCellText;
import poolscope.ui.parts.ClipboardText;

/// A table of nodes, jobs or events: it is filled again and again, keeps what is selected, and copies it.
final class PoolContentsTable<R> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<R> table;
    private final ContentsTableColumnWidths widths = new ContentsTableColumnWidths();
    private boolean isFilling;

    PoolContentsTable(TableView<R> table) {
        this.table = table;
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setOnKeyPressed(event -> {
            if (!COPY.match(event)) return;
            copy();
            // The menu's own Copy copies pools.
            event.consume();
        });
    }

    TableView<R> view() {
        return table;
    }

    /// Whether the selection changes only because the rows do.
    boolean isFilling() {
        return isFilling;
    }

    boolean hasRowsInView() {
        return table.isVisible() && !table.getItems().isEmpty();
    }

    /// What was selected stays so, although it may have been read again meanwhile.
    ///
    /// @param placeholder
    ///            shown instead of rows while there are none
    void fill(List<R> rows, String placeholder) {
        isFilling = true;
        table.setPlaceholder(new Label(placeholder));
        var selected = table.getSelectionModel()
                .getSelectedItems()
                .stream()
                .map(NodesJobsAndEventsColumns::key)
                .toList();
        table.getItems().setAll(rows);
        table.sort();
        table.getSelectionModel().clearSelection();
        for (var row : table.getItems())
            if (selected.contains(NodesJobsAndEventsColumns.key(row))) table.getSelectionModel().select(row);
        isFilling = false;
        widths.fit(table);
    }

    /// The selected rows, a line each, the columns that are shown separated by tabs.
    private void copy() {
        var columns = table.getVisibleLeafColumns();
        var lines = table.getSelectionModel()
                .getSelectedItems()
                .stream()
                .map(row -> columns.stream()
                        .map(column -> SpreadsheetPasteCellText.ofShown(NodesJobsAndEventsColumns.written(column, row)))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        if (!lines.isEmpty()) ClipboardText.put(table, lines);
    }
}
