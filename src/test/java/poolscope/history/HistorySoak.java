package poolscope.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import poolscope.MovableClock;
import poolscope.pool.Pool;

/// Records pools of which one of a hundred changes each minute, for days of a clock that does not wait, as the window
/// does: how large the history gets, what a refresh costs, and whether each day, and in the end all that was kept, reads
/// back as it was.
///
/// Run by `mvn -Psoak verify`; the arguments are the number of pools and of days. Exits with 1 when the files were
/// larger than they may be at any time, or say anything else than the pools were.
final class HistorySoak implements AutoCloseable {
    private static final int MINUTES_OF_DAY = 1_440;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_PROBLEMS = 20;

    private final Path config = Files.createTempDirectory("history-soak");
    private final MovableClock clock = new MovableClock(Moments.START);
    private final CountedDisk disk = new CountedDisk();
    private final List<String> problems = new ArrayList<>();
    private final ChangingPools pools;

    HistorySoak(int count) throws IOException {
        pools = new ChangingPools(count, 1);
    }

    public static void main(String[] arguments) throws IOException {
        boolean passes;
        long begun = System.nanoTime();
        try (var soak = new HistorySoak(Integer.parseInt(arguments[0]))) {
            soak.record(Integer.parseInt(arguments[1]) * MINUTES_OF_DAY);
            soak.compare();
            soak.problems.forEach(System.out::println);
            passes = soak.problems.isEmpty();
        }
        say("%s after %d s", passes ? "Nothing was lost or invented" : "FAILED",
                (System.nanoTime() - begun) / 1_000_000_000);
        System.exit(passes ? 0 : 1);
    }

    private HistoryFolder open() {
        return HistoryFolder.in(config, disk, clock, copy -> problem("damaged: " + copy));
    }

    void record(int minutes) throws IOException {
        long nanos = 0;
        long before = 0;
        try (var history = open()) {
            for (int minute = 1; minute <= minutes; minute++) {
                long from = System.nanoTime();
                history.add(new KnownPoolsAtTime(Moments.SOURCE, clock.instant(), true, pools.pools()));
                nanos += System.nanoTime() - from;
                if (minute % MINUTES_OF_DAY == 0) {
                    say("day %d: %.1f MB, %+.1f MB; largest so far %.1f MB; a refresh costs its thread %d µs; reaches back %.1f days",
                            minute / MINUTES_OF_DAY, mb(disk.bytes()), mb(disk.bytes() - before), mb(disk.largest()),
                            nanos / minute / 1_000, reach());
                    before = disk.bytes();
                    compareReadings(open(), clock.instant().minus(DAY).plus(MINUTE));
                }
                if (minute == minutes) break;
                pools.change();
                clock.advance(MINUTE);
            }
        }
        if (disk.largest() > HistoryFolder.MOST_BYTES) problem("larger than it may be: " + disk.largest() + " bytes");
        if (onDisk() != disk.bytes()) problem("counted " + disk.bytes() + " bytes, and there are " + onDisk());
    }

    private double reach() throws IOException {
        return Duration.between(oldest(), clock.instant()).toMinutes() / (double) MINUTES_OF_DAY;
    }

    private Instant oldest() throws IOException {
        return ConnectionHistoryFiles.begun(files().segments().getFirst());
    }

    private ConnectionHistoryFiles files() {
        return new ConnectionHistoryFiles(config.resolve("history/c"), disk);
    }

    private long onDisk() throws IOException {
        try (Stream<Path> all = Files.walk(config)) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /// Reads all that was kept, as after a restart.
    void compare() throws IOException {
        var oldest = oldest();
        var history = open();
        compareReadings(history, oldest);
        var replay = pools.replay();
        for (var at = oldest; at.isBefore(clock.instant().minus(DAY)); at = at.plus(DAY))
            compareAt(history, at, replay);
        for (var at = clock.instant().minus(DAY); !at.isAfter(clock.instant()); at = at.plus(Duration.ofHours(1)))
            if (!at.isBefore(oldest)) compareAt(history, at, replay);
        long from = System.nanoTime();
        int found = history.newest("c").orElseThrow().pools().size();
        say("The last %d pools are read in %d ms", found, (System.nanoTime() - from) / 1_000_000);
    }

    /// Each reading from that time on, minute by minute.
    private void compareReadings(HistoryFolder history, Instant since) throws IOException {
        var replay = pools.replay();
        var read = new int[2];
        history.forEachReading("c", since, reading -> {
            int minute = minute(reading.readAt());
            int changed = replay.goTo(minute);
            int expected = reading.isWhole() ? pools.pools().size() : changed;
            if (reading.pools().size() != expected || !reading.gone().isEmpty())
                problem("minute " + minute + ": " + reading.pools().size() + " pools instead of " + expected);
            compare("minute " + minute, reading.pools(), replay);
            read[0]++;
            read[1] = minute;
            return true;
        });
        int minutes = pools.minutes() - minute(since) + 1;
        if (read[0] != minutes || read[1] != pools.minutes())
            problem(read[0] + " readings up to minute " + read[1] + " instead of " + minutes + " up to "
                    + pools.minutes());
        say("%d readings of the last %.1f days compared", read[0], minutes / (double) MINUTES_OF_DAY);
    }

    private void compareAt(HistoryFolder history, Instant at, ChangingPools.Replay replay) throws IOException {
        replay.goTo(minute(at));
        var known = history.at("c", at);
        if (known.isEmpty() || known.get().pools().size() != pools.pools().size()) problem("not all pools at " + at);
        known.ifPresent(found -> compare("at " + at, found.pools(), replay));
    }

    private void compare(String when, List<Pool> found, ChangingPools.Replay replay) {
        long wrong = found.stream().filter(pool -> !replay.has(pool)).count();
        if (wrong > 0) problem(when + ": " + wrong + " pools are not as they were");
    }

    private static int minute(Instant at) {
        return Math.toIntExact(Duration.between(Moments.START, at).toMinutes());
    }

    private void problem(String problem) {
        if (problems.size() < MOST_PROBLEMS) problems.add(problem);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private static double mb(long bytes) {
        return bytes / 1e6;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(config)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList())
                Files.delete(path);
        }
    }
}
