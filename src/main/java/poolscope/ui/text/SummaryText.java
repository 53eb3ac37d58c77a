package poolscope.ui.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.live.Ledger;
import poolscope.live.Ledger.Standing;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.Breakdown;
import poolscope.pool.Grouping;
import poolscope.pool.PoolField;
import poolscope.pool.Sum;
import poolscope.pool.Totals;
import poolscope.pool.Value;

/// What figures over many pools are called, and what must be said beside them so that nobody takes a part for the whole.
public final class SummaryText {
    private static final BigDecimal MIB_PER_TIB = BigDecimal.valueOf(1024 * 1024);
    private static final double MIB_PER_GIB = 1024;
    private static final int HUNDRED = 100;

    private final Texts texts;
    private final FieldText fields;
    private final NumberFormat compact;

    public SummaryText(Texts texts, FieldText fields) {
        this.texts = texts;
        this.fields = fields;
        compact = NumberFormat.getCompactNumberInstance(texts.locale(), NumberFormat.Style.SHORT);
        compact.setMaximumFractionDigits(1);
    }

    /// A sum with its unit, as in the strip: of no pool it is zero, of pools that all do not say it is a dash.
    public String figure(PoolField field, Totals totals) {
        var sum = totals.of(field);
        if (totals.pools() == 0) return field == PoolField.NODES ? "0 / 0" : "0";
        return figure(field, sum);
    }

    /// The same without a unit, as under a column; a question mark says that some pools are not in it.
    public String total(PoolField field, Totals totals) {
        return totals.pools() == 0 ? figure(field, totals) : fields.sum(field, totals.of(field));
    }

    /// The same rounded to few signs, where a column is narrow.
    public String brief(PoolField field, Totals totals) {
        var sum = totals.of(field);
        return sum.total() instanceof Value.Number(var number)
                ? compact.format(number.doubleValue() / (field.unit() == PoolField.Unit.MEBIBYTES ? MIB_PER_GIB : 1))
                        + (sum.unknown() > 0 ? " ?" : "")
                : total(field, totals);
    }

    private String figure(PoolField field, Sum sum) {
        boolean isMemory = field.unit() == PoolField.Unit.MEBIBYTES;
        if (isMemory && sum.total() instanceof Value.Number(var mebibytes) && mebibytes.compareTo(MIB_PER_TIB) >= 0)
            return fields.tebibytes(mebibytes) + " TiB";
        var text = fields.sum(field, new Sum(sum.total(), sum.known(), 0, sum.smallest(), sum.largest()));
        return isMemory && sum.total().isKnown() ? text + " GiB" : text;
    }

    /// How many pools are not in a sum; empty when all are.
    public String unknown(Sum sum) {
        return sum.unknown() > 0 ? texts.say("summary.unknown", sum.unknown()) : "";
    }

    /// Said beside a sum of cards that are not of one known family.
    public String families(Set<AcceleratorFamily> families) {
        if (families.size() > 1) return texts.say("summary.families", families.size());
        return families.contains(AcceleratorFamily.UNKNOWN) ? texts.say("summary.families.unknown") : "";
    }

    /// Which families that are.
    public String familiesInFull(Set<AcceleratorFamily> families) {
        return texts.say("summary.families.tip", families.stream().map(family -> texts.say("family." + family.name()))
                .collect(Collectors.joining(texts.say("status.join"))));
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

    /// How much of a whole, in whole percent; rounded down, so that 100 means all.
    public String percent(long part, long whole) {
        if (whole == 0) return "";
        if (part > 0 && part * HUNDRED < whole) return texts.say("summary.percent.little");
        return texts.say("summary.percent", part * HUNDRED / whole);
    }

    /// What the pools of a bar have in common.
    public String part(Grouping by, Breakdown.Part part) {
        return part.value().isKnown()
                ? fields.cell(by.fields().getFirst(), part.value())
                : texts.say("chart.unsaid", fields.name(by.fields().getFirst()));
    }

    /// The sum at the end of a bar.
    public String bar(PoolField field, Sum sum) {
        return figure(field, sum);
    }
}
