package poolscope.ui.table;

import java.util.Comparator;
import java.util.PriorityQueue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import poolscope.live.table.TableLine;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Value;
import poolscope.ui.pools.PoolsModel;
import poolscope.ui.text.FieldText;

/// Sizes columns to fit their content. The table's own method creates a cell for each row, which takes seconds for
/// 100,000 rows; this one measures only the longest texts.
final class ColumnAutoSize {
    private static final int MEASURED = 40;
    /// Padding and status icon beside a text, in pixels at 100 %.
    private static final double PADDING = 18;
    private static final double MARK = 16;
    /// Pixels at 100 %.
    private static final double WIDEST = 900;

    private final TableView<TableLine> table;
    private final PoolsModel model;
    private final FieldText fields;

    ColumnAutoSize(TableView<TableLine> table, PoolsModel model, FieldText fields) {
        this.table = table;
        this.model = model;
        this.fields = fields;
    }

    /// Handles double clicks on the borders of column headers before the table does.
    void install() {
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getClickCount() == 2 && event.getTarget() instanceof Rectangle border
                    && border.getProperties().get("TableColumn") instanceof TableColumn<?, ?> column) {
                fit(column);
                event.consume();
            }
        });
    }

    void fitAll() {
        table.getVisibleLeafColumns().forEach(this::fit);
    }

    void fit(TableColumn<?, ?> column) {
        CurrentCellMarker.fieldOf(column)
                .ifPresent(field -> column
                        .setPrefWidth(Math.min(zoomed(WIDEST), Math.max(header(column), widest(field)))));
    }

    private double header(TableColumn<?, ?> column) {
        return column.getGraphic() == null ? 0 : column.getGraphic().prefWidth(-1) + zoomed(PADDING + MARK);
    }

    private double widest(PoolField field) {
        var longest = new PriorityQueue<Value>(Comparator.comparingInt(ColumnAutoSize::letters));
        for (Pool pool : model.shownPools()) {
            longest.add(field.of(pool));
            if (longest.size() > MEASURED) longest.poll();
        }
        double widest = longest.stream().mapToDouble(value -> width(text(field, value))).max().orElse(0);
        return Math.ceil(widest) + zoomed(PADDING + (field.unit() == PoolField.Unit.STATUS ? MARK : 0));
    }

    private String text(PoolField field, Value value) {
        return field.unit().isNumeric() ? fields.cell(field, value, model.decimals(field)) : fields.cell(field, value);
    }

    private double zoomed(double pixels) {
        return pixels * model.scale().getValue();
    }

    private double width(String text) {
        var measure = new Text(text);
        measure.setFont(Font.font(table.lookup(".value-cell") instanceof javafx.scene.control.Labeled cell
                ? cell.getFont().getSize()
                : Font.getDefault().getSize()));
        return measure.getLayoutBounds().getWidth();
    }

    /// The approximate width in letters; a Chinese character counts as two.
    private static int letters(Value value) {
        return switch (value) {
            case Value.Text(String text) ->
                text.length() + (int) text.chars().filter(letter -> letter > 0x2e80).count();
            case Value.Number(var number) ->
                number.precision() - Math.min(0, number.scale()) + Math.max(0, number.scale());
            case Value.Portion(var part, var all) -> part.precision() + all.precision();
            case Value.State(var status) -> status.word().length();
            case Value.Unreadable(String raw) -> raw.length();
            case Value.Time _ -> 16;
            case Value.Day _ -> 18;
            case Value.Absent _ -> 1;
        };
    }
}
