package poolscope.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static poolscope.demo.DemoClient.ids;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import poolscope.MovableClock;

class DriftTest {
    private final MovableClock clock = new MovableClock();

    private DemoClient client(int pools) {
        return new DemoClient(TestCloudSettings.of(pools).withClock(clock));
    }

    private static Map<String, JsonNode> byId(DemoClient client) throws Exception {
        var rows = new HashMap<String, JsonNode>();
        client.list("").get("clusters").forEach(row -> rows.put(row.get("cluster_id").textValue(), row));
        return rows;
    }

    private static long changed(Map<String, JsonNode> before, Map<String, JsonNode> after, String pointer) {
        return before.keySet()
                .stream()
                .filter(after::containsKey)
                .filter(id -> !before.get(id).at(pointer).equals(after.get(id).at(pointer)))
                .count();
    }

    @Test
    void nothing_changes_within_twenty_seconds() throws Exception {
        try (var client = client(500)) {
            var body = client.send(client.clusters("")).body();
            clock.advance(Duration.ofMillis(19_999));
            assertThat(client.send(client.clusters("")).body()).isEqualTo(body);
        }
    }

    @Test
    void a_little_changes_in_a_minute_and_more_in_an_hour() throws Exception {
        try (var client = client(500)) {
            var before = byId(client);
            clock.advance(Duration.ofMinutes(1));
            assertThat(changed(before, byId(client), "")).isBetween(1L, 50L);
            clock.advance(Duration.ofMinutes(59));
            var after = byId(client);
            assertThat(changed(before, after, "/status")).isGreaterThan(0);
            assertThat(changed(before, after, "/nodes/available_count"))
                    .isGreaterThan(changed(before, after, "/status"));
            assertThat(changed(before, after, "/allocatable_cpu_cores")).isGreaterThan(0);
            for (var lasting : new String[]{"/cluster_name", "/created_at", "/owner", "/nodes/specification",
                    "/nodes/count", "/order_id"})
                assertThat(changed(before, after, lasting)).as(lasting).isZero();
        }
    }

    @Test
    void the_fleet_depends_on_the_time_and_not_on_how_often_it_was_asked() throws Exception {
        try (var often = client(60); var once = client(60)) {
            for (var i = 0; i < 300; i++) {
                clock.advance(Duration.ofSeconds(33));
                often.list("limit=1");
            }
            assertThat(once.send(once.clusters("")).body()).isEqualTo(often.send(often.clusters("")).body());
        }
    }

    @Test
    void pools_are_created_and_deleted_and_the_fleet_keeps_its_size() throws Exception {
        try (var client = client(60); var watch = client.cloud.fleet().watch()) {
            for (var hour = 0; hour < 48; hour++) {
                clock.advance(Duration.ofHours(1));
                assertThat(client.cloud.fleet().ids().size()).isBetween(56, 64);
            }
            assertThat(watch.ever()).hasSizeGreaterThan(80);
            assertThat(watch.stable()).hasSizeLessThan(50).hasSizeGreaterThanOrEqualTo(12);
            assertThat(new HashSet<>(ids(client.list("")))).containsAll(watch.stable()).isSubsetOf(watch.ever());
        }
    }

    @Test
    void a_new_pool_is_deploying_at_first() throws Exception {
        try (var client = client(60)) {
            var known = new HashSet<>(client.cloud.fleet().ids());
            var found = 0;
            for (var i = 0; i < 500 && found < 5; i++) {
                clock.advance(Duration.ofSeconds(20));
                for (var row : client.list("limit=3").get("clusters")) {
                    if (!known.add(row.get("cluster_id").textValue())) continue;
                    assertThat(row.get("status").textValue()).isEqualTo("deploying");
                    assertThat(row.get("created_at").asLong()).isCloseTo(clock.millis(), within(20_000L));
                    found++;
                }
            }
            assertThat(found).isEqualTo(5);
        }
    }

    @Test
    void an_empty_fleet_stays_empty_and_a_clock_that_goes_back_changes_nothing() throws Exception {
        try (var empty = client(0); var some = client(60)) {
            clock.advance(Duration.ofDays(1));
            assertThat(ids(empty.list(""))).isEmpty();
            var body = some.send(some.clusters("")).body();
            clock.advance(Duration.ofDays(-2));
            assertThat(some.send(some.clusters("")).body()).isEqualTo(body);
        }
    }

    @Test
    void a_jump_over_years_keeps_the_size() throws Exception {
        try (var client = client(1000)) {
            clock.advance(Duration.ofDays(3650));
            assertThat(client.cloud.fleet().ids().size()).isBetween(970, 1030);
        }
    }

    @Test
    void does_not_drift_when_the_settings_say_so() throws Exception {
        try (var client = new DemoClient(TestCloudSettings.of(300).withClock(clock).withDrift(false))) {
            var body = client.send(client.clusters("")).body();
            clock.advance(Duration.ofDays(10));
            assertThat(client.send(client.clusters("")).body()).isEqualTo(body);
        }
    }
}
