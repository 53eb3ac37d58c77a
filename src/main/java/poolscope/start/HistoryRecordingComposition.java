package poolscope.start;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import poolscope.connection.SavedConnections;
import poolscope.live.ObservableConnections;
import poolscope.live.background.BackgroundThreads;
import poolscope.live.background.Debouncer;
import poolscope.live.changes.HistoryRecorder;
import poolscope.live.changes.OperatorAbsenceDetector;
import poolscope.live.changes.PoolChangeTracker;
import poolscope.live.changes.RemovedConnectionHistoryDeleter;
import poolscope.settings.FileNotice;
import poolscope.settings.Settings;
import poolscope.ui.main.FileNoticesModel;

/// Recording of pools after each refresh, and what changed since a moment.
final class HistoryRecordingComposition implements AutoCloseable {
    /// For how long pools that were read wait for their comparison, at most.
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    /// One thread: refreshes are recorded and compared in their order.
    private final BackgroundThreads recording = BackgroundThreads.single("recording");
    /// Another one: nothing that is shown waits for the disk.
    private final BackgroundThreads writing = BackgroundThreads.single("writing-history");
    private final ObjectProperty<SavedConnections> savedConnections;
    private final ObjectProperty<Optional<FileNotice>> damage = new SimpleObjectProperty<>(Optional.empty());
    private final HistoryRecorder recorder;
    private final PoolChangeTracker tracker;
    private final OperatorAbsenceDetector operatorAbsenceDetector;
    private final Set<Stage> windowsInUse = new HashSet<>();

    /// Before the first connection is added, because the recorder gives it the pools that were known last.
    HistoryRecordingComposition(SharedWindowServices shared, HistoryReadAhead history, SavedConnections saved) {
        savedConnections = new SimpleObjectProperty<>(saved);
        history.reportDamage(
                copy -> Platform.runLater(() -> damage.set(Optional.of(new FileNotice.HistoryDamaged(copy)))));
        recorder = new HistoryRecorder(shared.observableTickedConnectionPools(),
                new HistoryRecorder.Storage(history.folder(),
                        one -> shared.settings().settings().changes().isHistoryKept()
                                ? savedConnections.get().find(one.id()).map(found -> found.query().narrowing())
                                : Optional.empty(),
                        writing),
                shared.executors().withBackground(recording));
        tracker = new PoolChangeTracker(shared.observableTickedConnectionPools(),
                shared.settings().part(Settings::changes, Settings::withChanges),
                new PoolChangeTracker.Sources(recorder, shared.clock(), shared::zone, Debouncer.of(LONGEST_WAIT)),
                shared.executors().withBackground(recording));
        operatorAbsenceDetector = new OperatorAbsenceDetector(
                shared.settings().part(Settings::changes, Settings::withChanges), shared.clock());
    }

    /// Narrowed queries are recorded as such from now on, and the history of a connection is deleted with it.
    void follow(ObservableConnections connections) {
        savedConnections.bind(connections.savedProperty());
        new RemovedConnectionHistoryDeleter(connections, recorder);
    }

    /// The main window shows what is wrong with the files of the history.
    void showProblems(FileNoticesModel notices) {
        damage.subscribe(now -> now.ifPresent(notices::add));
        notices.follow(recorder.saveProblemProperty());
        recorder.deletionProblemProperty().subscribe(now -> now.ifPresent(notices::add));
    }

    /// Whoever comes back to one of the windows is shown what changed meanwhile.
    void observeUse(Stage stage) {
        stage.showingProperty()
                .flatMap(showing -> stage.focusedProperty()
                        .flatMap(focused -> stage.iconifiedProperty()
                                .map(iconified -> showing && focused && !iconified)))
                .subscribe(isInUse -> {
                    if (isInUse) windowsInUse.add(stage);
                    else
                        windowsInUse.remove(stage);
                    operatorAbsenceDetector.setInUse(!windowsInUse.isEmpty());
                });
    }

    HistoryRecorder recorder() {
        return recorder;
    }

    PoolChangeTracker tracker() {
        return tracker;
    }

    /// Waits until the files are closed, for a limited time.
    @Override
    public void close() {
        operatorAbsenceDetector.setInUse(false);
        tracker.close();
        recorder.close();
        recording.close();
        writing.close();
    }
}
