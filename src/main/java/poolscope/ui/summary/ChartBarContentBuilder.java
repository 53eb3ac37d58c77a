package poolscope.ui.summary;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.table.ChartData;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.ui.text.ChartAmountText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TotalsAndChartsText;

/// Converts a breakdown to the content of bars. A bar is a share of a whole only where the whole is known: of the pools
/// shown, or of a specification's nodes; other sums are relative to the largest.
final class ChartBarContentBuilder {
    private final SummaryStripModel model;
    private final Texts texts;
    private final TotalsAndChartsText words;

    ChartBarContentBuilder(SummaryStripModel model, Texts texts, PoolFieldText fields) {
        this.model = model;
        this.texts = texts;
        words = new TotalsAndChartsText(texts, fields);
    }

    /// Pools by status, each a share of the pools shown.
    List<ChartBar.Content> statuses(ChartData shown) {
        int all = shown.pools();
        return lines(PoolGroupingCriterion.STATUS, shown,
                part -> status(part, new Share(part.poolTotals().pools(), all)),
                rest -> pools(texts.format("chart.rest", rest.parts()), new Share(rest.pools(), all),
                        () -> model.showRest(PoolGroupingCriterion.STATUS, shown)));
    }

    private record Share(int pools, int all) {}

    private ChartBar.Content status(ChartData.Part part, Share share) {
        var said = pools(words.part(PoolGroupingCriterion.STATUS, part), share,
                () -> model.showPart(PoolGroupingCriterion.STATUS, part));
        return part.fieldValue() instanceof FieldValue.State(var status)
                ? new ChartBar.Content(said.name(), Optional.of(status), said.value(), said.share(), true, said.whole(),
                        said.filter())
                : said;
    }

    private ChartBar.Content pools(String name, Share share, Runnable filter) {
        var percent = words.percent(share.pools, share.all);
        return new ChartBar.Content(name, Optional.empty(), texts.format("chart.share", share.pools, percent),
                (double) share.pools / share.all, true,
                texts.format("chart.pools.tip", name, share.pools, share.all, percent), filter);
    }

    /// Sums of allocatable resources.
    List<ChartBar.Content> allocatable(ChartData shown, PoolGroupingCriterion by, PoolField measure) {
        double longest = Stream
                .concat(shown.parts().stream().map(part -> part.poolTotals().of(measure)),
                        Stream.of(shown.rest().fieldSumOfPools()))
                .mapToDouble(fieldSumOfPools -> amount(fieldSumOfPools.total()))
                .max()
                .orElse(1);
        var amounts = words.bars(measure, shown);
        return lines(by, shown, part -> sum(words.part(by, part),
                new Amount(measure, part.poolTotals().pools(), amounts.sum(part.poolTotals()),
                        amount(part.poolTotals().of(measure).total()) / longest),
                () -> model.showPart(by, part)),
                rest -> sum(
                        texts.format("chart.rest", rest.parts()), new Amount(measure, rest.pools(),
                                amounts.sum(rest.fieldSumOfPools()), amount(rest.fieldSumOfPools().total()) / longest),
                        () -> model.showRest(by, shown)));
    }

    private record Amount(PoolField measure, int pools, String text, double share) {}

    private ChartBar.Content sum(String name, Amount amount, Runnable filter) {
        return new ChartBar.Content(name, Optional.empty(), amount.text, amount.share, false,
                texts.format("chart.sum.tip", name, amount.text, texts.format("summary." + amount.measure.id()),
                        amount.pools),
                filter);
    }

    /// Unavailable nodes, each a share of the nodes of that specification.
    List<ChartBar.Content> unavailable(ChartData shown) {
        var amounts = words.bars(PoolField.UNAVAILABLE_NODES, shown);
        return lines(PoolGroupingCriterion.SPECIFICATION, shown,
                part -> nodes(part, words.part(PoolGroupingCriterion.SPECIFICATION, part), amounts), rest -> {
                    var name = texts.format("chart.rest", rest.parts());
                    var nodes = amounts.sum(rest.fieldSumOfPools());
                    return new ChartBar.Content(name, Optional.empty(), nodes, 0, false,
                            texts.format("chart.missing.tip", name, amount(rest.fieldSumOfPools().total())),
                            () -> model.showRestShortOfNodes(shown));
                });
    }

    private ChartBar.Content nodes(ChartData.Part part, String name, ChartAmountText amounts) {
        var missing = part.poolTotals().of(PoolField.UNAVAILABLE_NODES);
        var all = part.poolTotals().of(PoolField.NODES).total() instanceof FieldValue.Portion(var _, var whole)
                ? whole.doubleValue()
                : 0;
        var text = texts.format("chart.nodes", amounts.sum(missing), all);
        return new ChartBar.Content(name, Optional.empty(), text, all > 0 ? amount(missing.total()) / all : 0, all > 0,
                texts.format("chart.nodes.tip", name, amount(missing.total()), all),
                () -> model.showShortOfNodes(part));
    }

    private static double amount(FieldValue fieldValue) {
        return fieldValue.asNumber().map(number -> number.doubleValue()).orElse(0.0);
    }

    private static List<ChartBar.Content> lines(PoolGroupingCriterion by, ChartData shown,
            Function<ChartData.Part, ChartBar.Content> part, Function<ChartData.Rest, ChartBar.Content> rest) {
        var parts = shown.parts().stream().map(part).toList();
        var prefix = by.fields().contains(PoolField.SPECIFICATION)
                ? commonPrefix(parts.stream().map(ChartBar.Content::name).toList())
                : "";
        return Stream
                .concat(parts.stream().map(content -> content.withName(without(prefix, content.name()))),
                        Stream.of(shown.rest()).filter(left -> left.parts() > 0).map(rest))
                .toList();
    }

    /// What all names of specifications begin with, up to a dot, such as `modelarts.`: it tells none of them from
    /// another. Tooltips have the whole names.
    private static String commonPrefix(List<String> names) {
        var dotted = names.stream().filter(name -> name.contains(".")).toList();
        if (dotted.size() < 2) return "";
        var first = dotted.getFirst();
        for (int dot = first.lastIndexOf('.'); dot > 0; dot = first.lastIndexOf('.', dot - 1)) {
            var prefix = first.substring(0, dot + 1);
            if (dotted.stream().allMatch(name -> name.startsWith(prefix) && name.length() > prefix.length()))
                return prefix;
        }
        return "";
    }

    private static String without(String prefix, String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
