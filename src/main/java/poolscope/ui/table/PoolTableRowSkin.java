package poolscope.ui.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;
import poolscope.live.table.TableRowItem;

/// Lays out a row: pinned cells stay in place when the table scrolls horizontally, name and subtotals of a group use
/// its empty cells, and the sign of a change lies over the left edge.
final class PoolTableRowSkin extends TableRowSkin<TableRowItem> {
    private final GroupHeader head;
    private final ChangedRowOrCellMarker sign;
    private final PinnedColumns columns;

    PoolTableRowSkin(TableRow<TableRowItem> row, GroupHeader head, ChangedRowOrCellMarker sign, PinnedColumns columns) {
        super(row);
        this.columns = columns;
        this.head = head;
        this.sign = sign;
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        var pinned = pinnedCells();
        super.layoutChildren(x, y, w, h);
        for (var child : getChildren())
            if (child instanceof TableCell<?, ?> cell) cell.setTranslateX(0);
        double scrolled = columns.scrolledProperty().get();
        double left = x + scrolled;
        for (var cell : pinned) {
            if (cell.getParent() == null) getChildren().add(cell);
            double width = snapSizeX(cell.getTableColumn().getWidth());
            move(cell, left, width, h);
            cell.setViewOrder(-1);
            left += width;
        }
        layoutSign(x + (pinned.isEmpty() ? 0 : scrolled), h);
        if (head.isVisible()) layoutGroup(pinned, x + (pinned.isEmpty() ? 0 : scrolled), left, h);
    }

    /// Moves a cell away from where JavaFX placed it. Another position within the layout would request one more layout
    /// each time.
    static void move(TableCell<?, ?> cell, double x, double width, double height) {
        cell.resize(width, height);
        cell.setTranslateX(x - cell.getLayoutX());
    }

    private void layoutGroup(List<TableCell<?, ?>> pinned, double start, double pinnedEnd, double h) {
        if (head.getParent() == null) getChildren().add(head);
        head.setViewOrder(-2);
        var scrolling = getChildren().stream()
                .filter(child -> child instanceof PoolTableValueCell cell && !pinned.contains(cell))
                .map(PoolTableValueCell.class::cast)
                .sorted(Comparator.comparingDouble(Node::getLayoutX))
                .toList();
        new GroupRowLayout(head, h, start, columns.scrolledProperty().get() + getSkinnable().getTableView().getWidth())
                .apply(pinned.stream()
                        .filter(PoolTableValueCell.class::isInstance)
                        .map(PoolTableValueCell.class::cast)
                        .toList(), scrolling, pinnedEnd);
    }

    private void layoutSign(double x, double h) {
        if (!sign.isVisible()) return;
        if (sign.getParent() == null) getChildren().add(sign);
        sign.setViewOrder(-3);
        sign.layOutAtLeft(x, h, getSkinnable().getFont().getSize());
    }

    /// In the order of their columns, including those scrolled out of view.
    private List<TableCell<?, ?>> pinnedCells() {
        var cells = new ArrayList<TableCell<?, ?>>();
        for (var column : getSkinnable().getTableView().getVisibleLeafColumns()) {
            if (!PinnedColumns.isPinned(column)) break;
            for (var child : getChildren())
                if (child instanceof TableCell<?, ?> cell && cell.getTableColumn() == column) cells.add(cell);
        }
        return cells;
    }
}
