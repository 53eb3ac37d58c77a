package poolscope.ui.table;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.VirtualFlow;
import javafx.util.Subscription;
import poolscope.live.table.TableRowItem;
import poolscope.ui.parts.ShownColumns;

/// Keeps the pinned, leftmost columns visible while the others scroll horizontally. JavaFX has no such columns: their
/// cells and headers are moved along with the scroll bar.
final class PinnedColumns {
    private static final String PINNED = "pinned";
    /// The leftmost column, which has room for the sign of a changed row.
    private static final String FIRST = "first-column";

    private final TableView<TableRowItem> table;
    private final ReadOnlyDoubleWrapper scrolled = new ReadOnlyDoubleWrapper(this, "scrolled", 0);

    PinnedColumns(TableView<TableRowItem> table) {
        this.table = table;
    }

    static void mark(TableColumn<TableRowItem, ?> column, boolean pinned) {
        if (!pinned) column.getStyleClass().remove(PINNED);
        else if (!isPinned(column)) column.getStyleClass().add(PINNED);
    }

    static boolean isPinned(TableColumn<?, ?> column) {
        return column.getStyleClass().contains(PINNED);
    }

    static boolean isFirst(TableColumn<?, ?> column) {
        return column.getStyleClass().contains(FIRST);
    }

    private void markFirst() {
        var columns = table.getVisibleLeafColumns();
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) columns.get(i).getStyleClass().remove(FIRST);
            else if (!isFirst(columns.get(i))) columns.get(i).getStyleClass().add(FIRST);
        }
    }

    Subscription install() {
        table.skinProperty().subscribe((_, _) -> bar(Orientation.HORIZONTAL).ifPresent(bar -> {
            bar.valueProperty().subscribe((_, _) -> follow(bar));
            bar.visibleProperty().subscribe((_, _) -> follow(bar));
        }));
        return ShownColumns.follow(table, this::markFirst);
    }

    /// The horizontal scroll position, in pixels.
    ReadOnlyDoubleProperty scrolledProperty() {
        return scrolled.getReadOnlyProperty();
    }

    /// Moves the headers; rows move their own cells.
    private void follow(ScrollBar bar) {
        scrolled.set(bar.isVisible() ? bar.getValue() : 0);
        for (var node : table.lookupAll(".column-header")) {
            boolean pinned = node instanceof TableColumnHeader header
                    && header.getTableColumn() instanceof TableColumn<?, ?> column && isPinned(column);
            node.setTranslateX(pinned ? scrolled.get() : 0);
            node.setViewOrder(pinned ? -1 : 0);
        }
    }

    /// A scroll bar of the table, shown or not.
    Optional<ScrollBar> bar(Orientation orientation) {
        if (!(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) return Optional.empty();
        return flow.getChildrenUnmodifiable()
                .stream()
                .flatMap(node -> node instanceof ScrollBar bar && bar.getOrientation() == orientation
                        ? Stream.of(bar)
                        : Stream.empty())
                .findFirst();
    }
}
