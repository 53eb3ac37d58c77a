package poolscope.ui.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import poolscope.live.Ledger;
import poolscope.live.Ledger.Standing;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.Breakdown;
import poolscope.pool.Decimals;
import poolscope.pool.Grouping;
import poolscope.pool.Percentages;
import poolscope.pool.PoolField;
import poolscope.pool.Sum;
import poolscope.pool.Totals;
import poolscope.pool.Value;

/// What figures over many pools are called, and what must be said beside them so that nobody takes a part for the whole.
public final class SummaryText {
    private static final BigDecimal MIB_PER_TIB = BigDecimal.valueOf(1024 * 1024);
    private static final BigDecimal LARGE = BigDecimal.valueOf(1_000);

    private final Texts texts;
    private final FieldText fields;
    private final NumberFormat compact;

    public SummaryText(Texts texts, FieldText fields) {
        this.texts = texts;
        this.fields = fields;
        compact = NumberFormat.getCompactNumberInstance(texts.locale(), NumberFormat.Style.SHORT);
        compact.setMaximumFractionDigits(1);
        compact.setRoundingMode(RoundingMode.HALF_UP);
    }

    /// A sum with its unit, as in the strip: of no pool it is zero, of pools that all do not say it is a dash.
    public String figure(PoolField field, Totals totals) {
        if (totals.pools() == 0) return field == PoolField.NODES ? "0 / 0" : "0";
        return withUnit(field, totals.of(field), fields.sum(field, totals));
    }

    /// The same without a unit, as under a column, each family of cards with its figure; a question mark says that some pools are
    /// not in it.
    ///
    /// @param decimals
    ///            those of the column
    public String total(PoolField field, Totals totals, int decimals) {
        if (totals.pools() == 0) return figure(field, totals);
        if (!FieldText.isOfFamilies(field, totals)) return fields.sumInCell(field, totals, decimals);
        return fields.sum(field, totals) + (totals.of(field).unknown() > 0 ? " ?" : "");
    }

    /// The same without decimals, where a column is narrow.
    public String rounded(PoolField field, Totals totals) {
        return fields.sumInCell(field, totals, 0);
    }

    /// The same in few signs, where a column is narrower.
    public String brief(PoolField field, Totals totals, int decimals) {
        var sum = totals.of(field);
        if (!(sum.total() instanceof Value.Number(var number)) || FieldText.isOfFamilies(field, totals))
            return fields.sumInCell(field, totals, decimals);
        var shown = field.unit() == PoolField.Unit.MEBIBYTES ? Decimals.gibibytes(number) : number;
        return (shown.compareTo(LARGE) < 0 ? fields.cell(field, sum.total()) : compact.format(shown.doubleValue()))
                + (sum.unknown() > 0 ? " ?" : "");
    }

    private String withUnit(PoolField field, Sum sum, String text) {
        boolean isMemory = field.unit() == PoolField.Unit.MEBIBYTES;
        if (isMemory && sum.total() instanceof Value.Number(var mebibytes) && mebibytes.compareTo(MIB_PER_TIB) >= 0)
            return fields.tebibytes(mebibytes) + " TiB";
        return isMemory && sum.total().isKnown() ? text + " GiB" : text;
    }

    /// How many pools are not in a sum; empty when all are.
    public String unknown(Sum sum) {
        return sum.unknown() > 0 ? texts.say("summary.unknown", sum.unknown()) : "";
    }

    /// Said beside a sum of cards whose family nobody knows.
    public String families(Totals totals) {
        return totals.cards().keySet().equals(Set.of(AcceleratorFamily.UNKNOWN)) ? fields.family(AcceleratorFamily.UNKNOWN) : "";
    }

    /// What is to be said of several families, in full; empty when there is one.
    public String familiesInFull(Totals totals) {
        return totals.cards().size() > 1 ? texts.say("summary.families.tip") : "";
    }

    /// What of the pools there are is not in the sums, and what is in them as it was before.
    private String sources(Ledger ledger) {
        var said = new ArrayList<String>();
        int all = ledger.lines().size();
        if (all > 1 && ledger.answered() < all) said.add(texts.say("summary.sources", ledger.answered(), all));
        if (ledger.has(Standing.READING)) said.add(texts.say("summary.sources.reading"));
        if (ledger.has(Standing.PART) || all == 1 && ledger.has(Standing.MISSING)) said.add(texts.say("summary.sources.part"));
        if (ledger.has(Standing.OLD)) said.add(texts.say("summary.sources.old"));
        return String.join(texts.say("status.join"), said);
    }

    /// Said beside sums that are not of all pools there are, or only of what the services were asked for; empty otherwise.
    public String account(Ledger ledger) {
        var narrowed = ledger.narrowed().isEmpty() ? "" : texts.say("summary.narrowed");
        return Stream.of(sources(ledger), narrowed).filter(said -> !said.isEmpty())
                .collect(Collectors.joining(texts.say("status.join")));
    }

    /// How much of a whole, in whole percent: 100 means all.
    public String percent(long part, long whole) {
        return whole == 0 ? "" : percents(part, whole - part).getFirst();
    }

    /// How much of their whole each of these parts is, in whole percent that add up to 100.
    public List<String> percents(long... parts) {
        var percentages = Percentages.of(parts);
        return IntStream.range(0, parts.length).mapToObj(i -> percentages[i] == 0 && parts[i] > 0
                ? texts.say("summary.percent.little")
                : texts.say("summary.percent", percentages[i])).toList();
    }

    /// What the pools of a bar have in common.
    public String part(Grouping by, Breakdown.Part part) {
        return part.value().isKnown()
                ? fields.cell(by.fields().getFirst(), part.value())
                : texts.say("chart.unsaid", fields.name(by.fields().getFirst()));
    }

    /// The sum at the end of a bar.
    public String bar(PoolField field, Sum sum) {
        return withUnit(field, sum, fields.cell(field, sum.total()));
    }

    /// The same of pools of which more is known: each family of cards with its figure.
    public String bar(PoolField field, Totals totals) {
        return withUnit(field, totals.of(field), fields.sum(field, totals));
    }
}
