package poolscope.ui.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Value;

/// Formats the comparison of pools.
public final class CompareText {
    private final Texts texts;
    private final FieldText fields;

    public CompareText(Texts texts, FieldText fields) {
        this.texts = texts;
        this.fields = fields;
    }

    /// Name and location of a pool.
    public String head(Pool pool) {
        return texts.format("compare.head", fields.cell(PoolField.NAME, pool.poolIdentity().name()),
                pool.origin().connection());
    }

    /// Whether the values of a field are equal: a symbol and a word.
    public String mark(boolean differs) {
        return texts.format(differs ? "compare.differs" : "compare.same");
    }

    /// A value with its unit.
    public String value(PoolField field, Value value) {
        var text = fields.cell(field, value);
        return fields.unit(field).isEmpty() || !value.isKnown() ? text : text + " " + fields.unit(field);
    }

    /// A Markdown table: a row per field, a column per pool.
    ///
    /// @param lines
    ///            name, mark and values of each field
    public String markdown(List<Pool> pools, List<List<String>> lines) {
        var out = new StringBuilder();
        var head = new ArrayList<String>(List.of(texts.format("compare.field"), ""));
        pools.forEach(pool -> head.add(head(pool)));
        row(out, head);
        row(out, Collections.nCopies(head.size(), "---"));
        lines.forEach(line -> row(out, line));
        return out.toString();
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append('|');
        for (var cell : cells)
            out.append(' ')
                    .append(cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "\\<").replaceAll("\\R", " "))
                    .append(" |");
        out.append('\n');
    }
}
