package poolscope.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.MovableClock;
import poolscope.disk.CrashingDisk;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ForwardingFileOps;

/// A program that records is killed before each of its operations on the disk, and in the middle of those that write.
/// What the next one finds is compared with [RecordedReadings].
class KilledAtEachOperationTest {
    private static final FileSystemOperations DISK = new ForwardingFileOps() {
        @Override
        public void force(Path file) {}

        @Override
        public void forceFolder(Path folder) {}
    };
    private final List<Path> copies = new ArrayList<>();
    private int runs;
    @TempDir
    Path folder;

    /// A program that records until it is killed, and what must be there of it.
    private final class Recording {
        final Path config = folder.resolve("run-" + runs++);
        final MovableClock clock = new MovableClock(Moments.START);
        final Moments moments = new Moments(3, 6);
        final RecordedReadings expected = new RecordedReadings();
        private FileSystemOperations ops;
        private HistoryFolder history;

        Recording(FileSystemOperations ops) {
            this.ops = ops;
            history = open();
        }

        private HistoryFolder open() {
            return HistoryFolder.in(config, ops, clock, copies::add);
        }

        /// The next program that uses the folder.
        HistoryFolder next() {
            return HistoryFolder.in(config, DISK, clock, copies::add);
        }

        Path connection() {
            return config.resolve("history/c");
        }

        Stream<String> names() throws IOException {
            try (Stream<Path> files = Files.list(connection())) {
                return files.map(path -> path.getFileName().toString()).toList().stream();
            }
        }

        void read(int times) throws IOException {
            read(times, history);
        }

        void read(int times, HistoryFolder into) throws IOException {
            for (int i = 0; i < times; i++) {
                clock.advance(Duration.ofMinutes(1));
                var reading = moments.next(clock.instant());
                expected.begin(reading);
                into.add(reading);
                expected.end();
            }
        }

        /// Writes a reading whose last byte is missing on the disk.
        ///
        /// @return the segment
        Path readTorn() throws IOException {
            clock.advance(Duration.ofMinutes(1));
            var reading = moments.changed(clock.instant());
            expected.begin(reading);
            history.add(reading);
            history.close();
            var segment = new ConnectionHistoryFiles(connection(), DISK).segments().getLast();
            byte[] bytes = Files.readAllBytes(segment);
            Files.write(segment, Arrays.copyOf(bytes, bytes.length - 1));
            return segment;
        }

        void acknowledge() throws IOException {
            var pool = moments.lists.lastEntry().getValue().getFirst();
            var seen = List.of(new AcknowledgedChange(pool.key(), clock.instant(), Optional.of(pool)));
            expected.beginAcknowledging(seen);
            history.keepAcknowledged("c", seen);
            expected.endAcknowledging();
        }

        void restart() {
            history.close();
            history = open();
        }

        /// Everything that a history does to the disk: begins segments, appends, goes on with one that it read, keeps
        /// what was seen, closes, deletes what is old.
        void live() throws IOException {
            read(8);
            acknowledge();
            restart();
            history.newest("c");
            read(4);
            acknowledge();
            clock.advance(Duration.ofDays(20));
            restart();
            read(7);
            clock.advance(Duration.ofDays(11));
            restart();
            read(5);
            restart();
            read(3);
            history.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P34_whatever_was_written_is_there_and_nothing_else_and_recording_goes_on(boolean movesAtomically)
            throws IOException {
        int kills = CrashingDisk.killAtEachOperation(movesAtomically, disk -> {
            var recording = new Recording(disk);
            disk.survives(recording::live);
            assertGoesOn(recording, disk);
        });
        assertThat(kills).isGreaterThan(90);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P34_a_start_that_repairs_what_a_killed_program_left_can_be_killed_too(boolean movesAtomically)
            throws IOException {
        int kills = CrashingDisk.killAtEachOperation(movesAtomically, disk -> {
            var recording = new Recording(DISK);
            recording.read(6);
            var torn = recording.readTorn();
            byte[] tornBytes = Files.readAllBytes(torn);
            recording.ops = disk;
            disk.survives(() -> {
                recording.history = recording.open();
                recording.history.newest("c");
                recording.history.moments("c");
            });
            copies.clear();
            try (var history = recording.next()) {
                recording.expected.assertKept(history, recording.clock.instant(), disk.toString());
            }
            assertThat(recording.names()
                    .filter(name -> name.contains(".bad-"))
                    .filter(name -> isSame(recording.connection().resolve(name), tornBytes)))
                    .as("%s: the torn segment is kept once", disk)
                    .hasSize(1);
            assertRecords(recording, disk.toString());
        });
        assertThat(kills).isGreaterThan(8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_a_killed_program_left_is_swept_also_when_one_that_ran_beside_it_begins_a_segment(boolean movesAtomically)
            throws IOException {
        int kills = CrashingDisk.killAtEachOperation(movesAtomically, disk -> {
            var recording = new Recording(disk);
            try (var beside = recording.next()) {
                beside.newest("c");
                disk.survives(() -> {
                    recording.read(3);
                    recording.acknowledge();
                    recording.history.close();
                });
                beside.add(recording.moments.next(recording.clock.instant().plusSeconds(1)));
            }
            try (var history = recording.next()) {
                history.newest("c");
            }
            assertThat(recording.names()).as("%s", disk).allMatch(name -> name.endsWith(".jsonl.gz"));
        });
        assertThat(kills).isGreaterThan(10);
    }

    @Test
    void a_program_that_deletes_the_history_leaves_the_end_of_it_or_nothing() throws IOException {
        int kills = CrashingDisk.killAtEachOperation(true, disk -> {
            var recording = new Recording(DISK);
            recording.live();
            disk.survives(() -> HistoryFolder.in(recording.config, disk, recording.clock, copies::add).deleteAll());
            copies.clear();
            try (var history = recording.next()) {
                recording.expected.assertEndKept(history, disk.toString());
            }
            assertThat(copies).as("%s", disk).isEmpty();
        });
        assertThat(kills).isGreaterThan(4);
    }

    private static boolean isSame(Path file, byte[] bytes) {
        try {
            return Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertGoesOn(Recording killed, CrashingDisk disk) throws IOException {
        copies.clear();
        var torn = disk.torn().filter(ConnectionHistoryFiles::isSegment);
        byte[] tornBytes = torn.isPresent() ? Files.readAllBytes(torn.get()) : new byte[0];
        try (var history = killed.next()) {
            killed.expected.assertKept(history, killed.clock.instant(), disk.toString());
        }
        assertThat(copies).as("%s: a torn segment is kept aside, and said", disk).hasSize(torn.isPresent() ? 1 : 0);
        assertThat(copies).as("%s", disk).allMatch(copy -> isSame(copy, tornBytes));
        assertRecords(killed, disk.toString());
        assertThat(copies).as("%s: nothing more is damaged", disk).hasSize(torn.isPresent() ? 1 : 0);
    }

    private static void assertRecords(Recording killed, String as) throws IOException {
        for (int again = 0; again < 2; again++)
            try (var history = killed.next()) {
                killed.read(3, history);
                killed.expected.assertKept(history, killed.clock.instant(), as + ", and it went on");
            }
        assertThat(killed.names()).as("%s: what it left is swept", as)
                .allMatch(name -> name.endsWith(".jsonl.gz") || name.contains(".jsonl.gz.bad-"));
    }
}
