package poolscope.history;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import poolscope.MovableClock;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ForwardingFileOps;
import poolscope.pool.AllocatableResources;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;
import poolscope.pool.RawJson;
import poolscope.pool.UndocumentedFields;

/// How large the history gets when one of a hundred pools changes each minute, what a refresh costs, and how long the
/// last known pools take to read. Arguments: number of pools, days.
final class HistoryBench {
    private static final HistoryListIdentity SOURCE = Moments.SOURCE;
    private static final FieldValue ABSENT = FieldValue.ABSENT;
    /// Tens of thousands of lines are written; how fast a disk is, is not the question.
    private static final FileSystemOperations DISK = new ForwardingFileOps() {
        @Override
        public void force(Path file) {}
    };
    private static final int CARDS = 8;

    private final Random random = new Random(1);
    private final List<Pool> pools = new ArrayList<>();

    public static void main(String[] args) throws IOException {
        new HistoryBench(Integer.parseInt(args[0])).run(Integer.parseInt(args[1]));
    }

    private HistoryBench(int count) {
        for (int i = 0; i < count; i++) {
            int nodes = 2 + random.nextInt(30);
            pools.add(pool(
                    new PoolNamesAndOwner(FieldValue.text(new UUID(random.nextLong(), random.nextLong()).toString()),
                            FieldValue.text("pool-" + i), FieldValue.text("training of group " + i % 90), ABSENT,
                            FieldValue.text("project"), FieldValue.text("owner-" + i % 50)),
                    nodes, nodes, PoolStatus.of("running")));
        }
    }

    private Pool pool(PoolNamesAndOwner identity, int count, int available, PoolStatus status) {
        return new Pool(identity,
                new FieldValue.Time(Instant.ofEpochSecond(1_700_000_000L + identity.hashCode() % 1000)), status,
                new PoolNodeGroups(List.of(new PoolNodeGroups.Group(FieldValue.text("modelarts.vm.npu.8u"),
                        FieldValue.Number.of(count), FieldValue.Number.of(available)))),
                new AllocatableResources(number(available * 23.25), number(available * 93_000L),
                        number(available * CARDS)),
                Billing.ON_DEMAND, UndocumentedFields.NONE, ORIGIN, RawJson.NONE);
    }

    private static final PoolOrigin ORIGIN = new PoolOrigin("c", "Connection", "", 1, Instant.EPOCH, "");

    private static FieldValue number(double number) {
        return new FieldValue.Number(BigDecimal.valueOf(number));
    }

    private static FieldValue number(long number) {
        return FieldValue.Number.of(number);
    }

    /// One of a hundred pools has other nodes available, and with them other cores, memory and cards; a few of them
    /// another status.
    private void change() {
        for (int i = pools.size() / 100; i > 0; i--) {
            int at = random.nextInt(pools.size());
            var pool = pools.get(at);
            int count = ((FieldValue.Number) pool.poolNodeGroups().count()).number().intValue();
            pools.set(at, pool(pool.poolNamesAndOwner(), count, random.nextInt(count + 1),
                    PoolStatus.of(random.nextInt(20) == 0 ? "abnormal" : "running")));
        }
    }

    private void run(int days) throws IOException {
        var config = Files.createTempDirectory("history-bench");
        var clock = new MovableClock(Moments.START);
        long largest = 0;
        long nanos = 0;
        int minutes = 0;
        try (var history = HistoryFolder.in(config, DISK, clock, _ -> {
        })) {
            for (int day = 0; day < days; day++) {
                for (int minute = 0; minute < 1_440; minute++) {
                    change();
                    var known = new KnownPoolsAtTime(SOURCE, clock.instant(), true, pools);
                    long from = System.nanoTime();
                    history.add(known);
                    nanos += System.nanoTime() - from;
                    minutes++;
                    clock.advance(Duration.ofMinutes(1));
                    if (minute % 60 == 0) largest = Math.max(largest, history.size());
                }
                System.out.println("day " + (day + 1) + ": " + mb(history.size()) + " MB, largest so far " + mb(largest)
                        + " MB, a refresh costs its thread " + nanos / minutes / 1_000 + " µs, kept "
                        + kept(config, clock) + " days");
            }
        }
        read(config, clock);
        try (Stream<Path> all = Files.walk(config)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList())
                Files.delete(path);
        }
        if (largest > HistoryFolder.MOST_BYTES) throw new IllegalStateException("larger than it may be");
    }

    private static void read(Path config, MovableClock clock) throws IOException {
        var again = HistoryFolder.in(config, DISK, clock, _ -> {
        });
        long from = System.nanoTime();
        int found = again.newest("c").orElseThrow().pools().size();
        System.out
                .println("the last " + found + " pools are read in " + (System.nanoTime() - from) / 1_000_000 + " ms");
    }

    private static String kept(Path config, MovableClock clock) throws IOException {
        var first = new ConnectionHistoryFiles(config.resolve("history/c"), DISK).segments().getFirst();
        long hours = Duration.between(ConnectionHistoryFiles.begun(first), clock.instant()).toHours();
        return hours / 24 + "." + hours % 24 * 10 / 24;
    }

    private static String mb(long bytes) {
        return bytes / 1_000_000 + "." + bytes / 100_000 % 10;
    }
}
