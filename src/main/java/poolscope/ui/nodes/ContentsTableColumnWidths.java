package poolscope.ui.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import poolscope.ui.parts.ExactColumnWidth;
import poolscope.ui.parts.TextWidth;

/// Makes columns as wide as their titles and first rows need. Where the table has no room for all, long values are cut,
/// as far as the column at its edge is seen whole by that. Fonts and the lengths of words differ by language and zoom.
/// The width that a column needs never gets less for the rows of one pool, and a column that the operator has resized is
/// left alone.
final class ContentsTableColumnWidths {
    private static final int MEASURED_ROWS = 100;

    // In em.
    private static final double PADDING = 1.6;
    private static final double LEAST = 4;
    /// Of a column in a table that has no room for all, and of one whose values may be cut.
    private static final double MOST = 16;
    private static final double MOST_CUT = 9;
    private static final double SCROLL_BAR = 1;

    private final Map<TableColumn<?, ?>, Double> needed = new HashMap<>();
    private final Map<TableColumn<?, ?>, Double> placed = new HashMap<>();
    /// The size of the font for which they were; 0 before the first time.
    private double em;

    /// The next rows are of another pool.
    void forget() {
        needed.clear();
    }

    <R> void fit(TableView<R> table) {
        table.applyCss();
        if (table.getItems().isEmpty() || !(table.lookup(".column-header .label") instanceof Labeled title)) return;
        scale(table, title.getFont().getSize());
        for (var column : table.getVisibleLeafColumns())
            needed.merge(column, needed(table, column, title.getFont()), Math::max);
        place(table);
    }

    /// The zoom changes all widths, also those that somebody chose.
    private void scale(TableView<?> table, double now) {
        double by = em == 0 ? 1 : now / em;
        em = now;
        if (by == 1) return;
        forget();
        table.getColumns().forEach(column -> ExactColumnWidth.set(column, column.getWidth() * by));
        placed.replaceAll((_, width) -> width * by);
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
                .orElse(0) + NodesJobsAndEventsColumns.widthBesideText(column) * em;
        return Math.ceil(
                Math.max(Math.max(longest, TextWidth.of(column.getText(), titleFont)) + PADDING * em, LEAST * em));
    }

    /// Divides the width that the table has now.
    void place(TableView<?> table) {
        List<? extends TableColumn<?, ?>> columns = table.getVisibleLeafColumns()
                .stream()
                .filter(column -> !isResized(column) && needed.containsKey(column))
                .toList();
        double others = table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum()
                - columns.stream().mapToDouble(TableColumn::getWidth).sum();
        double room = table.getWidth() - SCROLL_BAR * em - others;
        var widths = columns.stream().map(this::usual).collect(Collectors.toCollection(ArrayList::new));
        widen(columns, widths, room);
        cut(columns, widths, room);
        for (int i = 0; i < columns.size(); i++) {
            placed.put(columns.get(i), widths.get(i));
            ExactColumnWidth.set(columns.get(i), widths.get(i));
        }
    }

    private boolean isResized(TableColumn<?, ?> column) {
        var before = placed.get(column);
        return before != null && Math.abs(before - column.getWidth()) > 1;
    }

    private double usual(TableColumn<?, ?> column) {
        double most = NodesJobsAndEventsColumns.leastWidth(column).isPresent() ? MOST_CUT : MOST;
        return Math.min(needed.getOrDefault(column, 0.0), most * em);
    }

    /// Gives the width that is left over to columns with long values, from the left.
    private void widen(List<? extends TableColumn<?, ?>> columns, List<Double> widths, double room) {
        double spare = room - sum(widths);
        for (int i = 0; i < widths.size() && spare > 0; i++) {
            double added = Math.min(spare, needed.getOrDefault(columns.get(i), 0.0) - widths.get(i));
            widths.set(i, widths.get(i) + added);
            spare -= added;
        }
    }

    /// Takes width from columns with long values, from the right, when the first column that is not wholly in the table
    /// comes in by that.
    private void cut(List<? extends TableColumn<?, ?>> columns, List<Double> widths, double room) {
        int seen = 1;
        while (seen <= widths.size() && sum(widths.subList(0, seen)) <= room)
            seen++;
        if (seen > widths.size()) return;
        double missing = sum(widths.subList(0, seen)) - room;
        double most = 0;
        for (int i = 0; i < seen; i++)
            most += widths.get(i) - least(columns.get(i), widths.get(i));
        if (most < missing) return;
        for (int i = seen - 1; i >= 0 && missing > 0; i--) {
            double taken = Math.min(missing, widths.get(i) - least(columns.get(i), widths.get(i)));
            widths.set(i, widths.get(i) - taken);
            missing -= taken;
        }
    }

    private double least(TableColumn<?, ?> column, double width) {
        return NodesJobsAndEventsColumns.leastWidth(column).map(least -> Math.min(width, least * em)).orElse(width);
    }

    private static double sum(List<Double> widths) {
        return widths.stream().mapToDouble(Double::doubleValue).sum();
    }
}
