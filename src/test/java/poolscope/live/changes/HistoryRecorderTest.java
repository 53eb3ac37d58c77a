package poolscope.live.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import poolscope.api.ApiTarget;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ForwardingFileOps;
import poolscope.history.AcknowledgedChange;
import poolscope.history.HistoryFolder;
import poolscope.live.AllConnectionsStatus.Completeness;
import poolscope.live.BackgroundConnectionRefresher;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.RefreshState;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundThreads;
import poolscope.live.changes.HistoryRecorder.Recorded;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.settings.ConfigFileNotSavedException;
import poolscope.settings.FileNotice;

/// The program is started again and again, over real HTTP and on a real disk.
class HistoryRecorderTest {
    private static final TestCloudSettings POOLS = TestCloudSettings.of(40).withV2Pools(10).withDrift(false);
    private static final int POOLS_IN_ALL = 50;
    private final List<Run> runs = new ArrayList<>();
    private final AtomicBoolean isFull = new AtomicBoolean();
    private final AtomicBoolean isHeld = new AtomicBoolean();
    private volatile CountDownLatch isSlow = new CountDownLatch(0);
    private Optional<String> narrowing = Optional.of("");
    private TestCloud cloud;
    private ServiceAndProject serviceAndProject;
    @TempDir
    Path config;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void start() throws Exception {
        cloud = TestCloud.start(POOLS);
        serviceAndProject = new ServiceAndProject("c", "Cloud", Optional.empty(), cloud.endpoint(), cloud.projectId());
    }

    @AfterEach
    void stop() {
        List.copyOf(runs).forEach(Run::close);
        cloud.close();
    }

    /// The program while it runs.
    private final class Run implements AutoCloseable {
        final BackgroundThreads threads = new BackgroundThreads();
        final BackgroundThreads recording = BackgroundThreads.single("recording");
        final BackgroundThreads writing = BackgroundThreads.single("writing");
        final ObservableTickedConnectionPools observableTickedConnectionPools = new ObservableTickedConnectionPools();
        final ObservableConnectionInventory observableConnectionInventory;
        final HistoryRecorder recorder;
        final List<Recorded> recorded = new ArrayList<>();

        Run() {
            var folder = HistoryFolder.in(config, disk(), Clock.systemUTC(), _ -> {
            });
            observableConnectionInventory = new ObservableConnectionInventory(serviceAndProject,
                    () -> InventoryReader.open(ApiTarget.of(serviceAndProject, Credentials.NONE),
                            RequestClockAndTimeouts.real()),
                    Clock.systemUTC(),
                    reader -> new BackgroundConnectionRefresher(reader, BackgroundAndFxExecutors.of(threads)));
            observableTickedConnectionPools.sources().add(observableConnectionInventory);
            recorder = new HistoryRecorder(observableTickedConnectionPools,
                    new HistoryRecorder.Storage(folder, _ -> narrowing, writing),
                    BackgroundAndFxExecutors.of(recording));
            recorder.newestProperty().subscribe((_, now) -> now.ifPresent(recorded::add));
            runs.add(this);
        }

        Completeness completeness() {
            return observableTickedConnectionPools.allConnectionsStatus().lines().getFirst().completeness();
        }

        List<Pool> pools() {
            return fx(() -> observableConnectionInventory.inventory().orElseThrow().pools());
        }

        void refresh() {
            int before = fx(recorded::size);
            fx(() -> {
                observableConnectionInventory.refresh();
                return true;
            });
            until(() -> observableConnectionInventory.outcome().hasFailed() || recorded.size() > before);
        }

        /// Waits for what the recorder was given so far.
        void settle() {
            var done = new CompletableFuture<Boolean>();
            recording.execute(() -> writing.execute(() -> done.complete(true)));
            assertThat(done.join()).isTrue();
            WaitForAsyncUtils.waitForFxEvents();
        }

        @Override
        public void close() {
            if (!runs.remove(this)) return;
            fx(() -> {
                recorder.close();
                observableConnectionInventory.close();
                return true;
            });
            threads.close();
            recording.close();
            writing.close();
        }
    }

    private FileSystemOperations disk() {
        return new ForwardingFileOps() {
            @Override
            public void append(Path file, byte[] bytes) throws IOException {
                refuseIfFull();
                super.append(file, bytes);
            }

            @Override
            public void create(Path file, Access access) throws IOException {
                refuseIfFull();
                super.create(file, access);
            }

            @Override
            public void delete(Path file) throws IOException {
                if (isHeld.get()) throw new IOException("The process cannot access the file");
                super.delete(file);
            }
        };
    }

