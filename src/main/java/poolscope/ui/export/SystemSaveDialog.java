package poolscope.ui.export;

import java.io.File;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The save dialog of the operating system. It asks before a file is replaced, and opens the last folder.
public final class SystemSaveDialog implements SaveDialog {
    private final Window owner;
    private Optional<File> folder = Optional.empty();

    public SystemSaveDialog(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<String> ask(String title, String name) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        folder.ifPresent(chooser::setInitialDirectory);
        var chosen = Optional.ofNullable(chooser.showSaveDialog(owner));
        chosen.map(File::getParentFile).ifPresent(parent -> folder = Optional.of(parent));
        return chosen.map(File::getPath);
    }
}
