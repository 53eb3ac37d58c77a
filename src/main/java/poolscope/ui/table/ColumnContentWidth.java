package poolscope.ui.table;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.TableLayoutColumns;
import poolscope.ui.text.PoolFieldText;

/// Measures how wide the content of a column is, in pixels at the zoom in use. Only the longest texts are measured: all
/// of 100,000 would take seconds. For the FX thread, because a text is measured by the toolkit.
final class ColumnContentWidth {
    /// Font sizes in pixels at 100 %, as in the style sheets.
    private static final double FONT = 13;
    private static final double UNIT_FONT = 11;
    /// Padding, status icon beside a text, and sign beside a total, in pixels at 100 %.
    private static final double PADDING = 18;
    private static final double MARK = 16;
    /// Padding of a header and the arrow of the sort order, in pixels at 100 %.
    private static final double HEADER_PADDING = 26;
    private static final double WIDEST = 900;
    /// Wider padding of the first column, where the sign of a changed row is, in pixels at 100 %.
    private static final double MARK_GAP = 6;
    /// Pixels that the parts of a header may need more, because each is aligned to whole pixels.
    private static final double SNAPPING = 3;

    private final PoolsTableModel model;
    private final PoolFieldText fields;
    private final Text text = new Text();
    /// The texts of each field that were measured last, and their widths in pixels.
    private final Map<PoolField, Map<String, Double>> measured = new EnumMap<>(PoolField.class);
    private double measuredAt = Double.NaN;

    ColumnContentWidth(PoolsTableModel model, PoolFieldText fields) {
        this.model = model;
        this.fields = fields;
    }

    /// The width of the header: the field's name, its unit, the arrow of the sort order, and the number among several
    /// sort keys. The arrow has its place also while the column is not sorted by.
    double header(PoolField field) {
        var unit = fields.unit(field);
        var number = ColumnHeader.number(sortPlace(field));
        return Math.ceil(width(fields.name(field) + number, FontWeight.BOLD, FONT) + (number.isEmpty() ? 0 : SNAPPING)
                + (unit.isEmpty() ? 0 : width(unit, FontWeight.NORMAL, UNIT_FONT) + zoomed(4))
                + zoomed(HEADER_PADDING));
    }

    private int sortPlace(PoolField field) {
        return TableLayoutColumns.sortOf(model.layoutProperty().get()).placeAmongSeveral(field);
    }

    /// The width of the total under the column; 0 without one.
    double total(PoolField field) {
        if (!field.isSummed()) return 0;
        var total = fields.totals().sumInCell(field, model.arrangedPools().poolTotals(), 0);
        return Math.ceil(width(total, FontWeight.BOLD, FONT) + zoomed(PADDING));
    }

    /// The width of the widest of these values. A text that was among those of the field before is not measured again.
    double values(PoolField field, List<FieldValue> longest) {
        double scale = model.scale().getValue();
        if (scale != measuredAt) measured.clear();
        measuredAt = scale;
        var before = measured.getOrDefault(field, Map.of());
        Map<String, Double> now = new HashMap<>();
        for (var fieldValue : longest) {
            var written = written(field, fieldValue);
            var known = before.get(written);
            now.put(written, known != null ? known : width(written, FontWeight.NORMAL, FONT));
        }
        measured.put(field, now);
        double widest = now.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double mark = field.unit() == PoolField.Unit.STATUS ? MARK + 4 : 0;
        return Math.min(zoomed(WIDEST), Math.ceil(widest) + zoomed(PADDING + mark));
    }

    /// What the first column needs more than others, because the sign of a changed row lies in its padding.
    double markGap() {
        return zoomed(MARK_GAP);
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
}
