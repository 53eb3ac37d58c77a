package poolscope.ui.table;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import poolscope.live.table.TableRowItem;
import poolscope.ui.parts.ShownColumns;

/// Fades the part in view of the column that is cut by the right edge of the table: a cut number would read as another
/// one. A column that is whole in view is not faded.
final class CutColumnFade {
    static final String STYLE = "column-fade";

    private final TableView<TableRowItem> table;
    private final PinnedColumns pinned;
    private final Region fade;

    CutColumnFade(TableView<TableRowItem> table, PinnedColumns pinned, Region fade) {
        this.table = table;
        this.pinned = pinned;
        this.fade = fade;
    }

    Subscription install() {
        fade.getStyleClass().add(STYLE);
        fade.setManaged(false);
        fade.setMouseTransparent(true);
        table.skinProperty().subscribe((_, _) -> {
            follow(Orientation.HORIZONTAL);
            follow(Orientation.VERTICAL);
        });
        return Subscription.combine(ShownColumns.follow(table, this::update),
                table.widthProperty().subscribe((_, _) -> update()),
                fade.prefWidthProperty().subscribe((_, _) -> update()),
                pinned.scrolledProperty().subscribe((_, _) -> update()));
    }

    private void follow(Orientation orientation) {
        pinned.bar(orientation).ifPresent(bar -> {
            bar.visibleProperty().subscribe((_, _) -> update());
            bar.boundsInParentProperty().subscribe((_, _) -> update());
        });
    }

    private void update() {
        var bar = pinned.bar(Orientation.HORIZONTAL).filter(ScrollBar::isVisible);
        double end = table.getWidth()
                - pinned.bar(Orientation.VERTICAL).filter(ScrollBar::isVisible).map(ScrollBar::getWidth).orElse(0.0);
        double width = bar.isPresent() ? Math.min(fade.getPrefWidth(), partInView(end)) : 0;
        fade.setVisible(width > 0);
        if (width > 0 && table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
            fade.resizeRelocate(table.getLayoutX() + end - width, table.getLayoutY() + flow.getLayoutY(), width,
                    bar.get().getLayoutY());
    }

    /// The visible width of the column that is cut; 0 when none is.
    private double partInView(double end) {
        double right = 0;
        for (var column : List.copyOf(table.getVisibleLeafColumns())) {
            double left = right;
            right += column.getWidth();
            double scrolled = PinnedColumns.isPinned(column) ? 0 : pinned.scrolledProperty().get();
            if (left - scrolled < end && right - scrolled > end + 1) return end - left + scrolled;
        }
        return 0;
    }
}
