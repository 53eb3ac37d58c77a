package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.connection.PoolQuery;
import poolscope.fuzz.FuzzTarget;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolOrigin;

/// A page of v1 beside the same bytes read by Jackson: as many entries, the same total, and of each pool the same
/// amounts, or none where none was sent.
public final class ClusterListPageFuzz implements FuzzTarget {
    private static final PoolOrigin ORIGIN = new PoolOrigin("c", "Here", "", 1, Instant.EPOCH, "");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final int MAX_SCALE = 100;
    private static final Map<String, PoolField> AMOUNTS = Map.of("allocatable_cpu_cores", PoolField.CPU_CORES,
            "allocatable_memory", PoolField.MEMORY, "allocatable_gpus", PoolField.ACCELERATORS);

    @Override
    public List<byte[]> seeds() {
        try (var in = ClusterListPageFuzz.class.getResourceAsStream("list-clusters-sample.json")) {
            return List.of(in.readAllBytes(), "{\"total_count\":0,\"count\":0}".getBytes(StandardCharsets.UTF_8),
                    "{\"error_code\":\"APIG.0301\",\"error_msg\":\"no\"}".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void check(byte[] input) throws IOException {
        ClusterListPage<Pool> page;
        try {
            page = ClusterListPageJson.read(input, ORIGIN, new ValueInterner(), PoolQuery.SortBy.CREATED_AT);
        } catch (UnreadableResponseException e) {
            assertThat(e.cause()).isNotNull();
            return;
        }
        if (input[0] == '{') compare(page, JSON.readTree(input));
    }

    private static void compare(ClusterListPage<Pool> page, JsonNode sent) {
        var clusters = sent.path("clusters");
        assertThat(page.entries()).hasSize(clusters.size());
        assertThat(page.total()).as("total_count").isEqualTo(total(sent.path("total_count")));
        for (int i = 0; i < clusters.size(); i++) {
            var pool = page.entries().get(i).value();
            assertThat(pool != null).isEqualTo(clusters.get(i).isObject());
            if (pool != null) compare(pool, clusters.get(i));
        }
    }

    private static void compare(Pool pool, JsonNode sent) {
        AMOUNTS.forEach((name, field) -> assertThat(field.of(pool)).as(name)
                .satisfies(value -> compareAmount(value, sent.path(name))));
        var name = sent.path("cluster_name");
        var read = pool.poolNamesAndOwner().name();
        if (name.isTextual()) assertThat(read).isEqualTo(FieldValue.text(name.textValue()));
        else
            assertThat(read.isKnown()).as("%s", read).isFalse();
    }

    private static void compareAmount(FieldValue value, JsonNode sent) {
        if (sent.isMissingNode() || sent.isNull()) assertThat(value).isEqualTo(FieldValue.ABSENT);
        else if (!sent.isNumber() && !sent.isTextual()) assertThat(value).isInstanceOf(FieldValue.Unreadable.class);
        else if (value instanceof FieldValue.Number(BigDecimal number))
            assertThat(number).isEqualByComparingTo(new BigDecimal(sent.asText())).isNotNegative();
        else
            assertThat(sent.isNumber() && isUsual(sent.decimalValue())).as("%s", sent).isFalse();
    }

    private static boolean isUsual(BigDecimal number) {
        return number.signum() > 0 && Math.abs(number.scale()) <= MAX_SCALE && number.precision() <= MAX_SCALE;
    }

    private static long total(JsonNode sent) {
        if (!sent.isNumber()) return ClusterListPage.NOT_REPORTED;
        var number = sent.decimalValue();
        boolean isCount = number.signum() >= 0 && !sent.asText().startsWith("-")
                && Math.abs((long) number.scale()) <= MAX_SCALE && number.compareTo(MAX_COUNT) <= 0
                && number.stripTrailingZeros().scale() <= 0;
        return isCount ? number.longValueExact() : ClusterListPage.NOT_REPORTED;
    }
}
