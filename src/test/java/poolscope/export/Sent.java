package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import poolscope.pool.Pool;

/// What a service sent, compared with what was written.
final class Sent {
    private Sent() {}

    /// Compares each cell with what the service sent, read by another program.
    static void check(List<Pool> pools, List<List<String>> rows) throws Exception {
        assertThat(rows).hasSize(pools.size() + 1);
        for (int i = 0; i < pools.size(); i++) {
            var sent = Wire.json(pools.get(i));
            for (int column = 0; column < rows.getFirst().size(); column++)
                check(sent, rows.getFirst().get(column), rows.get(i + 1).get(column));
        }
    }

    private static void check(JsonNode sent, String field, String cell) {
        switch (field) {
            case "connection" -> assertThat(cell).isEqualTo("Here");
            case "api" -> assertThat(cell).isEqualTo("v1");
            case "region" -> assertThat(cell).isEqualTo("cn-north-4");
            case "created_at" ->
                assertThat(OffsetDateTime.parse(cell).toInstant().toEpochMilli()).isEqualTo(sent.get(field).asLong());
            case "specification", "count", "available_count", "unavailable_count" ->
                checkNodes(sent.path("nodes"), field, cell);
            case "estimated_end" -> assertThat(cell.isEmpty() ? "" : cell.substring(0, 10)).isEqualTo(end(sent));
            case "bought" -> assertThat(cell).isEqualTo(bought(sent));
            case "realtime_count", "batch_count" -> checkPlain(sent.path("services_count").path(field), cell);
            default -> checkPlain(sent.path(field), cell);
        }
    }

    private static String bought(JsonNode sent) {
        if (sent.hasNonNull("period_num") && sent.hasNonNull("period_type"))
            return sent.get("period_num").asText() + " " + sent.get("period_type").asText();
        return Stream.of("product_id", "order_id", "period_num", "period_type").anyMatch(sent::hasNonNull)
                ? "prepaid"
                : "";
    }

    /// By the calendar of the JDK before java.time.
    private static String end(JsonNode sent) {
        if (!sent.hasNonNull("period_num") || !sent.hasNonNull("created_at")) return "";
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Shanghai"), Locale.ROOT);
        calendar.setTimeInMillis(sent.get("created_at").asLong());
        calendar.add(sent.get("period_type").asText().equals("year") ? Calendar.YEAR : Calendar.MONTH,
                sent.get("period_num").asInt());
        return "%tF".formatted(calendar);
    }

    private static void checkNodes(JsonNode nodes, String field, String cell) {
        var group = nodes.isArray() && nodes.size() == 1 ? nodes.get(0) : nodes;
        if (group.isArray() && field.equals("specification")) assertThat(cell).contains(" + ");
        else if (group.isArray()) assertThat(new BigDecimal(cell)).isEqualByComparingTo(sum(group, field));
        else if (field.equals("unavailable_count")) checkUnavailable(group, cell);
        else
            checkPlain(group.path(field), cell);
    }

    private static void checkUnavailable(JsonNode group, String cell) {
        if (group.path("count").isNumber())
            assertThat(new BigDecimal(cell))
                    .isEqualByComparingTo(sum(Wire.EXACT.createArrayNode().add(group), "unavailable_count"));
        else
            assertThat(cell).isEmpty();
    }

    private static BigDecimal sum(JsonNode groups, String field) {
        long sum = 0;
        for (var group : groups)
            sum += field.equals("unavailable_count")
                    ? group.get("count").asLong() - group.get("available_count").asLong()
                    : group.get(field).asLong();
        return BigDecimal.valueOf(sum);
    }

    private static void checkPlain(JsonNode sent, String cell) {
        if (sent.isMissingNode() || sent.isNull()) assertThat(cell).isEmpty();
        else if (sent.isNumber()) assertThat(cell).isEqualTo(sent.decimalValue().toPlainString());
        else
            assertThat(cell).isEqualTo(sent.asText());
    }
}
