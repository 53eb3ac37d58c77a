package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

    private SettingsFile file() {
        return SettingsFile.in(folder.resolve("config"), FileOps.ofDisk(), Clock.systemUTC());
    }
}
