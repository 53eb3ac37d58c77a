package poolscope.live.background;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.settings.ConfigFileNotSavedException;
import poolscope.settings.FileNotice;

/// Whether the last save of a file reached the disk.
public final class SaveStatus {
    private static final System.Logger LOG = System.getLogger(SaveStatus.class.getName());

    /// Writes a file.
    @FunctionalInterface
    public interface Save {
        void run() throws IOException;
    }

    private final Executor fx;
    private final ReadOnlyObjectWrapper<Optional<FileNotice.NotSaved>> problem = new ReadOnlyObjectWrapper<>(this,
            "problem", Optional.empty());
    private volatile Optional<FileNotice.NotSaved> latest = Optional.empty();

    /// @param fx
    ///            changes the property
    public SaveStatus(Executor fx) {
        this.fx = fx;
    }

    /// Why the last save failed; empty before the first save and after one that succeeded.
    public ReadOnlyObjectProperty<Optional<FileNotice.NotSaved>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Saves, on this thread, and publishes whether that succeeded.
    ///
    /// @return whether it did
    public boolean attempt(Save save) {
        try {
            save.run();
            publish(Optional.empty());
            return true;
        } catch (ConfigFileNotSavedException e) {
            LOG.log(System.Logger.Level.WARNING, "A file of this program was not saved: " + e.why() + " " + e.file());
            publish(Optional.of(new FileNotice.NotSaved(e.file(), e.why())));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A file of this program was not saved: " + e.getClass().getName());
        }
        return false;
    }

    /// Writes the history, on this thread, and publishes whether that succeeded.
    ///
    /// @param place
    ///            the folder of the history
    /// @return whether it did
    public boolean attemptHistory(Path place, Save save) {
        try {
            save.run();
            publish(Optional.empty());
            return true;
        } catch (IOException e) {
            var why = ConfigFileNotSavedException.Why.of(e, place);
            LOG.log(System.Logger.Level.WARNING, "The history was not written: " + why + " " + place);
            publish(Optional.of(new FileNotice.NotSaved(place, why, true)));
            return false;
        }
    }

    /// Why a file is not saved, for any thread: as [#problemProperty], or else that its save has not ended.
    public FileNotice.NotSaved notSaved(Path file) {
        return latest.orElseGet(() -> new FileNotice.NotSaved(file, ConfigFileNotSavedException.Why.NO_ANSWER));
    }

    /// Why the history is not written, for any thread: as [#problemProperty], or else that it was not written in time.
    public FileNotice.NotSaved historyNotWritten(Path place) {
        return latest.orElseGet(() -> new FileNotice.NotSaved(place, ConfigFileNotSavedException.Why.NO_ANSWER, true));
    }

    /// Why the last save failed; empty when it did not.
    public Optional<FileNotice.NotSaved> latestProblem() {
        return latest;
    }

    private void publish(Optional<FileNotice.NotSaved> next) {
        latest = next;
        fx.execute(() -> problem.set(next));
    }
}
