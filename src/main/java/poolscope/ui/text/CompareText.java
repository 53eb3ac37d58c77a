package poolscope.ui.text;

import java.util.List;
import java.util.stream.Stream;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// Formats the comparison of pools.
public final class CompareText {
    private final Texts texts;
    private final PoolFieldText fields;

    public CompareText(Texts texts, PoolFieldText fields) {
        this.texts = texts;
        this.fields = fields;
    }

    /// Name and location of a pool.
    public String head(Pool pool) {
        return texts.format("compare.head", fields.cell(PoolField.NAME, pool.poolNamesAndOwner().name()),
                pool.poolOrigin().connection());
    }

    /// Whether the values of a field are equal: a symbol and a word.
    public String mark(boolean differs) {
        return texts.format(differs ? "compare.differs" : "compare.same");
    }

    /// A value with its unit.
    public String value(PoolField field, FieldValue fieldValue) {
        var text = fields.cell(field, fieldValue);
        return fields.unit(field).isEmpty() || !fieldValue.isKnown() ? text : text + " " + fields.unit(field);
    }

    /// The header of the comparison's table: the field, whether it differs, and each pool.
    public List<String> header(List<Pool> pools) {
        return Stream.concat(Stream.of(texts.format("compare.field"), ""), pools.stream().map(this::head)).toList();
    }
}
