package poolscope.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static poolscope.history.Moments.SOURCE;
import static poolscope.history.Moments.START;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.MovableClock;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ForwardingFileOps;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Pools;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.PoolChange;
import poolscope.pool.change.PoolListDiff;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// The history on a real disk, compared with copies of all lists.
class HistoryFolderTest {
    private final MovableClock clock = new MovableClock(START);
    private final List<Path> damaged = new ArrayList<>();
    @TempDir
    Path config;

    private HistoryFolder open() {
        return open(FileSystemOperations.ofDisk());
    }

    private HistoryFolder open(FileSystemOperations ops) {
        return HistoryFolder.in(config, ops, clock, damaged::add);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void knows_the_pools_of_every_moment_and_each_step_between_two_also_after_restarts(long seed) throws IOException {
        var moments = new Moments(seed, 12);
        for (int run = 0; run < 3; run++)
            try (var history = open()) {
                // a run that knows the newest pools goes on with their segment
                if (seed % 2 == 0) assertThat(history.newest("c").isPresent()).isEqualTo(run > 0);
                for (int reading = 0; reading < 40; reading++)
                    history.add(moments.next());
            }

        try (var history = open()) {
            for (var reading : moments.lists.entrySet()) {
                var known = history.at("c", reading.getKey().plusSeconds(30)).orElseThrow();
                assertThat(PoolListDiff.between(reading.getValue(), known.pools())).as("at %s", reading.getKey())
                        .isEmpty();
                assertThat(known.pools()).allMatch(pool -> pool.poolOrigin().readAt().equals(known.readAt()));
            }
            assertThat(history.at("c", START.minusSeconds(1))).isEmpty();
            var since = START.plus(Duration.ofMinutes(50));
            assertThat(texts(history.changesSince("c", since))).isEqualTo(texts(steps(moments, since)));
            assertThat(history.moments("c")).isSorted()
                    .containsAll(steps(moments, START).stream().map(ChangeLogEntry::seenAt).distinct().toList());
            assertThat(history.newest("c").orElseThrow().readAt()).isEqualTo(moments.lists.lastKey());
        }
        assertThat(damaged).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void passes_on_each_reading_so_that_the_pools_of_every_moment_follow(long seed) throws IOException {
        var moments = new Moments(seed, 12);
        for (int run = 0; run < 3; run++)
            try (var history = open()) {
                // a run that knows the newest pools goes on with their segment
                if (seed % 2 == 0) assertThat(history.newest("c").isPresent()).isEqualTo(run > 0);
                for (int reading = 0; reading < 40; reading++)
                    history.add(moments.next());
            }

        try (var history = open()) {
            var since = START.plus(Duration.ofMinutes(50));
            Map<String, Pool> pools = new HashMap<>();
            List<Instant> readAt = new ArrayList<>();
            history.forEachReading("c", since, reading -> {
                if (reading.isWhole()) pools.clear();
                reading.pools().forEach(pool -> pools.put(pool.key(), pool));
                reading.gone().forEach(pools::remove);
                readAt.add(reading.readAt());
                assertThat(PoolListDiff.between(moments.lists.floorEntry(reading.readAt()).getValue(), pools.values()))
                        .as("at %s", reading.readAt())
                        .isEmpty();
                return true;
            });
            assertThat(readAt).isSorted().endsWith(moments.lists.lastKey());
            assertThat(readAt.getFirst()).isBeforeOrEqualTo(since);
            assertThat(readAt).containsAll(steps(moments, since).stream().map(ChangeLogEntry::seenAt).toList());
            readAt.clear();
            history.forEachReading("c", since, reading -> {
                readAt.add(reading.readAt());
                return readAt.size() < 3;
            });
            assertThat(readAt).hasSize(3);
        }
    }

    private static List<ChangeLogEntry> steps(Moments moments, Instant since) {
        List<ChangeLogEntry> steps = new ArrayList<>();
        for (var at : moments.lists.tailMap(since).keySet()) {
            var before = moments.lists.lowerEntry(at);
            if (before != null)
                PoolListDiff.between(before.getValue(), moments.lists.get(at))
                        .forEach(change -> steps.add(new ChangeLogEntry(at, "c", "Connection", change)));
        }
        return steps;
    }

    private static List<String> texts(List<ChangeLogEntry> entries) {
        return entries.stream().map(entry -> entry.seenAt() + " " + switch (entry.change()) {
            case PoolChange.Appeared(var pool) -> "+" + pool.key();
            case PoolChange.Gone(var pool) -> "-" + pool.key();
            case PoolChange.Changed(_, var pool, var fields) -> pool.key() + fields;
        }).sorted().toList();
    }

    @Test
    void two_programs_that_watch_the_same_connection_say_each_change_once() throws IOException {
        var moments = new Moments(5, 12);
        try (var one = open(); var two = open()) {
            for (int reading = 0; reading < 60; reading++) {
                var known = moments.next();
                one.add(known);
                if (reading > 3)
                    two.add(new KnownPoolsAtTime(SOURCE, known.readAt().plusSeconds(20), true, known.pools()));
            }
        }
        try (var history = open()) {
            assertThat(texts(history.changesSince("c", START))).isEqualTo(texts(steps(moments, START)));
            assertThat(history.watched("c", START, Duration.ofMinutes(20)).periods()).hasSize(1);
        }
        assertThat(damaged).isEmpty();
    }

    @Test
    void what_differs_in_every_answer_is_written_every_quarter_of_an_hour_and_with_each_change() throws IOException {
        Pool pool = freeMemory(1);
        try (var history = open()) {
            for (int minute = 0; minute <= 40; minute++)
                history.add(new KnownPoolsAtTime(SOURCE, minute(minute), true, List.of(freeMemory(minute))));
            for (var at : Map.of(14, 0, 15, 15, 29, 15, 31, 30).entrySet())
                assertThat(
                        PoolField.FREE_MEMORY.of(history.at("c", minute(at.getKey())).orElseThrow().pools().getFirst())
                                .asNumber())
                        .as("after %s minutes", at.getKey())
                        .contains(java.math.BigDecimal.valueOf(at.getValue()));
            assertThat(history.moments("c")).containsExactly(minute(0));
            assertThat(history.changesSince("c", START)).isEmpty();
            history.add(new KnownPoolsAtTime(SOURCE, minute(41), true, List.of(new Pools(99).one(pool.key()))));
            assertThat(history.moments("c")).containsExactly(minute(0), minute(41));
        }
    }

    private static Pool freeMemory(int mib) {
        var pool = new Pools(3).oneOfV2("id");
        var free = pool.v2().free();
        return pool.with(pool.allocatableResources(),
                pool.v2()
                        .withFree(new poolscope.pool.FreeResources(free.cpuCores(),
                                poolscope.pool.FieldValue.Number.of(mib), free.accelerators(), free.onNodes(),
                                free.source())));
    }

    @Test
    void time_in_which_the_program_did_not_run_is_not_watched() throws IOException {
        var pools = new Pools(1).some(3);
        for (int from : new int[]{0, 100})
            try (var history = open()) {
                for (int minute = from; minute < from + 31; minute++)
                    history.add(new KnownPoolsAtTime(SOURCE, minute(minute), true, pools));
            }
        try (var history = open()) {
            assertThat(history.watched("c", START, Duration.ofMinutes(20)).unwatched(minute(0), minute(130)))
                    .containsExactly(new RegularlyRefreshedPeriods.Period(minute(30), minute(100)));
            assertThat(history.moments("c")).containsExactly(minute(0), minute(100));
        }
    }

    /// All pools would be written again, and read again whenever the time of that run is looked at.
    @Test
    void a_later_run_goes_on_with_the_segment_that_it_read() throws IOException {
        var moments = new Moments(7, 12);
        for (int run = 0; run < 10; run++)
            try (var history = open()) {
                history.newest("c");
                history.add(moments.next());
                try (var again = open()) {
                    assertThat(history.moments("c")).isEqualTo(again.moments("c"));
                }
            }
        assertThat(segments()).hasSize(1);
        try (var history = open()) {
            for (var reading : moments.lists.entrySet())
                assertThat(PoolListDiff.between(reading.getValue(),
                        history.at("c", reading.getKey()).orElseThrow().pools())).as("at %s", reading.getKey())
                        .isEmpty();
            assertThat(texts(history.changesSince("c", START))).isEqualTo(texts(steps(moments, START)));
        }
        assertThat(damaged).isEmpty();
    }

    @Test
    void a_run_in_which_nothing_changed_is_no_moment_of_change() throws IOException {
        var pools = new Pools(1).some(3);
        for (int minute : new int[]{0, 200, 400})
            try (var history = open()) {
                history.newest("c");
                history.add(new KnownPoolsAtTime(SOURCE, minute(minute), true, pools));
            }
        try (var history = open()) {
            assertThat(history.moments("c")).containsExactly(minute(0));
            assertThat(history.newest("c").orElseThrow().readAt()).isEqualTo(minute(400));
            assertThat(history.watched("c", START, Duration.ofMinutes(20)).unwatched(minute(0), minute(400)))
                    .containsExactly(new RegularlyRefreshedPeriods.Period(minute(0), minute(200)),
                            new RegularlyRefreshedPeriods.Period(minute(200), minute(400)));
        }
    }

    @Test
    void a_segment_that_another_program_writes_or_has_written_to_since_is_not_continued() throws IOException {
        try (var first = open(); var second = open()) {
            first.add(new KnownPoolsAtTime(SOURCE, minute(0), true, new Pools(1).some(3)));
            second.newest("c");
            second.add(new KnownPoolsAtTime(SOURCE, minute(1), true, new Pools(2).some(3)));
        }
        assertThat(segments()).hasSize(2);
        try (var later = open()) {
            later.newest("c");
            later.add(new KnownPoolsAtTime(SOURCE, minute(2), true, new Pools(3).some(3)));
        }
        assertThat(segments()).as("the newest was written beside another").hasSize(3);
        try (var slow = open()) {
            slow.newest("c");
            try (var quick = open()) {
                quick.newest("c");
                quick.add(new KnownPoolsAtTime(SOURCE, minute(3), true, new Pools(4).some(3)));
            }
            assertThat(segments()).hasSize(3);
            slow.add(new KnownPoolsAtTime(SOURCE, minute(4), true, new Pools(5).some(3)));
        }
        assertThat(segments()).hasSize(4);
        try (var history = open()) {
            for (int minute = 0; minute < 5; minute++)
                assertThat(history.at("c", minute(minute)).orElseThrow().pools()).as("minute %s", minute)
                        .extracting(pool -> pool.poolNamesAndOwner().name())
                        .containsExactlyElementsOf(new Pools(minute + 1).some(3)
                                .stream()
                                .map(pool -> pool.poolNamesAndOwner().name())
                                .toList());
        }
        assertThat(damaged).isEmpty();
    }

    /// One of two programs saw a pool change and change back, the other did not. Differences from what the other knows
    /// would leave it changed for ever.
    @Test
    void what_only_one_of_two_programs_saw_does_not_outlast_the_next_start() throws IOException {
        var before = new Pools(1).some(3);
        var meanwhile = new Pools(2).some(3);
        try (var one = open(); var two = open()) {
            one.add(new KnownPoolsAtTime(SOURCE, minute(0), true, before));
            two.newest("c");
            two.add(new KnownPoolsAtTime(SOURCE, minute(1), true, before));
            one.add(new KnownPoolsAtTime(SOURCE, minute(2), true, meanwhile));
            two.add(new KnownPoolsAtTime(SOURCE, minute(6), true, before));
        }
        try (var history = open()) {
            history.newest("c");
            history.add(new KnownPoolsAtTime(SOURCE, minute(10), true, before));
            assertThat(PoolListDiff.between(before, history.at("c", minute(10)).orElseThrow().pools())).isEmpty();
            var changed = history.changesSince("c", minute(2));
            assertThat(changed.stream().map(ChangeLogEntry::seenAt).max(Instant::compareTo)).contains(minute(10));
        }
    }

    @Test
    void segments_of_many_runs_are_no_larger_than_those_of_one() throws IOException {
        for (int minute = 0; minute < 60; minute++)
            try (var history = open()) {
                history.newest("c");
                history.add(new KnownPoolsAtTime(SOURCE, minute(minute), true, new Pools(minute).some(60)));
            }
        assertThat(segments()).hasSizeBetween(2, 12)
                .allSatisfy(segment -> assertThat(Files.size(segment)).isLessThan(80_000));
    }

    /// Readings before those that were written last can't follow them.
    @Test
    void after_the_clock_was_set_back_a_later_run_begins_a_segment() throws IOException {
        for (int minute : new int[]{10, 5})
            try (var history = open()) {
                history.newest("c");
                history.add(new KnownPoolsAtTime(SOURCE, minute(minute), true, new Pools(minute).some(3)));
            }
        assertThat(segments()).hasSize(2);
    }

    private List<Path> segments() throws IOException {
        return new ConnectionHistoryFiles(config.resolve("history/c"), FileSystemOperations.ofDisk()).segments();
    }

    /// It is as long as all pools together, and asked for after each refresh.
    @Test
    void the_moments_of_the_segment_that_grows_are_known_without_reading_it() throws IOException {
        var reads = new ArrayList<Path>();
        var moments = new Moments(3, 12);
        try (var history = open(counting(reads))) {
            for (int reading = 0; reading < 40; reading++) {
                history.add(moments.next());
                try (var again = open()) {
                    assertThat(history.moments("c")).isEqualTo(again.moments("c"));
                }
            }
            assertThat(history.moments("c")).hasSizeGreaterThan(5);
        }
        assertThat(reads).isEmpty();
    }

    @Test
    void what_was_read_ahead_is_read_once_and_what_comes_later_is_not_missed() throws IOException {
        var moments = new Moments(3, 12);
        try (var history = open()) {
            for (int reading = 0; reading < 5; reading++)
                history.add(moments.next());
        }
        var reads = new ArrayList<Path>();
        try (var history = open(counting(reads))) {
            history.readAhead("c");
            assertThat(reads).hasSize(1);
            assertThat(history.newest("c").orElseThrow().readAt()).isEqualTo(moments.lists.lastKey());
            history.readAhead("c");
            assertThat(reads).as("reads after it was used").hasSize(1);
        }
        try (var history = open()) {
            history.readAhead("c");
            history.add(moments.next());
            assertThat(history.newest("c").orElseThrow().readAt()).isEqualTo(moments.lists.lastKey());
        }
        try (var history = open()) {
            history.readAhead("c");
            history.delete("c");
            assertThat(history.newest("c")).isEmpty();
        }
    }

    private static FileSystemOperations counting(List<Path> reads) {
        return new ForwardingFileOps() {
            @Override
            public byte[] read(Path file, int atMost) throws IOException {
                reads.add(file);
                return super.read(file, atMost);
            }
        };
    }

    @Test
    void of_two_segments_that_were_begun_in_the_same_second_the_second_is_the_newest() throws IOException {
        for (int restart = 0; restart < 12; restart++)
            try (var history = open()) {
                history.add(new KnownPoolsAtTime(SOURCE, START.plusMillis(restart), true, new Pools(1).some(restart)));
                assertThat(history.newest("c").orElseThrow().pools()).hasSize(restart);
            }
    }

    @Test
    void pools_of_another_project_are_no_change_of_these() throws IOException {
        var other = new HistoryListIdentity("c", "Connection", "", "https://service.example", "other", "");
        try (var history = open()) {
            history.add(new KnownPoolsAtTime(SOURCE, minute(0), true, new Pools(1).some(3)));
            history.add(new KnownPoolsAtTime(other, minute(1), true, new Pools(2).some(5)));
            assertThat(history.changesSince("c", START)).isEmpty();
            assertThat(history.newest("c").orElseThrow().source()).isEqualTo(other);
            assertThat(history.newest("c").orElseThrow().pools()).hasSize(5);
        }
    }

    @Test
    void P39_only_the_owner_can_read_it() throws IOException {
        try (var history = open()) {
            history.add(new KnownPoolsAtTime(SOURCE, minute(0), true, new Pools(1).some(3)));
            try (var all = Files.walk(history.folder())) {
                assertThat(all).hasSize(4)
                        .allSatisfy(
                                path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                                        .as("%s", path)
                                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
            }
        }
    }

    @Test
    void the_oldest_segments_are_deleted_after_30_days_and_never_the_newest_of_a_connection() throws IOException {
        var quiet = new HistoryListIdentity("quiet", "Quiet", "", "https://service.example", "p", "");
        try (var history = open()) {
            history.add(new KnownPoolsAtTime(quiet, minute(0), true, new Pools(1).some(3)));
        }
        for (int day = 0; day < 40; day++) {
            clock.set(START.plus(Duration.ofDays(day)));
            try (var history = open()) {
                history.add(new KnownPoolsAtTime(SOURCE, clock.instant(), true, new Pools(1).some(3)));
            }
        }
        try (var history = open()) {
            assertThat(history.moments("c")).as("what was known 30 days ago still is")
                    .hasSize(32)
                    .first()
                    .isEqualTo(START.plus(Duration.ofDays(8)));
            assertThat(history.newest("quiet")).isPresent();
        }
    }

    @Test
    void the_oldest_segments_are_deleted_when_all_of_them_are_too_large_after_copies_of_damaged_ones()
            throws IOException {
        var quiet = new HistoryListIdentity("quiet", "Quiet", "", "https://service.example", "p", "");
        try (var history = open()) {
            history.add(new KnownPoolsAtTime(quiet, minute(0), true, new Pools(1).some(30)));
        }
        for (int minute = 1; minute <= 9; minute++)
            try (var history = open()) {
                history.add(new KnownPoolsAtTime(SOURCE, minute(minute), true, new Pools(1).some(30)));
            }
        var folder = config.resolve("history");
        var segments = new ConnectionHistoryFiles(folder.resolve("c"), FileSystemOperations.ofDisk()).segments();
        long size = Files.size(segments.getFirst());
        var bad = Files.write(folder.resolve("c/" + segments.getLast().getFileName() + ".bad-20260301T090000Z"),
                new byte[100]);

        new HistoryRetention(folder, FileSystemOperations.ofDisk(), 5 * size + size / 2).prune(START, 0);

        assertThat(bad).doesNotExist();
        assertThat(new ConnectionHistoryFiles(folder.resolve("c"), FileSystemOperations.ofDisk()).segments())
                .isEqualTo(segments.subList(5, 9));
        new HistoryRetention(folder, FileSystemOperations.ofDisk(), 0).prune(START, 0);
        assertThat(new ConnectionHistoryFiles(folder.resolve("c"), FileSystemOperations.ofDisk()).segments())
                .containsExactly(segments.getLast());
        assertThat(new ConnectionHistoryFiles(folder.resolve("quiet"), FileSystemOperations.ofDisk()).segments())
                .hasSize(1);
    }

    @Test
    void there_is_never_more_than_may_be_kept_also_while_a_segment_is_begun() throws IOException {
        var disk = new CountedDisk();
        for (int minute = 0; minute < 30; minute++)
            try (var history = HistoryFolder.in(config, disk, clock, damaged::add, 20_000)) {
                history.add(new KnownPoolsAtTime(SOURCE, minute(minute), true, new Pools(minute).some(60)));
            }
        assertThat(disk.largest()).isBetween(15_000L, 20_000L);
        try (var history = open()) {
            assertThat(history.newest("c").orElseThrow().pools()).hasSize(60);
            assertThat(history.moments("c")).hasSizeGreaterThan(3);
        }
    }

    @Test
    void all_of_it_can_be_deleted_and_what_comes_later_begins_anew() throws IOException {
        try (var history = open()) {
            history.add(new KnownPoolsAtTime(SOURCE, minute(0), true, new Pools(1).some(3)));
            assertThat(history.size()).isPositive();
            history.deleteAll();
            assertThat(history.size()).isZero();
            assertThat(history.newest("c")).isEmpty();
            history.add(new KnownPoolsAtTime(SOURCE, minute(1), true, new Pools(2).some(4)));
            assertThat(history.moments("c")).containsExactly(minute(1));
            assertThat(history.newest("c").orElseThrow().pools()).hasSize(4);
        }
    }

    @Test
    void the_history_of_one_connection_can_be_deleted_and_never_what_is_no_history() throws IOException {
        var other = new HistoryListIdentity("other", "Other", "", "https://service.example", "p", "");
        Path settings = Files.writeString(config.resolve("settings.json"), "{}");
        try (var history = open()) {
            history.add(new KnownPoolsAtTime(SOURCE, minute(0), true, new Pools(1).some(3)));
            history.add(new KnownPoolsAtTime(other, minute(0), true, new Pools(2).some(4)));
            history.delete("c");
            history.delete("never there");
            history.delete("..");
            history.delete("");
            assertThat(history.newest("c")).isEmpty();
            assertThat(history.newest("other").orElseThrow().pools()).hasSize(4);
            assertThat(config.resolve("history/c")).doesNotExist();
            assertThat(settings).exists();
            history.add(new KnownPoolsAtTime(other, minute(1), true, new Pools(2).some(3)));
            assertThat(history.moments("other")).hasSize(2);
        }
    }

    @Test
    void P38_when_the_disk_refuses_the_next_reading_begins_a_new_segment() throws IOException {
        var isFull = new boolean[1];
        var disk = new ForwardingFileOps() {
            @Override
            public void append(Path file, byte[] bytes) throws IOException {
                if (isFull[0]) {
                    super.append(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                    throw new IOException("No space left on device");
                }
                super.append(file, bytes);
            }
        };
        var moments = new Moments(8, 5);
        try (var history = open(disk)) {
            for (int reading = 0; reading < 30; reading++)
                history.add(moments.next());
            isFull[0] = true;
            assertThatThrownBy(() -> {
                for (int reading = 0; reading < 30; reading++)
                    history.add(moments.next());
            }).isInstanceOf(IOException.class);
            isFull[0] = false;
            for (int reading = 0; reading < 30; reading++)
                history.add(moments.next());
        }
        try (var history = open()) {
            assertThat(texts(history.changesSince("c", START)).stream().filter(text -> text.contains("+new")).toList())
                    .isNotEmpty();
            assertThat(PoolListDiff.between(moments.lists.lastEntry().getValue(),
                    history.newest("c").orElseThrow().pools())).isEmpty();
        }
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
