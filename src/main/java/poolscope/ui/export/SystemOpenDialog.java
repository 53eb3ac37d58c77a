package poolscope.ui.export;

import java.io.File;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The dialog of the operating system. It opens the last folder.
public final class SystemOpenDialog implements OpenDialog {
    private final Window owner;
    private Optional<File> folder = Optional.empty();

    public SystemOpenDialog(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<String> ask(String title, String kind, String pattern) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind, pattern));
        folder.ifPresent(chooser::setInitialDirectory);
        var chosen = Optional.ofNullable(chooser.showOpenDialog(owner));
        chosen.map(File::getParentFile).ifPresent(parent -> folder = Optional.of(parent));
        return chosen.map(File::getPath);
    }
}
