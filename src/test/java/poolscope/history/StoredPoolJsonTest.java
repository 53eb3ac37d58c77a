package poolscope.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poolscope.api.ApiTarget;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Pools;

/// A pool is the same after it was written and read.
class StoredPoolJsonTest {

    static List<Long> seeds() {
        return IntStream.range(0, 40).mapToObj(Long::valueOf).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_pool_comes_back_with_all_its_fields(long seed) throws IOException {
        for (var pool : List.of(new Pools(seed).one("v1"), new Pools(seed).oneOfV2("v2")))
            assertSame(pool, writtenAndRead(pool));
    }

    @Test
    void the_pools_of_a_real_service_come_back_with_all_their_fields() throws Exception {
        try (var cloud = TestCloud.start(TestCloudSettings.of(300).withV2Pools(60))) {
            var serviceAndProject = new ServiceAndProject("c", "Cloud", Optional.of("cn-north-4"), cloud.endpoint(),
                    cloud.projectId());
            try (var reader = InventoryReader.open(ApiTarget.of(serviceAndProject, Credentials.NONE),
                    RequestClockAndTimeouts.real())) {
                var pools = reader.read(_ -> {
                }).pools();
                assertThat(pools).extracting(pool -> pool.poolOrigin().api())
                        .contains(ApiGeneration.V1, ApiGeneration.V2);
                for (var pool : pools)
                    assertSame(pool, writtenAndRead(pool));
            }
        }
    }

    @Test
    void since_when_a_pool_has_its_status_comes_back_exact_or_as_before() throws IOException {
        var at = java.time.Instant.parse("2026-03-01T08:00:00Z");
        for (var since : List.of(new FieldValue.Time(at), new FieldValue.Before(at), FieldValue.ABSENT))
            assertThat(writtenAndRead(new Pools(1).one("a").withStatusSince(since)).statusSince()).isEqualTo(since);
    }

    @Test
    void the_name_of_a_workspace_comes_back_with_its_id() throws IOException {
        for (var shown : List.of("research (d6f0)", "d6f0")) {
            var pool = Pools.inWorkspace(shown, "d6f0");
            assertSame(pool, writtenAndRead(pool));
        }
    }

    private static void assertSame(Pool pool, Pool read) {
        for (var field : PoolField.values())
            assertThat(field.of(read)).as("%s of %s", field, pool.key()).isEqualTo(field.of(pool));
        assertThat(read.v2()).isEqualTo(pool.v2());
        assertThat(read.billing()).isEqualTo(pool.billing());
        assertThat(read.key()).isEqualTo(pool.key());
    }

    private static Pool writtenAndRead(Pool pool) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var json = JsonLineCodec.FACTORY.createGenerator(bytes)) {
            JsonLineCodec.write(json, StoredPoolJson.of(pool));
        }
        try (var json = JsonLineCodec.FACTORY.createParser(bytes.toByteArray())) {
            return StoredPoolJson.pool(Objects.requireNonNull(new JsonLineCodec(json, Integer.MAX_VALUE).next()),
                    pool.poolOrigin());
        }
    }

    @Test
    void what_a_service_sends_goes_by_the_names_of_exports() {
        var stored = StoredPoolJson.of(new Pools(1).oneOfV2("id"));
        assertThat(stored).containsEntry("cluster_id", "id").containsEntry("api", "v2");
        assertThat(stored.keySet()).filteredOn(name -> PoolField.ofId(name).isEmpty())
                .isSubsetOf("nodes", "node_pool", "prepaid", "free_source", "on_nodes");
    }

    @Test
    void whatever_stands_in_a_file_makes_a_pool() {
        var pool = StoredPoolJson.pool(
                Map.of("cluster_id", List.of(1), "status", 5, "count", Map.of("a", 1), "created_at", "yesterday",
                        "allocatable_cpu_cores", new BigDecimal("1E+99999999"), "nodes", "none", "on_nodes", 3),
                new Pools(1).one("x").poolOrigin());
        assertThat(pool.status().word()).isEmpty();
        assertThat(pool.createdAt()).isEqualTo(new FieldValue.Unreadable("yesterday"));
        assertThat(pool.allocatableResources().cpuCores()).isEqualTo(new FieldValue.Unreadable("1E+99999999"));
    }
}
