package poolscope.live;

import java.io.IOException;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.settings.FileNotice;
import poolscope.settings.SettingsNotSavedException;

/// Whether the last save of a file reached the disk: heard from any thread, told on the window's own.
final class SaveStatus {
    private static final System.Logger LOG = System.getLogger(SaveStatus.class.getName());

    private final ReadOnlyObjectWrapper<Optional<FileNotice.NotSaved>> now = new ReadOnlyObjectWrapper<>(this,
            "trouble", Optional.empty());

    /// Empty while what is remembered is on the disk, or on its way there.
    ReadOnlyObjectProperty<Optional<FileNotice.NotSaved>> property() {
        return now.getReadOnlyProperty();
    }

    void worked() {
        tell(Optional.empty());
    }

    void failed(IOException e) {
        LOG.log(System.Logger.Level.WARNING,
                "A file of this program was not saved: " + (e instanceof SettingsNotSavedException known
                        ? known.why() + " " + known.file()
                        : e.getClass().getName()));
        if (e instanceof SettingsNotSavedException known)
            tell(Optional.of(new FileNotice.NotSaved(known.file(), known.why())));
    }

    private void tell(Optional<FileNotice.NotSaved> next) {
        Platform.runLater(() -> now.set(next));
    }
}
