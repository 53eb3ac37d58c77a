package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import poolscope.api.json.ValueInterner;
import poolscope.connection.PoolQuery;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;

/// What 50,000 pools cost in memory. It is measured in a JVM of its own: there the heap holds nothing else and no other
/// thread allocates.
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class ReadingCostTest {
    private static final int PAGES = 50;
    private static final int A_PAGE = 1000;

    /// What the document knows of; what a service was seen to send beside it; nodes as the newer API sends them.
    private static final List<String> MORE = List.of("",
            ",\"charging_mode\":\"COMMON\",\"max_node_count\":50,\"services_count\":{\"realtime_count\":2,\"batch_count\":1}",
            ",\"charging_mode\":1");
    private static final String SECOND_GROUP = ",{\"specification\":\"b\",\"count\":3}";
    private static List<Long> bytesPerPool = List.of();

    @BeforeAll
    static void measure() throws Exception {
        var child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx512m", "-cp", System.getProperty("java.class.path"),
                ReadingCostTest.class.getName()).redirectErrorStream(true).start();
        var printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(printed).isZero();
        bytesPerPool = printed.lines().map(Long::valueOf).toList();
    }

    @Test
    void a_pool_takes_about_320_bytes_beside_its_raw_text() {
        assertThat(bytesPerPool).as("measured: 318").hasSize(MORE.size() + 1);
        assertThat(bytesPerPool.subList(0, MORE.size())).allSatisfy(ReadingCostTest::isAbout320);
    }

    @Test
    void a_pool_with_two_groups_of_nodes_takes_as_much() {
        isAbout320(bytesPerPool.getLast());
    }

    private static void isAbout320(long bytes) {
        assertThat(bytes).as("bytes per pool").isBetween(100L, 335L);
    }

    /// Prints the bytes that a pool takes: a line for each of [#MORE], then one for pools with two groups of nodes.
    static void main() throws Exception {
        // The first reading also pays for classes and tables that are made once.
        measured(body -> body);
        for (var more : MORE)
            IO.println(measured(body -> body.replaceAll("(\"allocatable_gpus\":0.5)", "$1" + more)));
        IO.println(measured(body -> body.replaceAll("\"nodes\":(\\{[^}]*})", "\"nodes\":[$1" + SECOND_GROUP + "]")));
    }

    private static long measured(UnaryOperator<String> page) throws Exception {
        var bodies = new ArrayList<byte[]>();
        var random = new Random(1);
        for (int i = 0; i < PAGES; i++)
            bodies.add(page.apply(page(i, random)).getBytes(StandardCharsets.UTF_8));
        long before = used();
        var valueInterner = new ValueInterner();
        List<List<ClusterListEntry<Pool>>> lists = new ArrayList<>();
        for (byte[] body : bodies) {
            var poolOrigin = new PoolOrigin("c", "n", "r", lists.size() + 1, Instant.EPOCH, "");
            lists.add(ClusterListPageJson.read(body, poolOrigin, valueInterner, PoolQuery.SortBy.CREATED_AT).entries());
        }
        var pools = lists.stream().flatMap(List::stream).map(ClusterListEntry::value).toList();
        lists.clear();
        valueInterner = null;
        long each = (used() - before) / ((long) PAGES * A_PAGE);
        if (pools.size() != PAGES * A_PAGE || bodies.size() != PAGES)
            throw new AssertionError(pools.size() + " pools of " + bodies.size() + " pages");
        return each;
    }

    private static String page(int number, Random random) {
        var clusters = new ArrayList<String>();
        for (int i = 0; i < A_PAGE; i++)
            clusters.add(
                    ("{\"cluster_id\":\"%032x\",\"cluster_name\":\"pool-train-%05d\",\"description\":\"\",\"tenant\":\"%032x\",\"project\":\"%032x\","
                            + "\"owner\":\"owner-%d\",\"created_at\":%d,\"status\":\"running\",\"nodes\":{\"specification\":\"modelarts.vm.cpu.8ud\","
                            + "\"count\":%d,\"available_count\":%d},\"allocatable_cpu_cores\":%d.5,\"allocatable_memory\":%d,\"allocatable_gpus\":0.5}")
                            .formatted(number * A_PAGE + i, number * A_PAGE + i, 7, 8, random.nextInt(40),
                                    1_574_923_077_927L + random.nextInt(1_000_000_000), random.nextInt(20),
                                    random.nextInt(20), random.nextInt(60), 4096 * random.nextInt(60)));
        return "{\"total_count\":50000,\"count\":1000,\"clusters\":[" + String.join(",", clusters) + "]}";
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
