package poolscope.live.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.MovableClock;
import poolscope.api.ApiTarget;
import poolscope.api.HttpTimeouts;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.TestQueries;
import poolscope.disk.FileSystemOperations;
import poolscope.history.HistoryFolder;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.SteppedRefresh;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.SteppedExecutor;
import poolscope.pool.Pool;
import poolscope.settings.ChangeComparisonBase;
import poolscope.settings.ChangeTrackingSettings;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;

/// When pools that were read again are published, and when what changed in them.
class PoolChangeTrackerTest {
    private static final SentPool ALFA = SentPool.of("alfa", 8);
    private static final SentPool BRAVO = SentPool.of("bravo", 16);

    @TempDir
    Path folder;
    private final MovableClock clock = new MovableClock();
    private final SteppedExecutor reading = new SteppedExecutor();
    private final SteppedExecutor comparing = new SteppedExecutor();
    private final SteppedExecutor writing = new SteppedExecutor();
    private final SteppedExecutor fx = new SteppedExecutor();
    private final SimpleObjectProperty<ChangeTrackingSettings> settings = new SimpleObjectProperty<>();
    private final ObservableTickedConnectionPools observableTickedConnectionPools = new ObservableTickedConnectionPools();
    private final List<String> published = new ArrayList<>();
    private final List<Runnable> waits = new ArrayList<>();
    private boolean isDiskUsed;
    private ListService service;
    private ObservableConnectionInventory observableConnectionInventory;
    private PoolChangeTracker tracker;

    @BeforeEach
    void start() throws IOException {
        service = new ListService();
        service.has(ALFA, BRAVO);
        settings.set(ChangeTrackingSettings.defaults().withLastLook(clock.instant()));
        var executors = new BackgroundAndFxExecutors(comparing, fx);
        var recorder = new HistoryRecorder(observableTickedConnectionPools,
                new HistoryRecorder.Storage(HistoryFolder.in(folder, disk(), clock, _ -> {
                }), _ -> Optional.of(""), writing), executors);
        tracker = new PoolChangeTracker(observableTickedConnectionPools, settings,
                new PoolChangeTracker.Sources(recorder, clock, () -> ZoneOffset.UTC, waits::add), executors);
        tracker.poolsWithChangesProperty().subscribe((_, now) -> published.add(textOf(now)));
        observableConnectionInventory = source("one");
        observableTickedConnectionPools.sources().add(observableConnectionInventory);
        runAll();
        published.clear();
    }

    private ObservableConnectionInventory source(String id) {
        var serviceAndProject = new ServiceAndProject(id, id, Optional.empty(), service.endpoint(), "p");
        return new ObservableConnectionInventory(serviceAndProject,
                () -> InventoryReader.open(
                        ApiTarget.of(serviceAndProject, Credentials.NONE).withQuery(TestQueries.V1_ONLY),
                        new RequestClockAndTimeouts(clock, System::nanoTime, new Random(1), _ -> {
                        }, HttpTimeouts.DEFAULT)),
                clock, reader -> new SteppedRefresh(reader, new BackgroundAndFxExecutors(reading, fx)));
    }

    @AfterEach
    void stop() {
        tracker.close();
        observableConnectionInventory.close();
        service.close();
    }

    /// Remembers that a file was used.
    private FileSystemOperations disk() {
        return (FileSystemOperations) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{FileSystemOperations.class}, (_, method, arguments) -> {
                    isDiskUsed = true;
                    return method.invoke(FileSystemOperations.ofDisk(), arguments);
                });
    }

    private static String textOf(PoolsWithChanges now) {
        return now.pools().pools().stream().map(pool -> textOf(pool, now)).collect(Collectors.joining(" "));
    }

    private static String textOf(Pool pool, PoolsWithChanges now) {
        return pool.poolNamesAndOwner().name().asText("") + ":" + pool.status().kind()
                + (now.changes().markOf(pool).isPresent() ? "!" : "");
    }

    private void runAll() {
        do {
            reading.runAll();
            comparing.runAll();
            writing.runAll();
            fx.runAll();
        } while (reading.waiting() + comparing.waiting() + writing.waiting() + fx.waiting() > 0);
    }

    /// Reads, and hands over what was read; nothing is compared or written yet.
    private void read() {
        clock.advance(Duration.ofMinutes(1));
        observableConnectionInventory.refresh();
        reading.runAll();
        fx.runAll();
    }

    private void compare() {
        comparing.runAll();
        fx.runAll();
    }

    @Test
    void pools_of_a_first_reading_are_published_at_once() {
        read();
        assertThat(published).last().isEqualTo("alfa:RUNNING bravo:RUNNING");
    }

    @ParameterizedTest
    @EnumSource(value = ChangeComparisonBase.class, names = {"LAST_LOOK", "PREVIOUS_REFRESH"})
    void pools_that_are_read_again_are_published_once_together_with_what_changed(ChangeComparisonBase base) {
        settings.set(settings.get().withBase(base));
        read();
        runAll();
        read();
        runAll();
        published.clear();
        service.has(ALFA, BRAVO.withStatus("abnormal"));
        read();
        assertThat(published).isEmpty();
        compare();
        assertThat(published).containsExactly("alfa:RUNNING bravo:ABNORMAL!");
    }

    @ParameterizedTest
    @EnumSource(value = ChangeComparisonBase.class, names = {"LAST_LOOK", "PREVIOUS_REFRESH", "SHIFT_START"})
    void the_comparison_of_a_refresh_with_the_same_base_needs_no_file(ChangeComparisonBase base) {
        settings.set(settings.get().withBase(base));
        read();
        runAll();
        read();
        runAll();
        service.has(BRAVO.withStatus("abnormal"));
        isDiskUsed = false;
        read();
        compare();
        assertThat(published).last().isEqualTo("bravo:ABNORMAL!");
        assertThat(tracker.changes().gone()).hasSize(1);
        assertThat(isDiskUsed).isFalse();
        runAll();
        assertThat(isDiskUsed).as("the disk follows").isTrue();
    }

    @Test
    void pools_whose_comparison_takes_long_are_published_before_it_ends_and_their_marks_later() {
        read();
        runAll();
        published.clear();
        waits.clear();
        service.has(ALFA, BRAVO.withStatus("abnormal"));
        read();
        assertThat(waits).hasSize(1);
        waits.getFirst().run();
        compare();
        assertThat(published).containsExactly("alfa:RUNNING bravo:ABNORMAL", "alfa:RUNNING bravo:ABNORMAL!");
        waits.getFirst().run();
        assertThat(published).as("nothing waits any more").hasSize(2);
    }

    @Test
    void a_window_with_other_connections_ticked_gets_them_in_one_update_too() {
        observableTickedConnectionPools.sources().add(source("two"));
        try (var ofWindow = ObservableTickedConnectionPools.within(observableTickedConnectionPools);
                var window = new ComparedPoolsOfWindow(observableTickedConnectionPools, ofWindow,
                        tracker.poolsWithChangesProperty())) {
            ofWindow.sources().add(observableConnectionInventory);
            read();
            runAll();
            List<String> seen = new ArrayList<>();
            window.poolsWithChangesProperty().subscribe((_, now) -> seen.add(textOf(now)));
            service.has(ALFA, BRAVO.withStatus("abnormal"));
            read();
            runAll();
            assertThat(seen).containsExactly("alfa:RUNNING bravo:ABNORMAL!");
            ofWindow.sources().clear();
            assertThat(seen).last().asString().isEmpty();
        }
    }
}
