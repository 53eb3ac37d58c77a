package poolscope.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastFolderTest {
    @TempDir
    Path home;

    @Test
    void dialogs_open_the_home_folder_and_then_the_last_one_as_long_as_it_exists() throws Exception {
        var folder = LastFolder.on("Linux", home);
        assertThat(opened(folder)).isEqualTo(home);
        var reports = Files.createDirectory(home.resolve("reports"));
        folder.remember(reports.resolve("pools.csv").toFile());
        assertThat(opened(folder)).isEqualTo(reports);
        Files.delete(reports);
        assertThat(opened(folder)).as("that of the system").isNull();
    }

    @Test
    void other_systems_begin_where_they_like() {
        assertThat(opened(LastFolder.on("Windows 11", home))).isNull();
        assertThat(opened(LastFolder.on("Mac OS X", home))).isNull();
    }

    private static Path opened(LastFolder folder) {
        var chooser = new FileChooser();
        folder.openIn(chooser);
        return chooser.getInitialDirectory() == null ? null : chooser.getInitialDirectory().toPath();
    }
}
