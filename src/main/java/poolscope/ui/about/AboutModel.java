package poolscope.ui.about;

import java.nio.file.Path;
import java.util.List;
import poolscope.live.FolderOpener;

/// What there is to say of the program.
///
/// @param folder
///            where settings, connections, views and the log of the program are kept
public record AboutModel(BuildInfo buildInfo, Path folder, FolderOpener folderOpener) {

    /// Shows where settings and the program's log are kept.
    public void openFolder() {
        folderOpener.open(folder);
    }

    String javaVersion() {
        return Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
    }

    String javafxVersion() {
        return System.getProperty("javafx.runtime.version", "");
    }

    String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch");
    }

    String address() {
        return folder.toString();
    }

    List<BundledLibrary> libraries() {
        return List.of(BundledLibrary.values());
    }
}
