package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import poolscope.pool.Origin;
import poolscope.pool.Pool;

/// What 100,000 pools cost.
class ReadingCostTest {
    private static final int PAGES = 50;
    private static final int A_PAGE = 1000;

    @Test
    void a_pool_takes_about_320_bytes_beside_its_raw_text() throws Exception {
        var bodies = new ArrayList<byte[]>();
        var random = new Random(1);
        for (int i = 0; i < PAGES; i++)
            bodies.add(page(i, random));
        long before = used();
        var interner = new Interner();
        List<List<Entry<Pool>>> lists = new ArrayList<>();
        for (byte[] body : bodies) {
            var origin = new Origin("c", "n", "r", lists.size() + 1, Instant.EPOCH, "");
            lists.add(ListJson.read(body, origin, interner).entries());
        }
        var pools = lists.stream().flatMap(List::stream).map(Entry::value).toList();
        lists.clear();
        interner = null;
        long each = (used() - before) / ((long) PAGES * A_PAGE);
        assertThat(pools).hasSize(PAGES * A_PAGE);
        assertThat(bodies).hasSize(PAGES);
        assertThat(each).as("measured: 318").isBetween(100L, 335L);
    }

    private static byte[] page(int number, Random random) {
        var clusters = new ArrayList<String>();
        for (int i = 0; i < A_PAGE; i++)
            clusters.add(
                    ("{\"cluster_id\":\"%032x\",\"cluster_name\":\"pool-train-%05d\",\"description\":\"\",\"tenant\":\"%032x\",\"project\":\"%032x\","
                            + "\"owner\":\"owner-%d\",\"created_at\":%d,\"status\":\"running\",\"nodes\":{\"specification\":\"modelarts.vm.cpu.8ud\","
                            + "\"count\":%d,\"available_count\":%d},\"allocatable_cpu_cores\":%d.5,\"allocatable_memory\":%d,\"allocatable_gpus\":0.5}")
                            .formatted(number * A_PAGE + i, number * A_PAGE + i, 7, 8, random.nextInt(40),
                                    1_574_923_077_927L + random.nextInt(
                                            1_000_000_000),
                                    random.nextInt(20), random.nextInt(20), random.nextInt(60), 4096 * random.nextInt(60)));
        return ("{\"total_count\":50000,\"count\":1000,\"clusters\":[" + String.join(",", clusters) + "]}").getBytes(
                java.nio.charset.StandardCharsets.UTF_8);
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
