package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.disk.FileSystemOperations;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.SteppedExecutor;
import poolscope.settings.FileNotice;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;

/// When the settings reach the disk.
class ObservableSettingsTest {
    private final SteppedExecutor afterPause = new SteppedExecutor();

    @TempDir
    Path folder;
    private ObservableSettings live;

    @BeforeEach
    void open() {
        live = open(folder);
    }

    private ObservableSettings open(Path in) {
        return new ObservableSettings(Settings.defaults(),
                SettingsFile.in(in, FileSystemOperations.ofDisk(), Clock.systemUTC()),
                new BackgroundAndFxExecutors(Runnable::run, Runnable::run), afterPause);
    }

    @Test
    void a_change_is_in_force_at_once_and_on_the_disk_later() {
        change("one");
        assertThat(live.settings().view()).isEqualTo("one");
        assertThat(folder.resolve("settings.json")).doesNotExist();
        afterPause.runAll();
        assertThat(onDisk()).isEqualTo("one");
    }

    @Test
    void changes_that_never_pause_are_saved_while_they_go_on() {
        change("one");
        change("two");
        assertThat(afterPause.waiting()).as("a later change does not put the save off").isOne();
        afterPause.step();
        assertThat(onDisk()).isEqualTo("two");
        change("three");
        afterPause.step();
        assertThat(onDisk()).isEqualTo("three");
    }

    @Test
    void closing_saves_the_last_change_and_what_changes_then_is_not_saved() {
        change("one");
        live.close();
        assertThat(onDisk()).isEqualTo("one");
        change("two");
        afterPause.runAll();
        assertThat(onDisk()).isEqualTo("one");
    }

    @Test
    void two_parts_of_the_settings_see_each_others_changes() {
        var one = live.part(Settings::view, Settings::withView);
        var other = live.part(Settings::view, Settings::withView);
        one.set("changed");
        assertThat(other.get()).isEqualTo("changed");
    }

    @Test
    void a_save_that_fails_is_published_until_one_succeeds() throws Exception {
        var blocked = folder.resolve("file");
        Files.createFile(blocked);
        live = open(blocked);
        List<Optional<FileNotice.NotSaved>> problems = new ArrayList<>();
        live.saveProblemProperty().subscribe(now -> {
            problems.add(now);
        });
        change("one");
        afterPause.runAll();
        Files.delete(blocked);
        change("two");
        afterPause.runAll();
        assertThat(problems).hasSize(3);
        assertThat(problems.get(0)).isEmpty();
        assertThat(problems.get(1).orElseThrow().file()).isEqualTo(blocked.resolve("settings.json"));
        assertThat(problems.get(2)).isEmpty();
    }

    private void change(String view) {
        live.part(Settings::view, Settings::withView).set(view);
    }

    private String onDisk() {
        return SettingsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC()).load().value().view();
    }
}
