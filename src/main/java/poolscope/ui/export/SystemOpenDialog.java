package poolscope.ui.export;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The dialog of the operating system. It opens the folder of the current file, otherwise the last folder.
public final class SystemOpenDialog implements OpenDialog {
    private final Window owner;
    private final LastFolder folder;

    public SystemOpenDialog(Window owner, LastFolder folder) {
        this.owner = owner;
        this.folder = folder;
    }

    @Override
    public Optional<String> ask(Question question) {
        var chooser = new FileChooser();
        chooser.setTitle(question.title());
        chooser.getExtensionFilters()
                .setAll(question.kinds()
                        .stream()
                        .map(kind -> new FileChooser.ExtensionFilter(kind.name(), kind.patterns()))
                        .toList());
        folder.openIn(chooser);
        folderOf(question.current()).map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        var chosen = Optional.ofNullable(chooser.showOpenDialog(owner));
        chosen.ifPresent(folder::remember);
        return chosen.map(File::getPath);
    }

    /// The nearest folder of a typed path that exists; empty when the path is relative or invalid. The dialog would
    /// fail with a folder that does not exist.
    static Optional<Path> folderOf(String typed) {
        try {
            return Optional.of(Path.of(typed.strip()))
                    .filter(Path::isAbsolute)
                    .flatMap(path -> Stream.<Path>iterate(path, one -> one != null, Path::getParent)
                            .filter(Files::isDirectory)
                            .findFirst());
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
