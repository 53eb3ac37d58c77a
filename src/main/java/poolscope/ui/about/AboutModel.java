package poolscope.ui.about;

import java.nio.file.Path;
import java.util.List;
import poolscope.live.FolderOpener;

/// Version and folders of the program.
///
/// @param folder
///            contains settings, connections, views and the log
public record AboutModel(BuildInfo buildInfo, Path folder, FolderOpener folderOpener) {

    /// Opens the folder of settings and log in the file manager.
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
