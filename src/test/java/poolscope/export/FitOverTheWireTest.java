package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import poolscope.pool.filter.TextMatcher;
import poolscope.pool.fit.FitResult;
import poolscope.pool.fit.JobDemand;

/// Fits of pools that came over HTTP, against a computation of its own over the JSON as it came.
class FitOverTheWireTest {
    private static final MathContext EXACT_ENOUGH = new MathContext(40);

    @Test
    void answers_what_the_json_says() throws Exception {
        var pools = Wire.demo(600);
        var met = new HashSet<Class<? extends FitResult>>();
        for (int nodes : List.of(0, 1, 2, 6))
            for (int cores : List.of(0, 48))
                for (int cards : List.of(0, 4, 24))
                    for (boolean running : List.of(true, false)) {
                        var jobDemand = new JobDemand(
                                nodes, new JobDemand.Amounts(BigDecimal.valueOf(cores),
                                        BigDecimal.valueOf(cores * 960L), BigDecimal.valueOf(cards)),
                                TextMatcher.of(cards == 4 ? "V100" : ""), running);
                        for (var pool : pools) {
                            var expected = expected(Wire.json(pool), jobDemand);
                            assertThat(FitResult.of(pool, jobDemand)).as("%s of %s", jobDemand, pool.raw())
                                    .isInstanceOf(expected);
                            met.add(expected);
                        }
                    }
        assertThat(met).containsExactlyInAnyOrder(FitResult.Fits.class, FitResult.FitsInTotalOnly.class,
                FitResult.Lacking.class, FitResult.Unknown.class);
    }

    private static Class<? extends FitResult> expected(JsonNode json, JobDemand jobDemand) {
        boolean isShort = false;
        boolean isUnknown = false;
        boolean isThin = false;
        var status = json.path("status").asText("");
        if (jobDemand.onlyRunning() && !status.equals("running")) {
            isUnknown = status.isEmpty();
            isShort = !status.isEmpty();
        }
        if (!jobDemand.specification().text().isEmpty()) {
            var words = json.path("nodes").findValuesAsText("specification");
            if (words.isEmpty()) isUnknown = true;
            else
                isShort |= words.stream().noneMatch(word -> word.toLowerCase(java.util.Locale.ROOT).contains("v100"));
        }
        var available = available(json.path("nodes"));
        if (available != null) isShort |= available < Math.max(1, jobDemand.nodes());
        else
            isUnknown |= jobDemand.nodes() > 0;
        var asked = jobDemand.amounts();
        for (var one : List.of(new Ask("allocatable_cpu_cores", asked.cpuCores()),
                new Ask("allocatable_memory", asked.memoryMiB()), new Ask("allocatable_gpus", asked.accelerators()))) {
            if (one.amount.signum() == 0) continue;
            var sum = json.path(one.field);
            if (!sum.isNumber()) isUnknown = true;
            else if (sum.decimalValue().compareTo(one.amount) < 0) isShort = true;
            else if (jobDemand.nodes() > 0 && available != null && available > 0)
                isThin |= sum.decimalValue()
                        .divide(BigDecimal.valueOf(available), EXACT_ENOUGH)
                        .compareTo(one.amount.divide(BigDecimal.valueOf(jobDemand.nodes()), EXACT_ENOUGH)) < 0;
        }
        if (isShort) return FitResult.Lacking.class;
        if (isUnknown) return FitResult.Unknown.class;
        return isThin ? FitResult.FitsInTotalOnly.class : FitResult.Fits.class;
    }

    private record Ask(String field, BigDecimal amount) {}

    private static @Nullable Long available(JsonNode nodes) {
        long sum = 0;
        for (var group : nodes.isArray() ? nodes : List.of(nodes)) {
            if (!group.path("available_count").isNumber()) return null;
            sum += group.path("available_count").asLong();
        }
        return nodes.isEmpty() ? null : sum;
    }
}
