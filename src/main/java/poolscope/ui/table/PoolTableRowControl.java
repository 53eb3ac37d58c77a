package poolscope.ui.table;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;
import poolscope.live.changes.ComparisonMoment;
import poolscope.live.table.GonePoolRow;
import poolscope.live.table.GroupRow;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.SelectedPools;
import poolscope.ui.text.ChangeText;
import poolscope.ui.text.PoolFieldText;

/// A row of the table that knows whether it is one of the selected rows, also for screen readers, and whether its
/// pool changed.
final class PoolTableRowControl extends TableRow<TableRowItem> {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

    private final SelectedPools selectedPools;
    private final GroupHeader head;
    private final ChangedRowOrCellMarker sign = new ChangedRowOrCellMarker();
    private final PinnedColumns columns;
    private final TableChangeMarks changes;
    private Optional<ChangeLogEntry> mark = Optional.empty();
    /// The moment that texts of the mark name.
    private @Nullable ComparisonMoment markedSince;

    PoolTableRowControl(PoolsTableModel model, TableChangeMarks changes, PoolFieldText fields, PinnedColumns columns) {
        this.columns = columns;
        this.changes = changes;
        selectedPools = model.selection();
        head = new GroupHeader(fields);
        itemProperty().flatMap(PoolTableRowControl::groupOf).subscribe(now -> {
            if (now != null) head.show(now);
        });
        sceneProperty().flatMap(scene -> selectedPools.selectedRowIndexesProperty()).subscribe(_ -> show());
        sceneProperty().flatMap(scene -> changes.model().changesProperty()).subscribe(_ -> showMark(getItem()));
        sceneProperty().flatMap(scene -> changes.model().isEarlierShown()).subscribe(_ -> showMark(getItem()));
        indexProperty().subscribe(_ -> show());
    }

    private static @Nullable ObservableValue<GroupRow.Now> groupOf(TableRowItem tableRowItem) {
        return switch (tableRowItem) {
            case GroupRow group -> group.nowProperty();
            case PoolRow _, GonePoolRow _ -> null;
        };
    }

    private void show() {
        boolean picked = selectedPools.selectedRowIndexes().contains(getIndex()) && !isEmpty();
        if (picked == getPseudoClassStates().contains(PICKED)) return;
        pseudoClassStateChanged(PICKED, picked);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    /// The change of the pool in this row that nobody acknowledged.
    Optional<ChangeLogEntry> mark() {
        return mark;
    }

    private void showMark(@Nullable TableRowItem tableRowItem) {
        var now = tableRowItem == null ? Optional.<ChangeLogEntry>empty() : changes.model().markOf(tableRowItem);
        var base = changes.model().changes().base();
        // after each refresh most marks are as they were: laying out their rows again would cost more than the others
        if (now.equals(mark) && (now.isEmpty() || base.equals(markedSince))) return;
        mark = now;
        markedSince = base;
        sign.setVisible(now.isPresent());
        now.ifPresent(one -> sign.show(ChangeText.sign(one.change()), one.change().meaning()));
        for (var child : getChildrenUnmodifiable())
            if (child instanceof PoolTableValueCell cell) cell.showMark(now);
        requestLayout();
    }

    private String nameOf(Pool pool) {
        return changes.text().poolName(PoolField.NAME.of(pool));
    }

    @Override
    protected void updateItem(TableRowItem tableRowItem, boolean empty) {
        super.updateItem(tableRowItem, empty);
        pseudoClassStateChanged(GROUP, tableRowItem instanceof GroupRow);
        pseudoClassStateChanged(GONE, tableRowItem instanceof GonePoolRow);
        head.setVisible(tableRowItem instanceof GroupRow);
        show();
        showMark(empty ? null : tableRowItem);
    }

    /// The table empties every row before it fills it with the next order. A row that is about to be filled, or is not
    /// visible, is not emptied: it would be laid out twice.
    @Override
    public void updateIndex(int place) {
        if (place >= 0) super.updateIndex(place);
    }

    /// A pinned cell whose own place is scrolled out of view is taken out by JavaFX and put back by the skin in each
    /// layout, which would request one more each time.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        setNeedsLayout(false);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new PoolTableRowSkin(this, head, sign, columns);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case SELECTED -> selectedPools.selectedRowIndexes().contains(getIndex());
            case TEXT -> accessibleText();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    /// The pool's name and its change, or the group.
    private String accessibleText() {
        return switch (getItem()) {
            case PoolRow row -> mark.map(this::withChange).orElseGet(() -> nameOf(row.pool()));
            case GonePoolRow(var pool) -> mark.map(this::withChange).orElseGet(() -> nameOf(pool));
            case GroupRow _ -> head.getAccessibleText();
            case null -> "";
        };
    }

    private String withChange(ChangeLogEntry one) {
        return nameOf(one.change().pool()) + ", " + changes.text().kind(one.change());
    }
}
