package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.ChartData;
import poolscope.pool.table.ChartsOfShownPools;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.SortOrder;
import poolscope.pool.table.SummaryTotalsAndCharts;
import poolscope.pool.table.TableQuery;

/// Charts against those of another JSON reader over what the service really sent.
class ChartsOverTheWireTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void bars_are_the_sums_of_the_json_that_the_service_sent() throws Exception {
        var pools = Wire.demo(1_500);
        check(pools, "");
        check(pools, "gpu>=4 not status:running");
        check(pools, "nosuchpool");
    }

    @Test
    void the_eleventh_and_all_after_it_are_one_rest() throws Exception {
        var clusters = new ArrayList<String>();
        for (int i = 1; i <= 37; i++)
            clusters.add(
                    ("{\"cluster_id\":\"c%d\",\"status\":\"s%d\",\"nodes\":{\"specification\":\"spec-%d\",\"count\":%d,"
                            + "\"available_count\":%d},\"allocatable_cpu_cores\":%d.25,\"allocatable_memory\":%d,\"allocatable_gpus\":%s}")
                            .formatted(i, i % 13, i % 19, i, i / 2, i * 7, i * 512, i % 4 == 0 ? "null" : "" + i % 3));
        check(Wire.pools(clusters.toArray(String[]::new)), "");
    }

    private static void check(List<Pool> pools, String filter) throws Exception {
        var inventory = new Inventory(pools, NOW, new Inventory.Coverage.Complete(),
                new Inventory.Reading(1, pools.size(), Duration.ZERO, 0, 0, Inventory.OffsetMeaning.ITEM), "");
        var arrangedPools = ArrangedPools.of(PoolSet.of(List.of(inventory)),
                new TableQuery(PoolFilter.parse(filter).filter(), SortOrder.by(PoolField.NAME, true),
                        PoolGroupingCriterion.OWNER),
                NOW);
        var summaryTotalsAndCharts = SummaryTotalsAndCharts.of(arrangedPools, true);
        var sent = new ArrayList<JsonNode>();
        for (var pool : arrangedPools.pools())
            sent.add(Wire.json(pool));
        var chartsOfShownPools = summaryTotalsAndCharts.chartsOfShownPools().orElseThrow();
        check(chartsOfShownPools.sum(PoolGroupingCriterion.SPECIFICATION, PoolField.CPU_CORES), sent,
                "allocatable_cpu_cores", PoolField.CPU_CORES);
        check(chartsOfShownPools.sum(PoolGroupingCriterion.SPECIFICATION, PoolField.MEMORY), sent, "allocatable_memory",
                PoolField.MEMORY);
        check(chartsOfShownPools.sum(PoolGroupingCriterion.SPECIFICATION, PoolField.ACCELERATORS), sent,
                "allocatable_gpus", PoolField.ACCELERATORS);
        check(chartsOfShownPools.unavailable(), PoolField.UNAVAILABLE_NODES,
                sums(sent, ChartsOverTheWireTest::missingNodes));
        checkConnection(chartsOfShownPools, sent);
        checkStatuses(chartsOfShownPools.statuses(), sent);
        checkCards(summaryTotalsAndCharts.poolTotals().cards(), sent);
        assertThat(SummaryTotalsAndCharts.of(arrangedPools, false).chartsOfShownPools()).isEmpty();
    }

    private static void check(ChartData shown, List<JsonNode> sent, String name, PoolField field) {
        check(shown, field, sums(sent, json -> quantity(json.path(name))));
        assertThat(shown.unknown())
                .isEqualTo((int) sent.stream().filter(json -> quantity(json.path(name)) == null).count());
    }

    /// The greatest first, ten of them, and the rest; which of two equal ones comes first does not matter.
    private static void check(ChartData shown, PoolField field, Map<String, BigDecimal> expected) {
        var largest = expected.values()
                .stream()
                .filter(sum -> sum.signum() > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        assertThat(shown.parts().stream().map(part -> amount(part.poolTotals().of(field).total())))
                .usingElementComparator(Comparator.naturalOrder())
                .containsExactlyElementsOf(largest.subList(0, Math.min(10, largest.size())));
        for (var part : shown.parts())
            assertThat(amount(part.poolTotals().of(field).total()))
                    .isEqualByComparingTo(expected.get(part.fieldValue().asText("")));
        assertThat(shown.rest().parts()).isEqualTo(Math.max(0, largest.size() - 10));
        if (largest.size() > 10)
            assertThat(amount(shown.rest().fieldSumOfPools().total())).isEqualByComparingTo(
                    largest.subList(10, largest.size()).stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static void checkConnection(ChartsOfShownPools chartsOfShownPools, List<JsonNode> sent) {
        var cores = sent.stream()
                .map(json -> quantity(json.path("allocatable_cpu_cores")))
                .filter(n -> n != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var bars = chartsOfShownPools.sum(PoolGroupingCriterion.CONNECTION, PoolField.CPU_CORES).parts();
        assertThat(bars).hasSize(cores.signum() > 0 ? 1 : 0);
        for (var bar : bars) {
            assertThat(bar.fieldValue()).isNotEqualTo(FieldValue.ABSENT);
            assertThat(amount(bar.poolTotals().of(PoolField.CPU_CORES).total())).isEqualByComparingTo(cores);
        }
    }

    private static void checkStatuses(ChartData shown, List<JsonNode> sent) {
        var counts = sent.stream()
                .collect(Collectors.groupingBy(json -> json.path("status").asText(""), TreeMap::new,
                        Collectors.counting()));
        for (var part : shown.parts()) {
            var word = part.fieldValue() instanceof FieldValue.State(var status) ? status.word() : "";
            assertThat((long) part.poolTotals().pools()).as(word).isEqualTo(counts.get(word));
        }
        assertThat(shown.pools()).isEqualTo(sent.size());
        assertThat(shown.parts().size() + shown.rest().parts()).isEqualTo(counts.size());
        var first = shown.parts()
                .stream()
                .map(part -> part.fieldValue() instanceof FieldValue.State(var status) ? status.word() : "")
                .filter(word -> List.of("running", "deploying", "concerning", "abnormal").contains(word))
                .toList();
        assertThat(first).isEqualTo(List.of("running", "deploying", "concerning", "abnormal")
                .stream()
                .filter(counts::containsKey)
                .toList());
    }

    private static Map<String, BigDecimal> sums(List<JsonNode> sent, Function<JsonNode, @Nullable BigDecimal> read) {
        var sums = new HashMap<String, BigDecimal>();
        for (var json : sent) {
            var amount = read.apply(json);
            if (amount != null) sums.merge(specification(json), amount, BigDecimal::add);
        }
        return sums;
    }

    /// Cards of a pool whose kinds of nodes have cards of several families are of several.
    private static void checkCards(Map<AcceleratorFamily, BigDecimal> shown, List<JsonNode> sent) {
        var expected = new HashMap<AcceleratorFamily, BigDecimal>();
        for (var json : sent) {
            var cards = quantity(json.path("allocatable_gpus"));
            if (cards == null || cards.signum() == 0) continue;
            var families = new HashSet<AcceleratorFamily>();
            for (var name : specification(json).split(" [+] ", -1))
                if (name.contains("cpu") && specification(json).contains(" + ")) continue;
                else if (name.matches(".*v100(NV32)?(.nosdi)?|.*p3.8xlarge.public"))
                    families.add(AcceleratorFamily.V100);
                else if (name.matches(".*kat1.*|.*snt9[.].*")) families.add(AcceleratorFamily.ASCEND_910);
                else
                    families.add(AcceleratorFamily.UNKNOWN);
            expected.merge(families.size() == 1 ? families.iterator().next() : AcceleratorFamily.SEVERAL, cards,
                    BigDecimal::add);
        }
        assertThat(shown.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (family, cards) -> assertThat(shown.get(family)).as(family.name()).isEqualByComparingTo(cards));
    }

    private static String specification(JsonNode json) {
        var nodes = json.path("nodes");
        if (!nodes.isArray())
            return nodes.path("specification").isTextual() ? nodes.path("specification").asText() : "";
        var names = new ArrayList<String>();
        for (var kind : nodes)
            if (kind.path("specification").isTextual()) names.add(kind.path("specification").asText());
        return names.stream().distinct().collect(Collectors.joining(" + "));
    }

    private static @Nullable BigDecimal missingNodes(JsonNode json) {
        var nodes = json.path("nodes");
        var sum = BigDecimal.ZERO;
        for (var kind : nodes.isArray() ? nodes : List.of(nodes)) {
            if (!kind.path("count").isIntegralNumber() || !kind.path("available_count").isIntegralNumber()
                    || kind.path("count").intValue() < 0 || kind.path("available_count").intValue() < 0)
                return null;
            sum = sum.add(kind.path("count").decimalValue()).subtract(kind.path("available_count").decimalValue());
        }
        return nodes.isEmpty() ? null : sum;
    }

    /// A number, or one in quotes; never below 0.
    private static @Nullable BigDecimal quantity(JsonNode node) {
        if (!node.isNumber() && !node.asText().matches("[0-9].*")) return null;
        var number = node.isNumber() ? node.decimalValue() : new BigDecimal(node.asText());
        return number.signum() < 0 ? null : number;
    }

    private static BigDecimal amount(FieldValue fieldValue) {
        return fieldValue.asNumber().orElse(BigDecimal.ZERO);
    }
}
