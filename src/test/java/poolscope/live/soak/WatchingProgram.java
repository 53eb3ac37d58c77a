package poolscope.live.soak;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.FutureTask;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import poolscope.MovableClock;
import poolscope.api.ApiTarget;
import poolscope.api.HttpTimeouts;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.disk.FileSystemOperations;
import poolscope.history.HistoryFolder;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.RefreshPolicy;
import poolscope.live.SteppedRefresh;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundThreads;
import poolscope.live.background.SecondTicker;
import poolscope.live.background.SteppedExecutor;
import poolscope.live.changes.HistoryRecorder;
import poolscope.live.changes.PoolChangeTracker;
import poolscope.live.watch.ObservableWatchRules;
import poolscope.live.watch.WatchNotification;
import poolscope.live.watch.WatchRunner;
import poolscope.pool.watch.WatchRule;
import poolscope.settings.ChangeTrackingSettings;
import poolscope.settings.WatchRulesAndStateFiles;

/// What the window does at each refresh, without the window: it reads over real sockets, records the history on the
/// disk, compares, and evaluates a watch rule. What is published waits for the test's thread.
final class WatchingProgram implements AutoCloseable {
    private static final HttpTimeouts SHORT = new HttpTimeouts(Duration.ofSeconds(2), Duration.ofMillis(300),
            Duration.ofSeconds(3), Duration.ofSeconds(20));
    private static final WatchRule RULE = new WatchRule("r", "abnormal pools", "status:abnormal",
            WatchRule.Trigger.BOTH, List.of(), false, Optional.empty());

    final ObservableTickedConnectionPools observableTickedConnectionPools = new ObservableTickedConnectionPools();
    final HistoryFolder history;
    final HistoryRecorder recorder;
    final PoolChangeTracker tracker;
    final List<WatchNotification> notified = new ArrayList<>();
    private final MovableClock clock;
    private final SteppedExecutor fx = new SteppedExecutor();
    private final BackgroundThreads reading = new BackgroundThreads();
    /// One thread for all that follows a refresh: it is idle when a piece of work that was added last has run.
    private final BackgroundThreads following = BackgroundThreads.single("following");
    private final ObjectProperty<ChangeTrackingSettings> settings;
    private final SecondTicker ticker;
    private final ObservableWatchRules rules;
    private final WatchRunner runner;

    /// @param folder
    ///            for the history and the watch rules
    WatchingProgram(Path folder, MovableClock clock, Iterable<ChangingService> services) {
        this.clock = clock;
        settings = new SimpleObjectProperty<>(ChangeTrackingSettings.defaults().withLastLook(clock.instant()));
        var executors = new BackgroundAndFxExecutors(following, fx);
        history = HistoryFolder.in(folder, FileSystemOperations.ofDisk(), clock, copy -> {
            throw new AssertionError("damaged: " + copy);
        });
        recorder = new HistoryRecorder(observableTickedConnectionPools,
                new HistoryRecorder.Storage(history, _ -> Optional.of(""), following), executors);
        tracker = new PoolChangeTracker(observableTickedConnectionPools, settings,
                new PoolChangeTracker.Sources(recorder, clock, () -> ZoneOffset.UTC, _ -> {
                }), executors);
        ticker = new SecondTicker(clock);
        var files = WatchRulesAndStateFiles.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
        rules = new ObservableWatchRules(List.of(RULE), files, executors);
        runner = new WatchRunner(files.load().value().state(), files,
                new WatchRunner.Parts(observableTickedConnectionPools, rules, ticker, () -> ZoneOffset.UTC,
                        _ -> new RefreshPolicy(Optional.of(Duration.ofMinutes(1)), false), executors, notified::add));
        for (var service : services)
            observableTickedConnectionPools.sources().add(source(service));
        finish();
    }

    private ObservableConnectionInventory source(ChangingService service) {
        var real = RequestClockAndTimeouts.real();
        var between = new RequestClockAndTimeouts(clock, real.nanoTime(), new Random(1), _ -> {
        }, SHORT);
        var target = ApiTarget.of(service.serviceAndProject(), Credentials.NONE).withQuery(service.query());
        return new ObservableConnectionInventory(service.serviceAndProject(),
                () -> InventoryReader.open(target, between), clock,
                reader -> new SteppedRefresh(reader, new BackgroundAndFxExecutors(reading, fx)));
    }

    /// Refreshes all connections, and returns when all that follows is done.
    void refresh() throws InterruptedException {
        notified.clear();
        observableTickedConnectionPools.refresh();
        fx.runUntil(() -> !observableTickedConnectionPools.allConnectionsStatus().isLoading());
        finish();
        ticker.tick();
        finish();
    }

    private void finish() {
        do {
            fx.runAll();
            var last = new FutureTask<>(() -> {
            }, true);
            following.execute(last);
            try {
                last.get();
            } catch (Exception e) {
                throw new AssertionError("background work does not end", e);
            }
        } while (fx.waiting() > 0);
    }

    /// Somebody looks at the window: changes are counted from now on.
    void look() {
        settings.set(settings.get().withLastLook(clock.instant()));
        finish();
    }

    /// Forgets what was recorded, in memory and on the disk.
    void forget() {
        recorder.deleteAll(() -> {
        });
        finish();
    }

    @Override
    public void close() {
        runner.close();
        rules.close();
        ticker.close();
        tracker.close();
        observableTickedConnectionPools.sources().forEach(ObservableConnectionInventory::close);
        recorder.close();
        following.close();
        reading.close();
    }
}