    private void refuseIfFull() throws IOException {
        try {
            assertThat(isSlow.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (isFull.get()) throw new IOException("No space left on device");
    }

    private Run run() {
        return fx(Run::new);
    }

    private List<Pool> readOnce() {
        var run = run();
        run.refresh();
        var pools = run.pools();
        run.close();
        return pools;
    }

    @Test
    void starts_with_the_last_known_pools_while_the_network_is_down_and_keeps_them_when_a_refresh_fails() {
        var before = readOnce();
        cloud.close();
        var run = run();
        until(() -> run.observableConnectionInventory.inventory().isPresent());

        assertThat(fx(() -> run.observableConnectionInventory.state())).isEqualTo(RefreshState.IDLE);
        assertThat(fx(run::completeness)).isEqualTo(Completeness.OLD);
        assertSame(run.pools(), before);
        assertThat(fx(() -> run.observableConnectionInventory.inventory().orElseThrow().readAt()))
                .isEqualTo(run.pools().getFirst().poolOrigin().readAt());

        run.refresh();
        assertThat(fx(run::completeness)).isEqualTo(Completeness.OLD);
        assertThat(fx(run.observableConnectionInventory::state)).isInstanceOf(RefreshState.Failed.class);
        assertSame(run.pools(), before);
        assertThat(run.recorded).isEmpty();
    }

    @Test
    void the_first_good_answer_replaces_them_and_what_differs_is_a_change() {
        var before = readOnce();
        var gone = cloud.fleet().ids().getFirst();
        cloud.fleet().delete(gone);
        var created = cloud.fleet().create();
        var run = run();
        until(() -> run.observableConnectionInventory.inventory().isPresent());
        run.refresh();

        assertThat(fx(run::completeness)).isEqualTo(Completeness.WHOLE);
        assertThat(run.pools()).hasSameSizeAs(before).allSatisfy(pool -> assertThat(pool.raw().text()).isNotEmpty());
        assertThat(run.recorded.getFirst().entries()).extracting(entry -> entry.change().key().key())
                .containsExactlyInAnyOrder(gone, created);
        assertThat(run.recorder.poolHistory().changesSince(Instant.EPOCH)).isEqualTo(run.recorded.getFirst().entries());
        assertThat(run.recorder.poolHistory().moments("c")).hasSize(2);
        run.close();
        assertThat(run().recorder.poolHistory().moments("c")).hasSize(2);
    }

    @Test
    void pools_of_another_project_are_not_shown_as_those_of_this_one() {
        readOnce();
        serviceAndProject = new ServiceAndProject("c", "Cloud", Optional.empty(), cloud.endpoint(), "another-project");
        var run = run();
        run.refresh();
        run.settle();
        assertThat(fx(() -> run.observableConnectionInventory.inventory())).isEmpty();
    }

    @Test
    void nothing_is_kept_of_the_demo_cloud() throws IOException {
        narrowing = Optional.empty();
        var run = run();
        run.refresh();
        run.refresh();
        assertThat(run.recorder.poolHistory().moments("c")).hasSize(1);
        run.close();
        assertThat(Files.exists(config.resolve("history"))).isFalse();
    }

    @Test
    void P38_when_the_disk_refuses_it_is_said_once_and_the_changes_stay_in_memory() {
        isFull.set(true);
        var run = run();
        List<Optional<FileNotice.NotSaved>> said = new ArrayList<>();
        fx(() -> run.recorder.saveProblemProperty().subscribe((_, now) -> said.add(now)));
        run.refresh();
        for (int i = 0; i < 3; i++)
            cloud.fleet().create();
        run.refresh();

        assertThat(fx(() -> List.copyOf(said))).singleElement()
                .satisfies(problem -> assertThat(problem.orElseThrow().file()).isEqualTo(config.resolve("history")));
        assertThat(run.recorder.poolHistory().changesSince(Instant.EPOCH)).hasSize(3);
    }

    @Test
    void P38_what_the_disk_refused_can_be_written_before_the_program_ends() {
        isFull.set(true);
        var run = run();
        run.refresh();
        var pools = run.pools();
        var seen = List.of(new AcknowledgedChange(pools.getFirst().key(), Instant.EPOCH, Optional.empty()));
        fx(() -> {
            run.recorder.keepAcknowledged("c", seen);
            return true;
        });
        assertThat(fx(run.recorder::saveNow)).singleElement()
                .satisfies(problem -> assertThat(problem.isHistory()).isTrue());

        isFull.set(false);
        assertThat(fx(run.recorder::saveNow)).isEmpty();
        run.close();
        var next = run();
        next.settle();
        assertThat(next.pools()).hasSameSizeAs(pools);
        assertThat(next.recorder.acknowledged("c")).isEqualTo(seen);
    }

    @Test
    void P38_what_a_disk_that_does_not_answer_has_not_taken_is_said_before_the_program_ends() {
        var run = run();
        isSlow = new CountDownLatch(1);
        run.refresh();
        assertThat(fx(run.recorder::saveNow)).containsExactly(
                new FileNotice.NotSaved(config.resolve("history"), ConfigFileNotSavedException.Why.NO_ANSWER, true));
        isSlow.countDown();
        run.settle();
        assertThat(fx(run.recorder::saveNow)).isEmpty();
    }

    @Test
    void P38_the_time_of_the_last_reading_is_written_before_the_program_ends_or_the_pools_anew() throws IOException {
        var run = run();
        run.refresh();
        run.refresh();
        isFull.set(true);
        assertThat(fx(run.recorder::saveNow)).hasSize(1);
        isFull.set(false);
        assertThat(fx(run.recorder::saveNow)).isEmpty();
        var readAt = fx(() -> run.observableConnectionInventory.inventory().orElseThrow().readAt());
        run.close();
        try (var history = HistoryFolder.in(config, disk(), Clock.systemUTC(), _ -> {
        })) {
            assertThat(history.newest("c").orElseThrow().readAt()).isEqualTo(readAt);
        }
    }

    @Test
    void neither_a_refresh_nor_what_it_changed_waits_for_the_disk() throws Exception {
        var run = run();
        isSlow = new CountDownLatch(1);
        run.refresh();
        assertThat(run.pools()).isNotEmpty();
        var created = cloud.fleet().create();
        run.refresh();
        assertThat(run.recorded.getLast().entries()).extracting(entry -> entry.change().key().key())
                .containsExactly(created);
        assertThat(segments()).as("the disk is still writing").isEmpty();
        isSlow.countDown();
        run.settle();
        assertThat(segments()).hasSize(1);
        run.close();
        var next = run();
        next.settle();
        assertThat(next.pools()).as("the newest pools were written").hasSize(POOLS_IN_ALL + 1);
    }

    @Test
    void all_of_it_can_be_deleted_while_the_program_runs() throws IOException {
        var run = run();
        run.refresh();
        run.settle();
        assertThat(segments()).hasSize(1);
        List<Boolean> done = new ArrayList<>();
        fx(() -> {
            run.recorder.deleteAll(() -> done.add(true));
            return true;
        });
        until(() -> !done.isEmpty());
        assertThat(fx(run.recorder.deletionProblemProperty()::get)).isEmpty();
        assertThat(segments()).isEmpty();
        run.refresh();
        run.settle();
        assertThat(segments()).hasSize(1);
        assertThat(run.recorder.poolHistory().moments("c")).hasSize(1);
    }

    @Test
    void what_can_not_be_deleted_is_said_and_no_more_once_it_is_gone() throws IOException {
        var run = run();
        run.refresh();
        run.settle();
        isHeld.set(true);
        delete(run);
        assertThat(fx(run.recorder.deletionProblemProperty()::get))
                .contains(new FileNotice.HistoryNotDeleted(config.resolve("history")));
        assertThat(segments()).hasSize(1);
        isHeld.set(false);
        delete(run);
        assertThat(fx(run.recorder.deletionProblemProperty()::get)).isEmpty();
        assertThat(segments()).isEmpty();
        assertThat(run.recorder.poolHistory().moments("c")).isEmpty();
    }

    private static void delete(Run run) {
        fx(() -> {
            run.recorder.delete("c", _ -> {
            });
            return true;
        });
        run.settle();
    }

    @Test
    void a_refused_sign_in_keeps_them_too() {
        var before = readOnce();
        cloud.failAll(Fault.forbidden());
        var run = run();
        run.refresh();
        until(() -> run.observableConnectionInventory.inventory().isPresent());
        assertThat(fx(run::completeness)).isEqualTo(Completeness.OLD);
        assertSame(run.pools(), before);
    }

    private static void assertSame(List<Pool> shown, List<Pool> expected) {
        assertThat(shown).hasSameSizeAs(expected);
        for (int i = 0; i < shown.size(); i++)
            for (var field : PoolField.values())
                assertThat(field.of(shown.get(i))).as("%s", field).isEqualTo(field.of(expected.get(i)));
    }

    private List<Path> segments() throws IOException {
        var folder = config.resolve("history/c");
        if (!Files.exists(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".gz")).toList();
        }
    }

    private static <T> T fx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    private static void until(Callable<Boolean> condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!fx(condition)) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
