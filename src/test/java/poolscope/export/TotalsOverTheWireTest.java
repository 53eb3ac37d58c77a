package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.table.FieldSumOfPools;
import poolscope.pool.table.PoolTotals;

/// Sums against those of another JSON reader over what the service really sent.
class TotalsOverTheWireTest {

    @Test
    void sums_are_those_of_the_json_that_the_service_sent() throws Exception {
        check(Wire.demo(1_500));
    }

    @Test
    void numbers_of_every_length_quoted_missing_and_broken_are_summed_or_counted() throws Exception {
        var numbers = List.of("7.06", "\"12.5\"", "null", "0", "123456789", "1234567890123456789", "0.000000001",
                "\"NaN\"", "-1", "1e3", "4096.0", "[]", "0.1", "0.2", "\"\"");
        var clusters = IntStream.range(0, 150)
                .mapToObj(i -> ("{\"cluster_id\":\"c%d\",\"status\":\"running\","
                        + "\"nodes\":{\"specification\":\"s\",\"count\":%s,\"available_count\":%s},"
                        + "\"allocatable_cpu_cores\":%s,\"allocatable_memory\":%s,\"allocatable_gpus\":%s}")
                        .formatted(i, i % 7 == 0 ? "null" : "" + i, i % 5 == 0 ? "\"x\"" : "" + i / 2,
                                numbers.get(i % 15), numbers.get(i * 7 % 15), i % 3 == 0 ? "0.5" : "8"))
                .toArray(String[]::new);
        check(Wire.pools(clusters));
    }

    private static void check(List<Pool> pools) throws Exception {
        var poolTotals = PoolTotals.of(pools);
        var sent = new ArrayList<JsonNode>();
        for (var pool : pools)
            sent.add(Wire.json(pool));
        check(poolTotals.of(PoolField.CPU_CORES), sent, json -> quantity(json.path("allocatable_cpu_cores")));
        check(poolTotals.of(PoolField.MEMORY), sent, json -> quantity(json.path("allocatable_memory")));
        check(poolTotals.of(PoolField.ACCELERATORS), sent, json -> quantity(json.path("allocatable_gpus")));
        check(poolTotals.of(PoolField.NODE_COUNT), sent, json -> count(json, "count"));
        check(poolTotals.of(PoolField.AVAILABLE_NODES), sent, json -> count(json, "available_count"));
        check(poolTotals.of(PoolField.UNAVAILABLE_NODES), sent, json -> {
            var all = count(json, "count");
            var usable = count(json, "available_count");
            return all == null || usable == null ? null : all.subtract(usable);
        });
        var both = sent.stream()
                .filter(json -> count(json, "count") != null && count(json, "available_count") != null)
                .toList();
        assertThat(poolTotals.of(PoolField.NODES).total())
                .isEqualTo(new FieldValue.Portion(sum(both, "available_count"), sum(both, "count")));
        assertThat(poolTotals.of(PoolField.NODES).unknown()).isEqualTo(pools.size() - both.size());
    }

    private static BigDecimal sum(List<JsonNode> sent, String field) {
        return sent.stream()
                .map(json -> Objects.requireNonNull(count(json, field)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void check(FieldSumOfPools fieldSumOfPools, List<JsonNode> sent,
            Function<JsonNode, @Nullable BigDecimal> read) {
        var known = sent.stream().map(read).filter(Objects::nonNull).toList();
        assertThat(known).isNotEmpty();
        assertThat(fieldSumOfPools.total())
                .isEqualTo(new FieldValue.Number(known.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
        assertThat(fieldSumOfPools.known()).isEqualTo(known.size());
        assertThat(fieldSumOfPools.unknown()).isEqualTo(sent.size() - known.size());
        assertThat(fieldSumOfPools.smallest())
                .isEqualTo(new FieldValue.Number(known.stream().reduce(BigDecimal::min).orElseThrow()));
        assertThat(fieldSumOfPools.largest())
                .isEqualTo(new FieldValue.Number(known.stream().reduce(BigDecimal::max).orElseThrow()));
    }

    /// Whole numbers, never below 0: of one kind of nodes, or of all kinds together.
    private static @Nullable BigDecimal count(JsonNode json, String field) {
        var nodes = json.path("nodes");
        var sum = BigDecimal.ZERO;
        for (var kind : nodes.isArray() ? nodes : List.of(nodes)) {
            var count = kind.path(field);
            if (!count.isNumber() || !count.decimalValue().toPlainString().matches("\\d{1,9}")) return null;
            sum = sum.add(count.decimalValue());
        }
        return nodes.isEmpty() ? null : sum;
    }

    /// A number, or one in quotes; never below 0.
    private static @Nullable BigDecimal quantity(JsonNode node) {
        if (!node.isNumber() && !node.asText().matches("[0-9].*")) return null;
        var number = node.isNumber() ? node.decimalValue() : new BigDecimal(node.asText());
        return number.signum() < 0 ? null : number;
    }
}
