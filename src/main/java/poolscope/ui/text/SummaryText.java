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
import poolscope.live.SourcesStatus;
import poolscope.live.SourcesStatus.Standing;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.DisplayDecimals;
import poolscope.pool.PoolField;
import poolscope.pool.Value;
import poolscope.pool.table.ChartData;
import poolscope.pool.table.FieldSum;
import poolscope.pool.table.Grouping;
import poolscope.pool.table.Percentages;
import poolscope.pool.table.PoolTotals;

/// What figures over many pools are called, and what must be said beside them so that nobody takes a part for
/// the whole.
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
    public String figure(PoolField field, PoolTotals poolTotals) {
        if (poolTotals.pools() == 0) return field == PoolField.NODES ? "0 / 0" : "0";
        return withUnit(field, poolTotals.of(field), fields.sum(field, poolTotals));
    }

    /// The same without a unit, as under a column, each family of cards with its figure; a question mark says that some
    /// pools are not in it.
    ///
    /// @param decimals
    ///            those of the column
    public String total(PoolField field, PoolTotals poolTotals, int decimals) {
        if (poolTotals.pools() == 0) return figure(field, poolTotals);
        if (!FieldText.isOfFamilies(field, poolTotals)) return fields.sumInCell(field, poolTotals, decimals);
        return fields.sum(field, poolTotals) + (poolTotals.of(field).unknown() > 0 ? " ?" : "");
    }

    /// The same without decimals, where a column is narrow.
    public String rounded(PoolField field, PoolTotals poolTotals) {
        return fields.sumInCell(field, poolTotals, 0);
    }

    /// The same in few signs, where a column is narrower.
    public String brief(PoolField field, PoolTotals poolTotals, int decimals) {
        var fieldSum = poolTotals.of(field);
        if (!(fieldSum.total() instanceof Value.Number(var number)) || FieldText.isOfFamilies(field, poolTotals))
            return fields.sumInCell(field, poolTotals, decimals);
        var shown = field.unit() == PoolField.Unit.MEBIBYTES ? DisplayDecimals.gibibytes(number) : number;
        return (shown.compareTo(LARGE) < 0 ? fields.cell(field, fieldSum.total()) : compact.format(shown.doubleValue()))
                + (fieldSum.unknown() > 0 ? " ?" : "");
    }

    private String withUnit(PoolField field, FieldSum fieldSum, String text) {
        boolean isMemory = field.unit() == PoolField.Unit.MEBIBYTES;
        if (isMemory && fieldSum.total() instanceof Value.Number(var mebibytes)
                && mebibytes.compareTo(MIB_PER_TIB) >= 0)
            return fields.tebibytes(mebibytes) + " TiB";
        return isMemory && fieldSum.total().isKnown() ? text + " GiB" : text;
    }

    /// How many pools are not in a sum; empty when all are.
    public String unknown(FieldSum fieldSum) {
        return fieldSum.unknown() > 0 ? texts.format("summary.unknown", fieldSum.unknown()) : "";
    }

    /// Said beside a sum of cards whose family nobody knows.
    public String families(PoolTotals poolTotals) {
        return poolTotals.cards().keySet().equals(Set.of(AcceleratorFamily.UNKNOWN))
                ? fields.family(AcceleratorFamily.UNKNOWN)
                : "";
    }

    /// What is to be said of several families, in full; empty when there is one.
    public String familiesInFull(PoolTotals poolTotals) {
        return poolTotals.cards().size() > 1 ? texts.format("summary.families.tip") : "";
    }

    /// What of the pools there are is not in the sums, and what is in them as it was before.
    private String sources(SourcesStatus sourcesStatus) {
        var said = new ArrayList<String>();
        int all = sourcesStatus.lines().size();
        if (all > 1 && sourcesStatus.answered() < all)
            said.add(texts.format("summary.sources", sourcesStatus.answered(), all));
        if (sourcesStatus.has(Standing.READING)) said.add(texts.format("summary.sources.reading"));
        if (sourcesStatus.has(Standing.PART) || all == 1 && sourcesStatus.has(Standing.MISSING))
            said.add(texts.format("summary.sources.part"));
        if (sourcesStatus.has(Standing.OLD)) said.add(texts.format("summary.sources.old"));
        return String.join(texts.format("status.join"), said);
    }

    /// Said beside sums that are not of all pools there are, or only of what the services were asked for;
    /// empty otherwise.
    public String account(SourcesStatus sourcesStatus) {
        var narrowed = sourcesStatus.narrowed().isEmpty() ? "" : texts.format("summary.narrowed");
        return Stream.of(sources(sourcesStatus), narrowed)
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(texts.format("status.join")));
    }

    /// How much of a whole, in whole percent: 100 means all.
    public String percent(long part, long whole) {
        return whole == 0 ? "" : percents(part, whole - part).getFirst();
    }

    /// How much of their whole each of these parts is, in whole percent that add up to 100.
    public List<String> percents(long... parts) {
        var percentages = Percentages.of(parts);
        return IntStream.range(0, parts.length)
                .mapToObj(i -> percentages[i] == 0 && parts[i] > 0
                        ? texts.format("summary.percent.little")
                        : texts.format("summary.percent", percentages[i]))
                .toList();
    }

    /// What the pools of a bar have in common.
    public String part(Grouping by, ChartData.Part part) {
        return part.value().isKnown()
                ? fields.cell(by.fields().getFirst(), part.value())
                : texts.format("chart.unsaid", fields.name(by.fields().getFirst()));
    }

    /// The sum at the end of a bar.
    public String bar(PoolField field, FieldSum fieldSum) {
        return withUnit(field, fieldSum, fields.cell(field, fieldSum.total()));
    }

    /// The same of pools of which more is known: each family of cards with its figure.
    public String bar(PoolField field, PoolTotals poolTotals) {
        return withUnit(field, poolTotals.of(field), fields.sum(field, poolTotals));
    }
}
