package poolscope.live.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.MovableClock;
import poolscope.api.ApiTarget;
import poolscope.api.HttpTimeouts;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.TestQueries;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ForwardingFileOps;
import poolscope.history.HistoryFolder;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.SteppedRefresh;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.SteppedExecutor;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.settings.ChangeComparisonBase;
import poolscope.settings.ChangeTrackingSettings;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;

/// Changes are counted from moments before the program was started.
class ChangesOverRestartTest {
    private static final SentPool ALFA = SentPool.of("alfa", 8);
    private static final SentPool BRAVO = SentPool.of("bravo", 16);

    @TempDir
    Path folder;
    private final MovableClock clock = new MovableClock();
    private final SteppedExecutor executor = new SteppedExecutor();
    private final BackgroundAndFxExecutors executors = new BackgroundAndFxExecutors(executor, executor);
    private final Set<Path> read = new HashSet<>();
    private final FileSystemOperations disk = new ForwardingFileOps() {
        @Override
        public byte[] read(Path file, int atMost) throws IOException {
            read.add(file);
            return super.read(file, atMost);
        }
    };
    private final SimpleObjectProperty<ChangeTrackingSettings> settings = new SimpleObjectProperty<>(
            ChangeTrackingSettings.defaults().withBase(ChangeComparisonBase.DAY_AGO));

    /// The program while it runs.
    private final class Run implements AutoCloseable {
        final ObservableTickedConnectionPools observableTickedConnectionPools = new ObservableTickedConnectionPools();
        final ObservableConnectionInventory observableConnectionInventory;
        final HistoryRecorder recorder;
        final PoolChangeTracker tracker;

        Run(ListService service) {
            this(service, "one");
        }

        Run(ListService service, String name) {
            var serviceAndProject = new ServiceAndProject("one", name, Optional.empty(), service.endpoint(), "p");
            observableConnectionInventory = new ObservableConnectionInventory(serviceAndProject,
                    () -> InventoryReader.open(
                            ApiTarget.of(serviceAndProject, Credentials.NONE).withQuery(TestQueries.V1_ONLY),
                            environment()),
                    clock, reader -> new SteppedRefresh(reader, executors));
            recorder = new HistoryRecorder(observableTickedConnectionPools,
                    new HistoryRecorder.Storage(HistoryFolder.in(folder, disk, clock, _ -> {
                    }), _ -> Optional.of(""), executor), executors);
            tracker = new PoolChangeTracker(observableTickedConnectionPools, settings,
                    new PoolChangeTracker.Sources(recorder, clock, () -> ZoneOffset.UTC, _ -> {
                    }), executors);
            observableTickedConnectionPools.sources().add(observableConnectionInventory);
            executor.runAll();
        }

        void refresh() {
            clock.advance(Duration.ofMinutes(1));
            observableConnectionInventory.refresh();
            executor.runAll();
        }

        List<String> marks() {
            return tracker.changes()
                    .net()
                    .stream()
                    .map(ChangeLogEntry::change)
                    .map(change -> change.getClass().getSimpleName() + " "
                            + change.pool().poolNamesAndOwner().name().asText(""))
                    .toList();
        }

        @Override
        public void close() {
            tracker.close();
            observableConnectionInventory.close();
            var closing = Thread.ofVirtual().start(recorder::close);
            while (closing.isAlive())
                executor.runAll();
        }
    }

    private RequestClockAndTimeouts environment() {
        return new RequestClockAndTimeouts(clock, System::nanoTime, new Random(1), _ -> {
        }, HttpTimeouts.DEFAULT);
    }

    @Test
    void what_changed_before_the_start_and_what_changed_while_the_program_was_closed_is_a_change() throws Exception {
        try (var service = new ListService()) {
            service.has(ALFA, BRAVO);
            try (var first = new Run(service)) {
                first.refresh();
                service.has(ALFA.withStatus("abnormal"), BRAVO);
                first.refresh();
                assertThat(first.marks()).containsExactly("Changed alfa");
            }
            clock.advance(Duration.ofHours(3));
            service.refuse(403);
            try (var second = new Run(service)) {
                assertThat(second.marks()).as("before the first refresh").containsExactly("Changed alfa");
                second.refresh();
                assertThat(second.marks()).as("after a refused refresh").containsExactly("Changed alfa");
                service.has(ALFA.withStatus("abnormal"));
                second.refresh();
                assertThat(second.marks()).containsExactlyInAnyOrder("Changed alfa", "Gone bravo");
                assertThat(second.tracker.changes().isWatched()).isFalse();
            }
        }
    }

    @Test
    void what_was_acknowledged_is_no_mark_after_a_restart_until_it_changes_again() throws Exception {
        try (var service = new ListService()) {
            service.has(ALFA, BRAVO);
            try (var first = new Run(service)) {
                first.refresh();
                service.has(ALFA.withStatus("abnormal"));
                first.refresh();
                assertThat(first.tracker.changes().marks()).hasSize(2);
                first.tracker.acknowledgeAll(first.tracker.changes());
                executor.runAll();
                assertThat(first.tracker.changes().marks()).isEmpty();
            }
            clock.advance(Duration.ofHours(3));
            try (var second = new Run(service)) {
                assertThat(second.tracker.changes().marks()).as("before the first refresh").isEmpty();
                second.refresh();
                assertThat(second.tracker.changes().marks()).isEmpty();
                assertThat(second.marks()).containsExactlyInAnyOrder("Changed alfa", "Gone bravo");
                service.has(ALFA.withStatus("concerning"));
                second.refresh();
                assertThat(second.tracker.changes().marks()).hasSize(1);
            }
            try (var files = Files.walk(folder)) {
                Files.write(files.filter(path -> path.endsWith("acknowledged.jsonl.gz")).findFirst().orElseThrow(),
                        new byte[]{0x1f, 1, 2});
            }
            try (var third = new Run(service)) {
                third.refresh();
                assertThat(third.tracker.changes().marks()).as("the file is damaged").hasSize(2);
            }
        }
    }

    /// All that a start costs would grow with the number of starts before it.
    @Test
    void starts_go_on_with_one_file_as_long_as_there_is_room_in_it() throws Exception {
        try (var service = new ListService()) {
            service.has(ALFA, BRAVO);
            for (int start = 0; start < 20; start++) {
                try (var run = new Run(service)) {
                    run.refresh();
                    assertThat(run.marks()).isEmpty();
                }
                clock.advance(Duration.ofMinutes(10));
            }
        }
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(path -> path.toString().endsWith(".jsonl.gz"))).hasSize(1);
        }
    }

    /// A connection of another name begins a file with all pools. A day in which nobody watched ends at the last start
    /// but one.
    @Test
    void a_start_reads_the_files_of_the_compared_time_and_the_first_one_not_all_of_thirty_days() throws Exception {
        try (var service = new ListService()) {
            service.has(ALFA, BRAVO);
            for (int start = 0; start < 20; start++) {
                try (var run = new Run(service, "one of start " + start)) {
                    run.refresh();
                }
                clock.advance(Duration.ofHours(18));
            }
            read.clear();
            service.has(ALFA.withStatus("abnormal"), BRAVO);
            try (var run = new Run(service)) {
                run.refresh();
                assertThat(run.marks()).containsExactly("Changed alfa");
                assertThat(run.tracker.changes().isWatched()).isFalse();
                assertThat(run.recorder.poolHistory().earliest("one"))
                        .contains(clock.instant().minus(Duration.ofHours(20 * 18).plusMinutes(20)));
            }
        }
        assertThat(read.stream().filter(file -> file.toString().endsWith(".gz"))).hasSizeBetween(2, 4);
    }
}
