package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    Path folder;

    @Test
    void a_first_start_has_the_defaults_and_makes_no_file() {
        Loaded loaded = file().load();
        assertThat(loaded.settings()).isEqualTo(Settings.defaults());
        assertThat(loaded.notices()).containsExactly(new Notice.NoFile());
        assertThat(folder.resolve("config")).doesNotExist();
    }

    @Test
    void what_was_saved_is_loaded() throws Exception {
        file().save(Samples.RICH);
        Loaded loaded = file().load();
        assertThat(loaded.settings()).isEqualTo(Samples.RICH);
        assertThat(loaded.notices()).isEmpty();
    }

    @Test
    void P39_the_file_and_its_folder_are_the_users_alone() throws Exception {
        file().save(Samples.RICH);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("config")))).isEqualTo("rwx------");
        try (var all = Files.list(folder.resolve("config"))) {
            assertThat(all.toList()).hasSize(2).allSatisfy(path -> assertThat(
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------"));
        }
    }

    private SettingsFile file() {
        return SettingsFile.in(folder.resolve("config"), FileOps.ofDisk(), Clock.systemUTC());
    }
}
