package poolscope.ui.changes;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.connection.ServiceAndProject;
import poolscope.disk.FileSystemOperations;
import poolscope.history.SnapshotFile;
import poolscope.history.SnapshotNotOpenedException;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.BackgroundJob;
import poolscope.live.changes.SnapshotToCompareWith;
import poolscope.ui.pools.ChangedPoolsModel;

/// Reads the file of somebody else with which the pools are to be compared. A file that can't be used leaves the base
/// as it was.
public final class SnapshotToCompareWithModel implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SnapshotToCompareWithModel.class.getName());

    /// What is to be said of a file.
    sealed interface Outcome {
        /// @param file
        ///            its path
        record Reading(String file) implements Outcome {}

        /// @param words
        ///            the system's, where the reason is that it could not read the file
        record NotOpened(String file, SnapshotNotOpenedException.Reason reason, String words) implements Outcome {}

        /// It has none of the projects of the ticked connections.
        ///
        /// @param connections
        ///            the names of those that the file has
        record NothingInCommon(String file, List<String> connections) implements Outcome {
            public NothingInCommon {
                connections = List.copyOf(connections);
            }
        }
    }

    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final ChangedPoolsModel changes;
    private final BackgroundJob<SnapshotToCompareWith> reading;
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome = new ReadOnlyObjectWrapper<>(this, "outcome",
            Optional.empty());
    private String chosen = "";

    public SnapshotToCompareWithModel(ObservableTickedConnectionPools observableTickedConnectionPools,
            ChangedPoolsModel changes, BackgroundJob<SnapshotToCompareWith> reading) {
        this.observableTickedConnectionPools = observableTickedConnectionPools;
        this.changes = changes;
        this.reading = reading;
        reading.stateProperty().subscribe((_, now) -> onReading(now));
    }

    /// What is to be said of the file that was chosen last; empty when it is the base, or none was chosen.
    ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// Reads a file in the background, then compares with it.
    ///
    /// @param file
    ///            its path
    public void compareWith(String file) {
        chosen = file;
        try {
            var path = Path.of(file);
            reading.start(_ -> SnapshotToCompareWith.of(SnapshotFile.read(path, FileSystemOperations.ofDisk())));
        } catch (InvalidPathException _) {
            refuse(SnapshotNotOpenedException.Reason.MISSING, "");
        }
    }

    private void onReading(BackgroundJob.State<SnapshotToCompareWith> state) {
        switch (state) {
            case BackgroundJob.State.Idle<SnapshotToCompareWith> _ -> outcome.set(Optional.empty());
            case BackgroundJob.State.Running<SnapshotToCompareWith> _ ->
                outcome.set(Optional.of(new Outcome.Reading(chosen)));
            case BackgroundJob.State.Done<SnapshotToCompareWith>(SnapshotToCompareWith file) -> compareWith(file);
            case BackgroundJob.State.Failed<SnapshotToCompareWith>(SnapshotNotOpenedException e) ->
                refuse(e.reason(), String.valueOf(e.getMessage()));
            case BackgroundJob.State.Failed<SnapshotToCompareWith>(Throwable e) -> {
                LOG.log(System.Logger.Level.ERROR, "Reading a snapshot ended in an error of this program", e);
                refuse(SnapshotNotOpenedException.Reason.UNREADABLE, e.getClass().getSimpleName());
            }
        }
    }

    private void compareWith(SnapshotToCompareWith file) {
        List<ServiceAndProject> ticked = observableTickedConnectionPools.sources()
                .stream()
                .map(ObservableConnectionInventory::serviceAndProject)
                .toList();
        if (ticked.stream().noneMatch(file::has)) {
            outcome.set(
                    Optional.of(new Outcome.NothingInCommon(chosen, List.copyOf(file.file().connections().values()))));
            return;
        }
        outcome.set(Optional.empty());
        changes.compareWith(file);
    }

    private void refuse(SnapshotNotOpenedException.Reason reason, String words) {
        outcome.set(Optional.of(new Outcome.NotOpened(chosen, reason, words)));
    }

    @Override
    public void close() {
        reading.close();
    }
}
