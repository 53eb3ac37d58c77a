package poolscope.ui.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.pool.Fit;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Value;

/// Whether a pool has room for a job, in words: a sign and a word, never a colour alone.
public final class FitText {
    private final Texts texts;
    private final FieldText fields;

    public FitText(Texts texts, FieldText fields) {
        this.texts = texts;
        this.fields = fields;
    }

    /// What stands above the answers in the table.
    public String column() {
        return texts.say("fit.column");
    }

    /// What the answers mean.
    public String columnMeaning() {
        return texts.say("fit.column.meaning");
    }

    /// What is wrong with what is typed into a field, and what to do.
    ///
    /// @param nodes
    ///            what is typed for the nodes
    public String wrong(String flaw, String field, String typed, String nodes) {
        return texts.say("fit.flaw." + flaw, field, Inert.text(typed), Inert.text(nodes));
    }

    /// The pool's name, or a dash.
    public String name(Pool pool) {
        return fields.cell(PoolField.NAME, pool.identity().name());
    }

    /// The answer as in a table cell.
    public String cell(Fit fit) {
        return switch (fit) {
            case Fit.Fits _ -> texts.say("fit.cell.fits");
            case Fit.InSum _ -> texts.say("fit.cell.inSum");
            case Fit.Short _ -> texts.say("fit.cell.short", reason(fit));
            case Fit.Unknown _ -> texts.say("fit.cell.unknown", reason(fit));
        };
    }

    /// The answer in full.
    public String whole(Fit fit) {
        return switch (fit) {
            case Fit.Fits(var left) -> texts.say("fit.whole.fits",
                    list(left.stream().filter(one -> one.amount().isKnown()).map(one -> amount(one.field(), one.amount()))));
            case Fit.InSum _ -> texts.say("fit.whole.inSum", reason(fit));
            case Fit.Short _ -> texts.say("fit.cell.short", reason(fit));
            case Fit.Unknown _ -> texts.say("fit.whole.unknown", reason(fit));
        };
    }

    /// Why it does not simply fit; empty when it does.
    public String reason(Fit fit) {
        return switch (fit) {
            case Fit.Fits _ -> "";
            case Fit.InSum(var thin) -> list(thin.stream().map(one -> texts.say("fit.thin", amount(one.field(), one.share()),
                    amount(one.field(), one.asked()))));
            case Fit.Short(var lacks, var differs) -> missing(lacks, differs);
            case Fit.Unknown(var unknown) -> list(unknown.stream().map(fields::name));
        };
    }

    private String missing(List<Fit.Lack> lacks, List<PoolField> differs) {
        var amounts = list(lacks.stream().map(one -> amount(one.field(), one.by())));
        var shortOf = lacks.isEmpty() ? Stream.<String>of() : Stream.of(texts.say("fit.short", amounts));
        return list(Stream.concat(shortOf,
                differs.stream().map(field -> texts.say(field == PoolField.STATUS ? "fit.differs.status" : "fit.differs.spec"))));
    }

    private String list(Stream<String> parts) {
        return parts.collect(Collectors.joining(texts.say("fit.join")));
    }

    private String amount(PoolField field, Value amount) {
        var figure = fields.figure(field, amount);
        var number = amount.asNumber().orElse(BigDecimal.ZERO);
        return switch (field) {
            case ACCELERATORS -> texts.say("fit.amount.accelerators", figure, number);
            case CPU_CORES -> texts.say("fit.amount.cores", figure, number);
            case MEMORY -> texts.say("fit.amount.memory", figure);
            case AVAILABLE_NODES -> texts.say("fit.amount.nodes", figure, number);
            default -> figure;
        };
    }
}
