package poolscope.ui.nodes;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import poolscope.ui.parts.TextWidth;

/// Makes columns as wide as their titles and first rows need, within limits. Fonts and the lengths of words differ by
/// language and zoom. A column never gets narrower, and one that the operator has resized is left alone.
final class ContentsTableColumnWidths {
    private static final int MEASURED_ROWS = 100;

    // In em.
    private static final double PADDING = 1.6;
    private static final double LEAST = 4;
    private static final double MOST = 16;
    private static final double SQUARES = 7.8;

    private final Map<TableColumn<?, ?>, Double> widths = new HashMap<>();
    /// The size of the font for which they were; 0 before the first time.
    private double em;

    <R> void fit(TableView<R> table) {
        table.applyCss();
        if (table.getItems().isEmpty() || !(table.lookup(".column-header .label") instanceof Labeled title)) return;
        scale(table, title.getFont().getSize());
        for (var column : table.getVisibleLeafColumns()) {
            var before = widths.get(column);
            boolean isResized = before != null && Math.abs(before - column.getWidth()) > 1;
            if (isResized) continue;
            double width = Math.max(before == null ? 0 : before, needed(table, column, title.getFont()));
            widths.put(column, width);
            column.setPrefWidth(width);
        }
    }

    /// The zoom changes all widths, also those that somebody chose.
    private void scale(TableView<?> table, double now) {
        double by = em == 0 ? 1 : now / em;
        em = now;
        if (by == 1) return;
        table.getColumns().forEach(column -> column.setPrefWidth(column.getWidth() * by));
        widths.replaceAll((_, width) -> width * by);
    }

    private static <R> double needed(TableView<R> table, TableColumn<R, ?> column, Font titleFont) {
        double em = titleFont.getSize();
        var font = Font.font(titleFont.getFamily(), em);
        double longest = table.getItems()
                .stream()
                .limit(MEASURED_ROWS)
                .map(row -> NodesJobsAndEventsColumns.written(column, row))
                .distinct()
                .mapToDouble(text -> TextWidth.of(text, font))
                .max()
                .orElse(0) + (NodesJobsAndEventsColumns.hasSquares(column) ? SQUARES * em : 0);
        return Math.ceil(Math.clamp(Math.max(longest, TextWidth.of(column.getText(), titleFont)) + PADDING * em,
                LEAST * em, MOST * em));
    }
}
