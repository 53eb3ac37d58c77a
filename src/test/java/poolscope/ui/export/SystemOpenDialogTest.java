package poolscope.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemOpenDialogTest {
    @TempDir
    Path folder;

    @Test
    void it_starts_in_the_folder_of_the_typed_file() throws Exception {
        var file = Files.createFile(folder.resolve("ca.pem"));
        assertThat(SystemOpenDialog.folderOf(" " + file + " ")).contains(folder);
        assertThat(SystemOpenDialog.folderOf(folder.toString())).contains(folder);
    }

    @Test
    void it_starts_in_the_nearest_folder_that_exists() {
        assertThat(SystemOpenDialog.folderOf(folder.resolve("not/yet/ca.pem").toString())).contains(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ca.pem", "./ca.pem", "a\0b"})
    void it_starts_where_it_was_last_when_no_whole_path_is_typed(String typed) {
        assertThat(SystemOpenDialog.folderOf(typed)).isEmpty();
    }
}
