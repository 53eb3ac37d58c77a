package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.disk.FileOps;

class SettingsFileTest {

    @TempDir
    Path folder;

    @Test
    void a_first_start_has_the_defaults_and_makes_no_file() {
        LoadedValue<Settings> loadedSettings = file().load();
        assertThat(loadedSettings.value()).isEqualTo(Settings.defaults());
        assertThat(loadedSettings.notices()).containsExactly(new FileNotice.NoFile());
        assertThat(folder.resolve("config")).doesNotExist();
    }

    @Test
    void what_was_saved_is_loaded() throws Exception {
        file().save(Samples.RICH);
        LoadedValue<Settings> loadedSettings = file().load();
        assertThat(loadedSettings.value()).isEqualTo(Samples.RICH);
        assertThat(loadedSettings.notices()).isEmpty();
    }

    @Test
    void what_is_forced_for_this_time_is_not_saved_and_what_is_chosen_is() throws Exception {
        var kept = Appearance.defaults().withLanguage(Appearance.Language.CHINESE);
        var forced = kept.withTheme(Appearance.Theme.DARK).withLanguage(Appearance.Language.ENGLISH);
        var file = file().keeping(now -> Optional.of(now.withLook(now.appearance().withoutOverrides(forced, kept))));
        file.save(Settings.defaults().withLook(forced.withDensity(Appearance.Density.COMPACT)));
        assertThat(file().load().value().appearance()).isEqualTo(kept.withDensity(Appearance.Density.COMPACT));
        file.save(Settings.defaults().withLook(forced.withTheme(Appearance.Theme.LIGHT)));
        assertThat(file().load().value().appearance()).isEqualTo(kept.withTheme(Appearance.Theme.LIGHT));
    }

    @Test
    void a_file_that_keeps_nothing_is_not_made() throws Exception {
        file().keeping(_ -> Optional.empty()).save(Samples.RICH);
        assertThat(folder.resolve("config")).doesNotExist();
    }

    private SettingsFile file() {
        return SettingsFile.in(folder.resolve("config"), FileOps.ofDisk(), Clock.systemUTC());
    }
}
