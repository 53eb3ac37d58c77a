package poolscope.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.PropertyCases;
import poolscope.disk.FileSystemOperations;
import poolscope.pool.Pool;
import poolscope.pool.Pools;
import poolscope.pool.change.PoolListDiff;

/// A process is killed while it writes; `-Dhistory.kills=200` for more rounds.
class KilledProcessTest {
    private static final int ROUNDS = Integer.getInteger("history.kills", 12);
    private static final int POOLS = 120;
    private static final Duration ROUND = Duration.ofHours(1);
    @TempDir
    Path config;

    @Test
    void P34_whatever_was_written_is_there_after_a_kill_and_nothing_else() throws Exception {
        var random = PropertyCases.random(7);
        var copies = new ArrayList<Path>();
        for (int round = 0; round < ROUNDS; round++) {
            int told = killedAfter(random.nextInt(1, 60), round);
            try (var history = open(copies)) {
                var known = history.newest("c").orElseThrow();
                int found = Math.toIntExact(Duration.between(start(round), known.readAt()).toSeconds());
                assertThat(found).as("round %d", round).isGreaterThanOrEqualTo(told);
                assertThat(PoolListDiff.between(pools(found), known.pools())).as("round %d", round).isEmpty();
            }
        }
        try (Stream<Path> left = Files.list(config.resolve("history/c"))) {
            assertThat(left.map(path -> path.getFileName().toString())).as("what the killed ones left is swept")
                    .allMatch(name -> name.endsWith(".jsonl.gz") || name.contains(".bad-"));
        }
        System.out.println(ROUNDS + " kills, " + copies.size() + " of them in the middle of a line");
    }

    /// @return the number of the last reading of which the process said that it was written
    private int killedAfter(int readings, int round) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process = new ProcessBuilder(List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), Writer.class.getName(), config.toString(),
                String.valueOf(round))).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String told = "";
        try (BufferedReader lines = process.inputReader()) {
            for (int n = 0; n < readings; n++)
                told = lines.readLine();
            process.destroyForcibly().waitFor();
        }
        return Integer.parseInt(told);
    }

    private HistoryFolder open(List<Path> copies) {
        return open(config, copies);
    }

    private static HistoryFolder open(Path config, List<Path> copies) {
        return HistoryFolder.in(config, FileSystemOperations.ofDisk(), Clock.fixed(Moments.START, ZoneOffset.UTC),
                copies::add);
    }

    private static Instant start(int round) {
        return Moments.START.plus(ROUND.multipliedBy(round));
    }

    /// A third of the pools is different from the list before.
    private static List<Pool> pools(int n) {
        List<Pool> pools = new ArrayList<>();
        for (int i = 0; i < POOLS; i++)
            pools.add(new Pools(1_000L * (i + 1) + Math.floorDiv(n - i % 3, 3)).oneOfV2("id-" + i));
        return pools;
    }

    /// The other process: writes one reading after the other and says the number of each that was written.
    static final class Writer {
        public static void main(String[] args) throws IOException {
            var history = open(Path.of(args[0]), new ArrayList<>());
            history.newest("c");
            for (int n = 0; n < ROUND.toSeconds(); n++) {
                history.add(new KnownPoolsAtTime(Moments.SOURCE, start(Integer.parseInt(args[1])).plusSeconds(n), true,
                        pools(n)));
                System.out.println(n);
            }
        }
    }
}
