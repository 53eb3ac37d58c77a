package poolscope.ui.parts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.util.Subscription;

/// Makes the columns of a table as wide as their longest texts, and narrower where the table has no room for all. A
/// column gets no narrower while the table keeps its width, and one that the operator resized is left alone.
public final class TextColumnWidths<R> {
    /// Rows that are measured, from the top.
    private static final int MEASURED = 200;
    private static final double FONT = 13;
    /// Height of a row, in pixels at 100 %.
    private static final double ROW = 28;
    /// Padding of a cell, in pixels at 100 %.
    private static final double PADDING = 18;
    /// The arrow of the sort order, in pixels at 100 %.
    private static final double ARROW = 16;

    private final BiFunction<TableColumn<R, ?>, R, String> texts;
    private final Map<TableColumn<R, ?>, Cut> cuts = new HashMap<>();
    private final Map<TableColumn<R, ?>, Double> widest = new HashMap<>();
    private final Map<TableColumn<R, ?>, Double> applied = new HashMap<>();

    /// How a column is made narrower.
    ///
    /// @param least
    ///            its minimum width, in pixels at 100 %
    /// @param isFirst
    ///            whether it is made narrower before the others
    public record Cut(double least, boolean isFirst) {}

    /// For columns whose values are the texts of their cells.
    public TextColumnWidths() {
        this((column, row) -> String.valueOf(column.getCellObservableValue(row).getValue()));
    }

    /// @param texts
    ///            the text of a cell
    public TextColumnWidths(BiFunction<TableColumn<R, ?>, R, String> texts) {
        this.texts = texts;
    }

    /// Lets a column be narrower than its texts.
    public void allow(TableColumn<R, ?> column, Cut cut) {
        cuts.put(column, cut);
    }

    /// Sets the widths for the rows that there are.
    ///
    /// @param scale
    ///            the zoom as a factor: 1 at 100 %
    public void fit(TableView<R> table, double scale) {
        fit(table, table.getItems().subList(0, Math.min(MEASURED, table.getItems().size())), scale);
    }

    /// Sets the widths for the rows in view, and again when others come into view: a text that is far down takes no
    /// room from those that are seen. A column gets wider once for longer texts, not narrower again.
    ///
    /// @param scale
    ///            the zoom as a factor: 1 at 100 %
    public Subscription fitToView(TableView<R> table, DoubleSupplier scale) {
        Consumer<Object> fit = _ -> fit(table, inView(table, scale.getAsDouble()), scale.getAsDouble());
        table.skinProperty().subscribe(_ -> table.lookupAll(".scroll-bar").forEach(node -> {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL)
                bar.valueProperty().subscribe((_, now) -> fit.accept(now));
        }));
        ListChangeListener<R> changed = fit::accept;
        table.getItems().addListener(changed);
        return Subscription.combine(table.widthProperty().subscribe((_, now) -> fit.accept(now)),
                table.heightProperty().subscribe((_, now) -> fit.accept(now)),
                () -> table.getItems().removeListener(changed));
    }

    private static <R> List<R> inView(TableView<R> table, double scale) {
        int size = table.getItems().size();
        int rows = (int) Math.ceil(table.getHeight() / (ROW * scale));
        int first = table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                ? flow.getFirstVisibleCell().getIndex()
                : 0;
        int from = Math.clamp(first, 0, Math.max(0, size - rows));
        return table.getItems().subList(from, Math.min(size, from + rows));
    }

    private void fit(TableView<R> table, List<R> rows, double scale) {
        var columns = table.getVisibleLeafColumns();
        double room = table.getWidth() - table.snappedLeftInset() - table.snappedRightInset() - PADDING * scale;
        var widths = ColumnWidthDistribution
                .distribute(columns.stream().map(column -> demand(rows, column, scale)).toList(), room);
        for (int i = 0; i < columns.size(); i++) {
            double width = Math.floor(widths.get(i));
            ExactColumnWidth.set(columns.get(i), width);
            applied.put(columns.get(i), width);
        }
    }

    /// Sets the widths for the rows that there are.
    ///
    /// @param font
    ///            of the normal size, at the zoom of the window
    public void fit(TableView<R> table, Font font) {
        fit(table, font.getSize() / FONT);
    }

    private ColumnWidthDistribution.Demand demand(List<R> rows, TableColumn<R, ?> column, double scale) {
        var before = applied.get(column);
        if (before != null && Math.abs(before - column.getWidth()) > 1)
            return ColumnWidthDistribution.Demand.fixed(column.getWidth());
        double content = widest.merge(column, measured(rows, column, scale), Math::max);
        var cut = cuts.get(column);
        if (cut == null) return ColumnWidthDistribution.Demand.fixed(content);
        double least = cut.least * scale;
        return new ColumnWidthDistribution.Demand(least, content, cut.isFirst ? least : content);
    }

    private double measured(List<R> rows, TableColumn<R, ?> column, double scale) {
        var family = Font.getDefault().getFamily();
        var font = Font.font(family, FONT * scale);
        double longest = rows.stream()
                .map(row -> texts.apply(column, row))
                .distinct()
                .mapToDouble(text -> TextWidth.of(text, font))
                .max()
                .orElse(0);
        double header = TextWidth.of(column.getText(), Font.font(family, FontWeight.BOLD, FONT * scale))
                + (column.isSortable() ? ARROW * scale : 0);
        return Math.max(longest, header) + PADDING * scale;
    }
}
