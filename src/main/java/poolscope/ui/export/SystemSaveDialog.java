package poolscope.ui.export;

import java.io.File;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The save dialog of the operating system. It asks before a file is replaced, and opens the last folder.
public final class SystemSaveDialog implements SaveDialog {
    private final Window owner;
    private final LastFolder folder;

    public SystemSaveDialog(Window owner, LastFolder folder) {
        this.owner = owner;
        this.folder = folder;
    }

    @Override
    public Optional<String> ask(String title, String name) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        folder.openIn(chooser);
        var chosen = Optional.ofNullable(chooser.showSaveDialog(owner));
        chosen.ifPresent(folder::remember);
        return chosen.map(File::getPath);
    }
}
