package poolscope.live.changes;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;
import poolscope.connection.ServiceAndProject;
import poolscope.history.AcknowledgedChange;
import poolscope.history.HistoryFolder;
import poolscope.history.KnownPoolsAtTime;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.SaveStatus;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.settings.FileNotice;

/// Records what each refresh of each connection brought, in the background, one after the other; and shows what was
/// last known of a connection until its first refresh has ended. A reading is recorded once it is in memory; the disk
/// follows on a thread of its own.
public final class HistoryRecorder implements AutoCloseable {

    /// One refresh, recorded: [PoolHistory] knows it.
    ///
    /// @param entries
    ///            what is different from what was known before; empty when nothing is
    public record Recorded(String connectionId, Instant readAt, List<ChangeLogEntry> entries) {
        public Recorded {
            entries = List.copyOf(entries);
        }
    }

    /// Where the history is kept, and of which connections.
    ///
    /// @param narrowing
    ///            what the service of a connection is asked for only; empty for a connection of which nothing is kept,
    ///            as the demo cloud
    /// @param writing
    ///            writes to the disk, one piece of work after the other
    public record Storage(HistoryFolder folder, Function<ServiceAndProject, Optional<String>> narrowing,
            Executor writing) {}

    private static final System.Logger LOG = System.getLogger(HistoryRecorder.class.getName());

    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final Optional<Storage> storage;
    private final BackgroundAndFxExecutors executors;
    private final SaveStatus saveStatus;
    private final MemoryAndDiskPoolHistory history;
    private final ReadOnlyObjectWrapper<Optional<Recorded>> newest = new ReadOnlyObjectWrapper<>(this, "newest",
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FileNotice.HistoryNotDeleted>> deletionProblem = new ReadOnlyObjectWrapper<>(
            this, "deletionProblem", Optional.empty());
    private final ListChangeListener<ObservableConnectionInventory> onSources = _ -> resume();
    private final Subscription readings;

    /// Starts to record in memory alone.
    ///
    /// @param executors
    ///            the background one runs one piece of work after the other
    public HistoryRecorder(ObservableTickedConnectionPools observableTickedConnectionPools,
            BackgroundAndFxExecutors executors) {
        this(observableTickedConnectionPools, Optional.empty(), executors);
    }

    /// Starts to record, and shows what was known before of the connections that have no pools yet.
    ///
    /// @param executors
    ///            the background one runs one piece of work after the other
    public HistoryRecorder(ObservableTickedConnectionPools observableTickedConnectionPools, Storage storage,
            BackgroundAndFxExecutors executors) {
        this(observableTickedConnectionPools, Optional.of(storage), executors);
    }

    private HistoryRecorder(ObservableTickedConnectionPools observableTickedConnectionPools, Optional<Storage> storage,
            BackgroundAndFxExecutors executors) {
        this.observableTickedConnectionPools = observableTickedConnectionPools;
        this.storage = storage;
        this.executors = executors;
        saveStatus = new SaveStatus(executors.fx());
        history = new MemoryAndDiskPoolHistory(storage.map(Storage::folder),
                storage.map(Storage::writing).orElse(executors.background()), saveStatus);
        observableTickedConnectionPools.sources().addListener(onSources);
        readings = observableTickedConnectionPools
                .onReading((source, read) -> record(source.serviceAndProject(), read));
        resume();
    }

    /// What was recorded.
    public PoolHistory poolHistory() {
        return history;
    }

    /// The pools of a connection as they were known at a moment, and which list that was; for background threads.
    ///
    /// @return empty when nothing is known of that time
    public Optional<KnownPoolsAtTime> knownAt(String connectionId, Instant moment) {
        return history.knownAt(connectionId, moment);
    }

    /// Which changes of a connection somebody has seen, also before the program started; for background threads.
    List<AcknowledgedChange> acknowledged(String connectionId) {
        return history.acknowledged(connectionId);
    }

    /// Keeps that over a restart, in the background, if anything is kept of that connection.
    void keepAcknowledged(String connectionId, List<AcknowledgedChange> seen) {
        boolean isKept = observableTickedConnectionPools.sources()
                .stream()
                .map(ObservableConnectionInventory::serviceAndProject)
                .anyMatch(one -> one.id().equals(connectionId) && narrowing(one).isPresent());
        if (isKept) executors.background().execute(() -> history.keepAcknowledged(connectionId, seen));
    }

    /// The newest refresh that was recorded, also one that brought no change.
    public ReadOnlyObjectProperty<Optional<Recorded>> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /// Why the history is not written to the disk; empty while it is.
    public ReadOnlyObjectProperty<Optional<FileNotice.NotSaved>> saveProblemProperty() {
        return saveStatus.problemProperty();
    }

    /// Deletes all that was recorded, in memory and on the disk, in the background.
    ///
    /// @param done
    ///            called on the FX thread when as much as possible is gone
    public void deleteAll(Runnable done) {
        delete(history::deleteAll, _ -> done.run());
    }

    /// Deletes what was recorded of a connection that is read no more, in memory and on the disk, in the background.
    ///
    /// @param done
    ///            given on the FX thread whether all of it is gone
    public void delete(String connectionId, Consumer<Boolean> done) {
        delete(isGone -> history.delete(connectionId, isGone), done);
    }

    private void delete(Consumer<Consumer<Boolean>> deletion, Consumer<Boolean> done) {
        deletionProblem.set(Optional.empty());
        executors.background().execute(() -> deletion.accept(isGone -> executors.fx().execute(() -> {
            if (!isGone) deletionProblem.set(folder().map(FileNotice.HistoryNotDeleted::new));
            done.accept(isGone);
        })));
    }

    /// Why the last deletion left something on the disk; empty when it did not.
    public ReadOnlyObjectProperty<Optional<FileNotice.HistoryNotDeleted>> deletionProblemProperty() {
        return deletionProblem.getReadOnlyProperty();
    }

    /// Counts the bytes of the history on the disk, in the background.
    ///
    /// @param counted
    ///            called on the FX thread
    public void measure(Consumer<Long> counted) {
        executors.background().execute(() -> {
            long bytes = history.size();
            executors.fx().execute(() -> counted.accept(bytes));
        });
    }

    /// Where the history is kept; empty when it is in memory alone. It may not exist yet.
    public Optional<Path> folder() {
        return storage.map(kept -> kept.folder().folder());
    }

    private void resume() {
        observableTickedConnectionPools.sources()
                .stream()
                .filter(source -> source.inventory().isEmpty())
                .forEach(this::resume);
    }

    private void resume(ObservableConnectionInventory observableConnectionInventory) {
        var serviceAndProject = observableConnectionInventory.serviceAndProject();
        narrowing(serviceAndProject).ifPresent(narrowing -> executors.background()
                .execute(() -> history.resume(LastKnownPoolsByConnection.identity(serviceAndProject, narrowing))
                        .map(known -> Inventory.earlier(known.pools(), known.readAt(), known.isWhole(), narrowing))
                        .ifPresent(earlier -> executors.fx()
                                .execute(() -> observableConnectionInventory.resume(earlier)))));
    }

    private void record(ServiceAndProject serviceAndProject, Inventory read) {
        if (read.coverage() instanceof Coverage.SoFar || read.isEarlier()) return;
        boolean isKept = narrowing(serviceAndProject).isPresent();
        executors.background().execute(() -> {
            var entries = history.add(LastKnownPoolsByConnection.identity(serviceAndProject, read.narrowing()), read,
                    isKept);
            var recorded = new Recorded(serviceAndProject.id(), read.readAt(), entries);
            executors.fx().execute(() -> newest.set(Optional.of(recorded)));
        });
    }

    private Optional<String> narrowing(ServiceAndProject serviceAndProject) {
        return storage.flatMap(kept -> kept.narrowing().apply(serviceAndProject));
    }

    /// Writes what was recorded and is not on the disk yet; waits for that, but not for a disk that does not answer.
    ///
    /// @return what could not be written
    public List<FileNotice.NotSaved> saveNow() {
        if (folder().isEmpty()) return List.of();
        return isDoneInTime(history::writeAllAnd) || history.isAllWritten()
                ? saveStatus.latestProblem().stream().toList()
                : List.of(saveStatus.historyNotWritten(folder().get()));
    }

    /// Stops recording, and writes down when each connection was read last.
    @Override
    public void close() {
        readings.unsubscribe();
        observableTickedConnectionPools.sources().removeListener(onSources);
        if (storage.isPresent()) isDoneInTime(history::close);
    }

    /// Starts work after all that is waiting, and waits for its end for a limited time.
    ///
    /// @param work
    ///            is given what it calls in the end
    private boolean isDoneInTime(Consumer<Runnable> work) {
        var done = new CountDownLatch(1);
        executors.background().execute(() -> work.accept(done::countDown));
        boolean isDone = executors.saveTimeLimit().await(done);
        if (!isDone) LOG.log(System.Logger.Level.WARNING, "The history was not written in time");
        return isDone;
    }
}
