package poolscope.ui.text;

import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.PoolField;

/// What screen readers are given of the table where the screen has a sign, a colour or no words: a dash, an arrow in a
/// header, a unit that only the header names.
public final class AccessibleTableText {
    private final Texts texts;
    private final PoolFieldText fields;

    public AccessibleTableText(Texts texts, PoolFieldText fields) {
        this.texts = texts;
        this.fields = fields;
    }

    /// The header of a column by which the table is not sorted.
    public String header(PoolField field) {
        var unit = fields.unit(field);
        return unit.isEmpty() ? fields.name(field) : texts.format("accessible.unit", fields.name(field), unit);
    }

    /// The header of a column by which the table is sorted.
    ///
    /// @param place
    ///            its position among the columns by which the table is sorted, from 1
    public String header(PoolField field, boolean isDescending, int place) {
        return texts.format(isDescending ? "accessible.sorted.descending" : "accessible.sorted.ascending",
                header(field), place);
    }

    /// A value with its unit, and in words where the cell has a sign.
    ///
    /// @param decimals
    ///            decimals of the column, 0 to 2
    /// @param free
    ///            what is known of the pool's free resources, for fields of them; else nothing
    public String cell(PoolField field, FieldValue value, int decimals, FreeResources free) {
        return switch (value) {
            case FieldValue.Absent _ when !field.isFromNodes() -> texts.format("accessible.absent");
            case FieldValue.Absent _, FieldValue.Unreadable _, FieldValue.Portion _ -> fields.whole(field, value, free);
            case FieldValue.Number _ when field.isFromNodes() -> fields.whole(field, value, free);
            default -> {
                var written = fields.cell(field, value, decimals);
                var unit = fields.unit(field);
                yield unit.isEmpty() ? written : texts.format("accessible.unit", written, unit);
            }
        };
    }

    /// A cell or row, and the change that a sign beside it marks.
    public String changed(String content, String change) {
        return texts.format("accessible.changed", content, change);
    }
}
