package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ForwardingFileOps;

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

    @Test
    void what_an_interrupted_save_left_is_deleted_by_the_next_one() throws Exception {
        var left = leaveUnfinished();
        file().save(Samples.RICH);
        assertThat(left).doesNotExist();
    }

    /// Without locks it may be what another process is writing.
    @Test
    void where_there_are_no_locks_it_is_left_alone() throws Exception {
        var left = leaveUnfinished();
        var withoutLocks = new ForwardingFileOps() {
            @Override
            public Optional<Closeable> tryLock(Path file) throws IOException {
                throw new IOException("no locks here");
            }
        };
        SettingsFile.in(folder.resolve("config"), withoutLocks, Clock.systemUTC()).save(Samples.RICH);
        assertThat(file().load().value()).isEqualTo(Samples.RICH);
        assertThat(left).hasContent("half");
    }

    private Path leaveUnfinished() throws IOException {
        file().save(Settings.defaults()
                .withWindowAppearance(WindowAppearance.defaults().withTheme(WindowAppearance.Theme.DARK)));
        try (var files = Files.list(folder.resolve("config"))) {
            var settings = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            return Files.writeString(folder.resolve("config").resolve(settings + ".123.tmp"), "half");
        }
    }

    private SettingsFile file() {
        return SettingsFile.in(folder.resolve("config"), FileSystemOperations.ofDisk(), Clock.systemUTC());
    }
}
