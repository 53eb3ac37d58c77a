package poolscope.ui.table;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.PoolFieldText;

/// Measures how wide the content of a column is, in pixels at the zoom in use. Only the longest texts are measured: all
/// of 100,000 would take seconds.
final class ColumnContentWidth {
    private static final int MEASURED = 12;
    /// Values that are looked at, evenly spread over all.
    private static final int SAMPLE = 10_000;
    /// Font sizes in pixels at 100 %, as in the style sheets.
    private static final double FONT = 13;
    private static final double UNIT_FONT = 11;
    /// Padding, status icon beside a text, and sign beside a total, in pixels at 100 %.
    private static final double PADDING = 18;
    private static final double MARK = 16;
    private static final double HEADER_PADDING = 26;
    private static final double WIDEST = 900;

    private final PoolsTableModel model;
    private final PoolFieldText fields;
    private final Text text = new Text();

    ColumnContentWidth(PoolsTableModel model, PoolFieldText fields) {
        this.model = model;
        this.fields = fields;
    }

    /// The width of the header: the field's name, its unit, and the sign of the sort order.
    double header(PoolField field) {
        var unit = fields.unit(field);
        return Math.ceil(width(fields.name(field), FontWeight.BOLD, FONT)
                + (unit.isEmpty() ? 0 : width(unit, FontWeight.NORMAL, UNIT_FONT) + zoomed(4))
                + zoomed(HEADER_PADDING));
    }

    /// The width of the total under the column; 0 without one.
    double total(PoolField field) {
        if (!field.isSummed()) return 0;
        var total = fields.totals().sumInCell(field, model.arrangedPools().poolTotals(), 0);
        return Math.ceil(width(total, FontWeight.BOLD, FONT) + zoomed(PADDING));
    }

    double values(PoolField field, List<Pool> pools) {
        var longest = new PriorityQueue<FieldValue>(Comparator.comparingInt(ColumnContentWidth::letters));
        // The service's longest word need not be the longest on screen: concerning is 告警, running is 运行中.
        var states = new HashSet<FieldValue>();
        int step = Math.max(1, pools.size() / SAMPLE);
        for (int i = 0; i < pools.size(); i += step) {
            var fieldValue = field.of(pools.get(i));
            if (fieldValue instanceof FieldValue.State && states.size() < MEASURED) states.add(fieldValue);
            else
                longest.add(fieldValue);
            if (longest.size() > MEASURED) longest.poll();
        }
        double widest = Stream.concat(states.stream(), longest.stream())
                .mapToDouble(fieldValue -> width(written(field, fieldValue), FontWeight.NORMAL, FONT))
                .max()
                .orElse(0);
        double mark = field.unit() == PoolField.Unit.STATUS ? MARK + 4 : 0;
        return Math.min(zoomed(WIDEST), Math.ceil(widest) + zoomed(PADDING + mark));
    }

    /// The width of the longest of these texts.
    double longest(Collection<String> texts) {
        double widest = texts.stream()
                .distinct()
                .mapToDouble(each -> width(each, FontWeight.NORMAL, FONT))
                .max()
                .orElse(0);
        return Math.min(zoomed(WIDEST), Math.ceil(widest) + zoomed(PADDING));
    }

    private String written(PoolField field, FieldValue fieldValue) {
        return field.unit().isNumeric()
                ? fields.cell(field, fieldValue, model.decimals(field))
                : fields.cell(field, fieldValue);
    }

    private double zoomed(double pixels) {
        return pixels * model.scale().getValue();
    }

    private double width(String written, FontWeight weight, double fontSize) {
        text.setFont(Font.font(Font.getDefault().getFamily(), weight, zoomed(fontSize)));
        text.setText(written);
        return text.getLayoutBounds().getWidth();
    }

    /// The approximate width in letters; a Chinese character counts as two.
    private static int letters(FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Text(String text) ->
                text.length() + (int) text.chars().filter(letter -> letter > 0x2e80).count();
            case FieldValue.Number(var number) ->
                number.precision() - Math.min(0, number.scale()) + Math.max(0, number.scale());
            case FieldValue.Portion(var part, var all) -> part.precision() + all.precision();
            case FieldValue.State(var status) -> status.word().length();
            case FieldValue.Unreadable(String raw) -> raw.length();
            case FieldValue.Time _ -> 16;
            case FieldValue.Day _ -> 18;
            case FieldValue.Absent _ -> 1;
        };
    }
}
