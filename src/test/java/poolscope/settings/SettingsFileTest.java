package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.disk.FileSystemOperations;

class SettingsFileTest {

    @TempDir
    Path folder;

    @Test
    void a_first_start_has_the_defaults_and_makes_no_file() {
        LoadedValueWithNotices<Settings> loadedSettings = file().load();
        assertThat(loadedSettings.value()).isEqualTo(Settings.defaults());
        assertThat(loadedSettings.notices()).containsExactly(new FileNotice.NoFile());
        assertThat(folder.resolve("config")).doesNotExist();
    }

    @Test
    void what_was_saved_is_loaded() throws Exception {
        file().save(Samples.RICH);
        LoadedValueWithNotices<Settings> loadedSettings = file().load();
        assertThat(loadedSettings.value()).isEqualTo(Samples.RICH);
        assertThat(loadedSettings.notices()).isEmpty();
    }

    @Test
    void what_is_forced_for_this_time_is_not_saved_and_what_is_chosen_is() throws Exception {
        var kept = WindowAppearance.defaults().withLanguage(WindowAppearance.Language.CHINESE);
        var forced = kept.withTheme(WindowAppearance.Theme.DARK).withLanguage(WindowAppearance.Language.ENGLISH);
        var file = file().keeping(
                now -> Optional.of(now.withWindowAppearance(now.windowAppearance().withoutOverrides(forced, kept))));
        file.save(Settings.defaults().withWindowAppearance(forced.withDensity(WindowAppearance.Density.COMPACT)));
        assertThat(file().load().value().windowAppearance())
                .isEqualTo(kept.withDensity(WindowAppearance.Density.COMPACT));
        file.save(Settings.defaults().withWindowAppearance(forced.withTheme(WindowAppearance.Theme.LIGHT)));
        assertThat(file().load().value().windowAppearance()).isEqualTo(kept.withTheme(WindowAppearance.Theme.LIGHT));
    }

    @Test
    void a_file_that_keeps_nothing_is_not_made() throws Exception {
        file().keeping(_ -> Optional.empty()).save(Samples.RICH);
        assertThat(folder.resolve("config")).doesNotExist();
    }

    private SettingsFile file() {
        return SettingsFile.in(folder.resolve("config"), FileSystemOperations.ofDisk(), Clock.systemUTC());
    }
}
