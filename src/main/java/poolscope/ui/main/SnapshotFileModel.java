package poolscope.ui.main;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import poolscope.disk.FileSystemOperations;
import poolscope.export.ExportFile;
import poolscope.export.FileWriteOutcome;
import poolscope.history.SnapshotFile;
import poolscope.history.SnapshotNotOpenedException;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.BackgroundJob;
import poolscope.live.changes.LastKnownPoolsByConnection;
import poolscope.ui.parts.BackgroundFileWriter;
import poolscope.ui.pools.ShownPointInTimeModel;

/// Saves the pools on screen to a file, and opens the file of somebody else. A file that can't be opened changes
/// nothing on screen but a sentence.
public final class SnapshotFileModel implements AutoCloseable {
    /// How the names of the files end.
    static final String ENDING = SnapshotFile.ENDING;
    /// Of the names of files that may be snapshots, however they were renamed on their way.
    public static final String PATTERN = "*.gz";
    private static final System.Logger LOG = System.getLogger(SnapshotFileModel.class.getName());

    /// How the last saving or opening ended.
    sealed interface Outcome {
        /// @param connections
        ///            how many are in the file
        /// @param unread
        ///            the names of connections that are not in it because nothing was read of them
        record Saved(FileWriteOutcome.Written file, int connections, List<String> unread) implements Outcome {
            public Saved {
                unread = List.copyOf(unread);
            }
        }

        record NotSaved(FileWriteOutcome.Failed why) implements Outcome {}

        /// @param words
        ///            the system's, where the reason is that it could not read the file
        record NotOpened(String file, SnapshotNotOpenedException.Reason reason, String words) implements Outcome {}
    }

    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final ShownPointInTimeModel moment;
    private final Clock clock;
    private final BackgroundFileWriter fileWriter;
    private final BackgroundJob<SnapshotFile> opening;
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome = new ReadOnlyObjectWrapper<>(this, "outcome",
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> beingOpened = new ReadOnlyObjectWrapper<>(this, "beingOpened",
            Optional.empty());
    private int savedConnections;
    private List<String> unread = List.of();
    private String opened = "";

    public SnapshotFileModel(ObservableTickedConnectionPools observableTickedConnectionPools,
            ShownPointInTimeModel moment, Clock clock, BackgroundFileWriter fileWriter,
            BackgroundJob<SnapshotFile> opening) {
        this.observableTickedConnectionPools = observableTickedConnectionPools;
        this.moment = moment;
        this.clock = clock;
        this.fileWriter = fileWriter;
        this.opening = opening;
        fileWriter.outcomeProperty().subscribe((_, now) -> now.ifPresent(this::onSaved));
        opening.stateProperty().subscribe((_, now) -> onOpening(now));
    }

    /// How the last saving or opening ended; empty when there is nothing to say, or somebody has read it.
    ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// The file that is being read, which may take a while; empty while none is.
    ReadOnlyObjectProperty<Optional<String>> beingOpenedProperty() {
        return beingOpened.getReadOnlyProperty();
    }

    /// Removes the sentence about the outcome.
    void dismiss() {
        outcome.set(Optional.empty());
    }

    /// Whether any list of pools is known, which could be saved.
    ObservableValue<Boolean> canSave() {
        return observableTickedConnectionPools.allConnectionsStatusProperty()
                .map(AllConnectionsStatus::answered)
                .flatMap(answered -> moment.shownProperty().map(shown -> shown.isPresent() || answered > 0));
    }

    /// The moment of what would be saved.
    Instant shownAt() {
        return moment.shownProperty().get().map(ShownPointInTimeModel.Shown::moment).orElseGet(clock::instant);
    }

    /// Saves the pools of all connections as they are on screen, now or at the moment that is shown, also those that a
    /// filter hides. The operator agreed to replace the file of that name.
    ///
    /// @param chosen
    ///            path of the file; without the ending it gets it, and then no file is replaced
    void save(String chosen) {
        var shown = moment.shownProperty().get();
        var lists = shown.map(ShownPointInTimeModel.Shown::lists)
                .orElseGet(() -> LastKnownPoolsByConnection.of(observableTickedConnectionPools));
        if (lists.isEmpty()) return;
        savedConnections = lists.size();
        unread = shown.map(ShownPointInTimeModel.Shown::unknown).orElseGet(this::unread);
        dismiss();
        boolean isNamed = chosen.toLowerCase(Locale.ROOT).endsWith(ENDING);
        fileWriter.write(ExportFile.chosen(chosen, isNamed, ENDING), out -> {
            SnapshotFile.write(lists, out);
            return lists.stream().mapToLong(known -> known.pools().size()).sum();
        });
    }

    private List<String> unread() {
        return observableTickedConnectionPools.sources()
                .stream()
                .filter(source -> source.inventory().isEmpty())
                .map(source -> source.serviceAndProject().name())
                .toList();
    }

    private void onSaved(FileWriteOutcome now) {
        outcome.set(Optional.of(switch (now) {
            case FileWriteOutcome.Written written -> new Outcome.Saved(written, savedConnections, unread);
            case FileWriteOutcome.Failed failed -> new Outcome.NotSaved(failed);
        }));
    }

    /// Reads a file in the background, then shows its pools.
    public void open(String chosen) {
        dismiss();
        opened = chosen;
        try {
            var path = Path.of(chosen);
            opening.start(_ -> SnapshotFile.read(path, FileSystemOperations.ofDisk()));
        } catch (InvalidPathException _) {
            refuse(SnapshotNotOpenedException.Reason.MISSING, "");
        }
    }

    private void onOpening(BackgroundJob.State<SnapshotFile> state) {
        beingOpened.set(state instanceof BackgroundJob.State.Running ? Optional.of(opened) : Optional.empty());
        switch (state) {
            case BackgroundJob.State.Idle<SnapshotFile> _, BackgroundJob.State.Running<SnapshotFile> _ -> {
            }
            case BackgroundJob.State.Done<SnapshotFile>(SnapshotFile file) -> moment.show(file);
            case BackgroundJob.State.Failed<SnapshotFile>(SnapshotNotOpenedException e) ->
                refuse(e.reason(), String.valueOf(e.getMessage()));
            case BackgroundJob.State.Failed<SnapshotFile>(Throwable e) -> {
                LOG.log(System.Logger.Level.ERROR, "Reading a snapshot ended in an error of this program", e);
                refuse(SnapshotNotOpenedException.Reason.UNREADABLE, e.getClass().getSimpleName());
            }
        }
    }

    private void refuse(SnapshotNotOpenedException.Reason reason, String words) {
        outcome.set(Optional.of(new Outcome.NotOpened(opened, reason, words)));
    }

    @Override
    public void close() {
        fileWriter.close();
        opening.close();
    }
}
