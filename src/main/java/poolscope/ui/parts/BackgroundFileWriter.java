package poolscope.ui.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.export.ExportContent;
import poolscope.export.ExportFile;
import poolscope.export.FileWriteOutcome;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundJob;

/// Writes files that the operator chose, one at a time, in the background.
public final class BackgroundFileWriter implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BackgroundFileWriter.class.getName());

    private final BackgroundJob<Long> backgroundJob;
    private final ReadOnlyObjectWrapper<Optional<FileWriteOutcome>> outcome = new ReadOnlyObjectWrapper<>(this,
            "outcome", Optional.empty());
    private Path path = Path.of("");

    public BackgroundFileWriter(BackgroundAndFxExecutors executors) {
        backgroundJob = new BackgroundJob<>(executors);
        backgroundJob.stateProperty().subscribe((_, now) -> onStateChanged(now));
    }

    /// How the last file ended; empty while there was none, and while one is written.
    public ReadOnlyObjectProperty<Optional<FileWriteOutcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// What the content counts as its progress.
    public ReadOnlyLongProperty progressProperty() {
        return backgroundJob.progressProperty();
    }

    public boolean isRunning() {
        return backgroundJob.isRunning();
    }

    public void write(ExportFile file, ExportContent content) {
        writeWithProgress(file, _ -> content);
    }

    /// @param content
    ///            made for the receiver of its progress
    public void writeWithProgress(ExportFile file, Function<LongConsumer, ExportContent> content) {
        path = file.path();
        outcome.set(Optional.empty());
        backgroundJob.start(progress -> file.write(content.apply(progress)));
    }

    private void onStateChanged(BackgroundJob.State<Long> state) {
        switch (state) {
            case BackgroundJob.State.Idle<Long> _, BackgroundJob.State.Running<Long> _ -> {
            }
            case BackgroundJob.State.Done<Long>(Long rows) ->
                outcome.set(Optional.of(new FileWriteOutcome.Written(rows, path.toString())));
            case BackgroundJob.State.Failed<Long>(Throwable why) -> {
                if (!(why instanceof IOException))
                    LOG.log(System.Logger.Level.ERROR, "Writing a file ended in an error of this program", why);
                outcome.set(Optional.of(FileWriteOutcome.failed(why, path)));
            }
        }
    }

    /// Forgets how the last file ended, unless one is being written.
    public void clear() {
        if (!isRunning()) outcome.set(Optional.empty());
    }

    /// Stops writing; an existing file stays as it was.
    public void cancel() {
        backgroundJob.cancel();
    }

    /// Stops writing, and waits a moment for the temporary file to be deleted.
    @Override
    public void close() {
        backgroundJob.close();
    }
}
