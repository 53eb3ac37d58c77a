package poolscope.ui.table;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import poolscope.live.table.TableRowItem;
import poolscope.ui.parts.ShownColumns;

/// Keeps the text of the last header in view clear of the button that chooses columns, which lies over the right end of
/// the headers: a header that reaches under it gets that much padding, and its text is shortened.
final class HeaderBesideColumnChooser {
    /// Minimum width of a header whose text is drawn, in widths of the button: a narrower one has no room for
    /// an ellipsis.
    private static final double LEAST_BUTTON_WIDTHS = 3;

    private final TableView<TableRowItem> table;
    private final PinnedColumns pinned;
    private final Button chooseColumns;

    HeaderBesideColumnChooser(TableView<TableRowItem> table, PinnedColumns pinned, Button chooseColumns) {
        this.table = table;
        this.pinned = pinned;
        this.chooseColumns = chooseColumns;
    }

    Subscription install() {
        return Subscription.combine(ShownColumns.follow(table, this::update),
                table.widthProperty().subscribe((_, _) -> update()),
                chooseColumns.widthProperty().subscribe((_, _) -> update()),
                pinned.scrolledProperty().subscribe((_, _) -> update()));
    }

    private void update() {
        double end = table.getWidth() - chooseColumns.getWidth();
        double right = 0;
        for (var column : List.copyOf(table.getVisibleLeafColumns())) {
            double left = right;
            right += column.getWidth();
            double scrolled = PinnedColumns.isPinned(column) ? 0 : pinned.scrolledProperty().get();
            boolean isLast = left - scrolled < end && right - scrolled > end;
            pad(column, isLast ? right - scrolled - end : 0);
        }
    }

    private void pad(TableColumn<TableRowItem, ?> column, double right) {
        if (!(column.getGraphic() instanceof Region header)) return;
        header.setPadding(new Insets(0, right, 0, 0));
        header.setVisible(right == 0 || column.getWidth() - right >= LEAST_BUTTON_WIDTHS * chooseColumns.getWidth());
    }
}
