package poolscope.pool.filter;

import static poolscope.pool.filter.FilterSamples.NOW;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import poolscope.bench.BenchSection;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// What a filter takes on one warm thread for 100,000 pools, as `mvn -Pbench verify` prints it. Fails when a filter
/// takes ten times the budget of 40 ms for a keystroke.
public final class FilterBench {
    private static final int POOLS = 100_000;
    private static final long LIMIT_MS = 400;

    private static List<Pool> fleet() {
        var random = new SplittableRandom(1);
        return IntStream.range(0, POOLS)
                .mapToObj(i -> FilterSamples.pool()
                        .status(i % 9 == 0 ? "abnormal" : "running")
                        .with(PoolField.NAME, (i % 2 == 0 ? "pool-train-" : "推理资源池-") + i)
                        .with(PoolField.ID, new UUID(random.nextLong(), random.nextLong()).toString())
                        .with(PoolField.DESCRIPTION, "Large model training, team " + i % 50 + " 训练")
                        .with(PoolField.OWNER, "user" + i % 200)
                        .with(PoolField.TENANT, "04f258c84780d5a52f3bc00fe6aa10d" + i % 7)
                        .with(PoolField.PROJECT, "5f03e5f7ff00f2b52ffec0171ff4d2a" + i % 9)
                        .with(PoolField.SPECIFICATION, "modelarts.bm.npu.arm.8snt9b." + i % 6)
                        .with(PoolField.NODE_COUNT, 8)
                        .with(PoolField.AVAILABLE_NODES, 7)
                        .with(PoolField.ACCELERATORS, i % 65)
                        .with(PoolField.MEMORY, 1024 * (i % 2000))
                        .with(PoolField.CPU_CORES, i % 300)
                        .created("2026-02-27T08:55:12Z")
                        .make())
                .toList();
    }

    private FilterBench() {}

    public static void main(String[] args) throws IOException {
        var section = BenchSection.of(5, "A filter over 100,000 pools", List.of("filter", "ms", "pools shown"),
                "One warm thread, the best of 10.");
        var fleet = fleet();
        for (var text : List.of("zzzz", "tlzyc", "abnormal", "pool 训练 user7", "999", "gpu>=8", "avail<nodes age<7d",
                "mem>=512GiB", "status:abnormal", "spec~\"npu|gpu\"", "created>=2026-01-31", "owner in (user1, user2)",
                "name:train")) {
            var filter = PoolFilter.parse(text).filter();
            long best = Long.MAX_VALUE;
            long shown = 0;
            for (int i = 0; i < 10; i++) {
                long start = System.nanoTime();
                shown = 0;
                for (var pool : fleet)
                    if (filter.matches(pool, NOW)) shown++;
                best = Math.min(best, (System.nanoTime() - start) / 1_000);
            }
            IO.println("%8.1f ms  %6d shown  %s".formatted(best / 1_000.0, shown, text));
            section.row(List.of("`" + text + "`", "%.1f".formatted(best / 1_000.0), "" + shown));
            if (best / 1_000 >= LIMIT_MS) throw new AssertionError(text + " takes " + best / 1_000 + " ms");
        }
        section.save();
    }
}
