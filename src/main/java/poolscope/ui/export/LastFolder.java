package poolscope.ui.export;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;

/// The folder that file dialogs open: the last one that a file was chosen in, as long as it exists.
public final class LastFolder {
    private Optional<File> folder;

    private LastFolder(Optional<File> folder) {
        this.folder = folder;
    }

    /// Before a file was chosen, the home folder on Linux, whose dialogs begin where the program was started; other
    /// systems have their own.
    ///
    /// @param system
    ///            the system's name as Java gives it, `os.name`
    public static LastFolder on(String system, Path home) {
        return new LastFolder(Optional.of(home.toFile()).filter(_ -> system.startsWith("Linux")));
    }

    /// A dialog fails with a folder that does not exist.
    void openIn(FileChooser chooser) {
        folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    }

    void remember(File chosen) {
        folder = Optional.ofNullable(chosen.getParentFile());
    }
}
