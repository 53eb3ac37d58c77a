package poolscope.ui.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.AllConnectionsStatus.Completeness;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.table.ChartData;
import poolscope.pool.table.FieldSumOfPools;
import poolscope.pool.table.FreeCardsOfShownPools;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.PoolTotals;
import poolscope.pool.table.RoundedPercentage;

/// Formats totals of many pools, with notes on what they don't include.
public final class TotalsAndChartsText {
    private static final BigDecimal MIB_PER_TIB = BigDecimal.valueOf(1024 * 1024);

    private final Texts texts;
    private final PoolFieldText fields;

    public TotalsAndChartsText(Texts texts, PoolFieldText fields) {
        this.texts = texts;
        this.fields = fields;
    }

    /// A total with its unit, as in the summary: zero of no pool, a dash when no pool reports the value.
    public String figure(PoolField field, PoolTotals poolTotals) {
        if (poolTotals.pools() == 0) return field == PoolField.NODES ? "0 / 0" : "0";
        return withUnit(field, poolTotals.of(field), fields.totals().sum(field, poolTotals));
    }

    /// A total without unit, as in the totals row, by family for cards; a question mark means that some pools are not
    /// included.
    ///
    /// @param decimals
    ///            decimals of the column
    public String total(PoolField field, PoolTotals poolTotals, int decimals) {
        if (poolTotals.pools() == 0) return figure(field, poolTotals);
        if (!PoolTotalsText.isByFamily(field, poolTotals))
            return fields.totals().sumInCell(field, poolTotals, decimals);
        return fields.totals().sum(field, poolTotals) + (poolTotals.of(field).unknown() > 0 ? " ?" : "");
    }

    private String withUnit(PoolField field, FieldSumOfPools fieldSumOfPools, String text) {
        boolean isMemory = field.unit() == PoolField.Unit.MEBIBYTES;
        if (isMemory && fieldSumOfPools.total() instanceof FieldValue.Number(var mebibytes)
                && mebibytes.compareTo(MIB_PER_TIB) >= 0)
            return fields.amounts().tebibytes(mebibytes) + " TiB";
        return isMemory && fieldSumOfPools.total().isKnown() ? text + " GiB" : text;
    }

    /// How many pools are not included in a sum; empty when all are.
    public String unknown(FieldSumOfPools fieldSumOfPools) {
        return fieldSumOfPools.unknown() > 0 ? texts.format("summary.unknown", fieldSumOfPools.unknown()) : "";
    }

    /// The note of a sum with cards of unknown family.
    public List<String> families(PoolTotals poolTotals) {
        return poolTotals.cards().keySet().equals(Set.of(AcceleratorFamily.UNKNOWN))
                ? List.of(fields.family(AcceleratorFamily.UNKNOWN))
                : List.of();
    }

    /// How free cards are distributed over nodes, in short: the longest text first, for where it has no room the next
    /// one. None when no nodes were read.
    public List<String> onNodes(List<FreeCardsOfShownPools> freeCards) {
        if (freeCards.isEmpty()) return List.of();
        var largest = freeCards.stream().max(Comparator.comparing(FreeCardsOfShownPools::largestBlock)).get();
        var blocks = freeCards.size() == 1
                ? texts.format("summary.onNodes.largest", largest.largestBlock(),
                        fields.cell(PoolField.NAME, largest.largestPool()))
                : freeCards.stream()
                        .map(one -> texts.format("summary.onNodes.one", cards(one), one.largestBlock()))
                        .collect(Collectors.joining(texts.format("status.join")));
        return List.of(
                texts.format("summary.onNodes", blocks,
                        freeCards.stream().mapToInt(FreeCardsOfShownPools::readPools).sum(),
                        freeCards.stream().mapToInt(FreeCardsOfShownPools::pools).sum()),
                texts.format("summary.onNodes.short", blocks),
                texts.format("summary.onNodes.brief", largest.largestBlock()));
    }

    /// The same in full, a line for each family or type of cards, each after a line break.
    public String onNodesInFull(List<FreeCardsOfShownPools> freeCards) {
        return freeCards.stream()
                .map(one -> "\n" + texts.format("summary.onNodes.tip", cards(one), one.usable(), one.largestBlock(),
                        fields.cell(PoolField.NAME, one.largestPool()), one.wholeNodes(), one.readPools(), one.pools()))
                .collect(Collectors.joining());
    }

    private String cards(FreeCardsOfShownPools freeCards) {
        return fields.cardsOf(freeCards.family(), freeCards.accelerator());
    }

    /// Which pools are not included in the sums, and which are outdated.
    private String sources(AllConnectionsStatus allConnectionsStatus) {
        if (allConnectionsStatus.isNothingRead()) return texts.format("summary.sources.nothing");
        var said = new ArrayList<String>();
        int all = allConnectionsStatus.lines().size();
        if (all > 1 && allConnectionsStatus.answered() < all)
            said.add(texts.format("summary.sources", allConnectionsStatus.answered(), all));
        if (allConnectionsStatus.has(Completeness.READING)) said.add(texts.format("summary.sources.reading"));
        if (allConnectionsStatus.has(Completeness.PART)) said.add(texts.format("summary.sources.part"));
        if (allConnectionsStatus.has(Completeness.OLD)) said.add(texts.format("summary.sources.old"));
        return String.join(texts.format("status.join"), said);
    }

    /// The note of sums that do not include all pools, or only those that match a query; empty otherwise.
    public String coverageNote(AllConnectionsStatus allConnectionsStatus) {
        var narrowed = allConnectionsStatus.narrowed().isEmpty() ? "" : texts.format("summary.narrowed");
        return Stream.of(sources(allConnectionsStatus), narrowed)
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(texts.format("status.join")));
    }

    /// A share in whole percent: 100 means all. Empty when it is none, as when a service counts more available nodes
    /// than nodes.
    public String percent(long part, long whole) {
        if (whole == 0 || part < 0 || part > whole) return "";
        int percentage = RoundedPercentage.of(part, whole);
        return percentage == 0 && part > 0
                ? texts.format("summary.percent.little")
                : texts.format("summary.percent", percentage);
    }

    /// The common value of the pools of a bar.
    public String part(PoolGroupingCriterion by, ChartData.Part part) {
        return part.fieldValue().isKnown()
                ? fields.cell(by.fields().getFirst(), part.fieldValue())
                : texts.format("chart.unsaid", fields.name(by.fields().getFirst()));
    }

    /// Formats the sums of a chart's bars.
    public ChartAmountText bars(PoolField field, ChartData shown) {
        return new ChartAmountText(fields, field, Stream.concat(
                shown.parts().stream().flatMap(part -> ChartAmountText.amounts(field, part.poolTotals()).stream()),
                ChartAmountText.amounts(shown.rest().fieldSumOfPools()).stream()).toList());
    }
}
