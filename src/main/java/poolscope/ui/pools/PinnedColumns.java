package poolscope.ui.pools;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.VirtualFlow;
import javafx.geometry.Orientation;
import poolscope.live.Line;

/// Keeps the pinned columns, which stand leftmost, in sight while the others scroll sideways under them. JavaFX has no such
/// columns: their cells and headers are moved along with the scroll bar.
final class PinnedColumns {
    private static final String PINNED = "pinned";

    private PinnedColumns() {}

    static void mark(TableColumn<Line, ?> column, boolean pinned) {
        if (!pinned) column.getStyleClass().remove(PINNED);
        else if (!isPinned(column)) column.getStyleClass().add(PINNED);
    }

    static boolean isPinned(TableColumn<?, ?> column) {
        return column.getStyleClass().contains(PINNED);
    }

    /// Moves the headers; the cells are moved by their rows.
    static void follow(TableView<Line> table) {
        double scrolled = scrolled(table);
        for (var node : table.lookupAll(".column-header")) {
            boolean pinned = node instanceof TableColumnHeader header
                    && header.getTableColumn() instanceof TableColumn<?, ?> column
                    && isPinned(column);
            node.setTranslateX(pinned ? scrolled : 0);
            node.setViewOrder(pinned ? -1 : 0);
        }
    }

    /// How far the table is scrolled sideways.
    static double scrolled(TableView<?> table) {
        return bar(table).filter(Node::isVisible).map(ScrollBar::getValue).orElse(0.0);
    }

    /// The table's horizontal scroll bar.
    static Optional<ScrollBar> bar(TableView<?> table) {
        if (!(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) return Optional.empty();
        return flow.getChildrenUnmodifiable().stream()
                .flatMap(node -> node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL
                        ? Stream.of(bar)
                        : Stream.empty())
                .findFirst();
    }
}
