package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static poolscope.settings.Samples.FILE;
import static poolscope.settings.Samples.NEW;
import static poolscope.settings.Samples.OLD;
import static poolscope.settings.Samples.on;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CrashTest {

    @Test
    void P34_settings_are_replaced_atomically() throws IOException {
        cutThePower(Samples.saved(OLD), OLD);
    }

    @Test
    void P34_a_first_save_is_all_or_nothing() throws IOException {
        cutThePower(new MemoryDisk(), Settings.defaults());
    }

    @Test
    void P34_settings_survive_a_disk_that_cannot_move_atomically() throws IOException {
        MemoryDisk disk = Samples.saved(OLD);
        disk.movesAtomically = false;
        cutThePower(disk, OLD);
    }

    @Test
    void P34_a_save_over_what_a_cut_off_save_left_is_as_safe() throws IOException {
        MemoryDisk disk = Samples.saved(OLD);
        disk.movesAtomically = false;
        MemoryDisk saving = disk.copy();
        load(saving, NEW);
        new PowerCut(disk, saving.changes).each(cut -> {
            Settings found = on(cut.copy()).load().value();
            saveAndCutAgain(cut, found);
        });
    }

    @Test
    void P35_a_bad_file_is_kept_through_every_crash() throws IOException {
        byte[] whole = Samples.saved(OLD).bytes(FILE);
        byte[] torn = Arrays.copyOf(whole, whole.length / 2);
        MemoryDisk before = new MemoryDisk().with(FILE, torn);
        MemoryDisk saving = before.copy();
        load(saving, NEW);
        int states = new PowerCut(before, saving.changes).each(disk -> assertThat(disk.names.values())
                .anySatisfy(file -> assertThat(disk.contents.get(file)).isEqualTo(torn)));
        assertThat(states).isGreaterThan(20);
    }

    @Test
    void P34_an_error_at_any_step_leaves_the_old_settings_or_the_new_ones() throws IOException {
        for (boolean atomic : new boolean[]{true, false}) {
            for (boolean lasting : new boolean[]{true, false}) {
                for (int step = 0; step < 60; step++) {
                    failAt(step, lasting, atomic);
                }
            }
        }
    }

    @Test
    void P35_an_error_at_any_step_does_not_stop_the_start() throws IOException {
        byte[] whole = Samples.saved(OLD).bytes(FILE);
        for (int step = 0; step < 20; step++) {
            MemoryDisk disk = new MemoryDisk().with(FILE, Arrays.copyOf(whole, whole.length / 2));
            failFrom(disk, step, true);
            assertThat(on(disk).load().notices()).isNotEmpty();
        }
    }

    @Test
    void P34_a_failed_save_leaves_no_litter_once_a_save_succeeds() throws IOException {
        MemoryDisk disk = Samples.saved(OLD);
        SettingsFile file = on(disk);
        file.load();
        disk.fault = (_, what, path) -> {
            if (what.equals("moveAtomically")) {
                throw new AccessDeniedException(path.toString());
            }
        };
        assertThatThrownBy(() -> file.save(NEW)).isInstanceOf(ConfigFileNotSavedException.class);
        assertThat(disk.pauses.stream().mapToLong(java.time.Duration::toMillis).sum()).isEqualTo(2_000);
        assertThat(disk.namesLike("settings.json.")).as("the only copy of the new settings stays").hasSize(1);
        disk.fault = (_, _, _) -> {
        };
        file.save(NEW);
        assertThat(disk.namesLike("settings.json")).containsExactly("settings.json");
    }

    private static void cutThePower(MemoryDisk before, Settings old) throws IOException {
        MemoryDisk saving = before.copy();
        load(saving, NEW);
        int states = new PowerCut(before, saving.changes).each(disk -> {
            assertThat(on(disk.copy()).load().value()).isIn(old, NEW);
            assertThat(on(disk.copy()).load().notices()).noneMatch(FileNotice.SetAside.class::isInstance);
        });
        assertThat(states).isGreaterThan(10);
    }

    private static void saveAndCutAgain(MemoryDisk before, Settings old) {
        try {
            MemoryDisk saving = before.copy();
            Settings next = NEW.withWindowAppearance(NEW.windowAppearance().withZoomPercent(90));
            load(saving, next);
            new PowerCut(before, saving.changes).each(disk -> assertThat(on(disk).load().value()).isIn(old, next));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void failAt(int step, boolean lasting, boolean atomic) throws IOException {
        MemoryDisk disk = Samples.saved(OLD);
        disk.movesAtomically = atomic;
        SettingsFile file = on(disk);
        file.load();
        disk.calls = 0;
        failFrom(disk, step, lasting);
        Settings expected = NEW;
        try {
            file.save(NEW);
        } catch (IOException told) {
            expected = OLD;
        }
        disk.fault = (_, _, _) -> {
        };
        assertThat(on(disk.copy()).load().value()).as("error at step %d", step).isIn(expected, NEW);
        file.save(NEW);
        assertThat(on(disk).load().value()).as("tried again after an error at step %d", step).isEqualTo(NEW);
        assertThat(on(disk).load().notices()).isEmpty();
    }

    private static void failFrom(MemoryDisk disk, int step, boolean lasting) {
        disk.fault = (call, what, path) -> {
            if (call == step || lasting && call > step) {
                throw new IOException("No space left on device, says " + what + " of " + path);
            }
        };
    }

    private static void load(MemoryDisk disk, Settings thenSave) throws IOException {
        SettingsFile file = on(disk);
        file.load();
        file.save(thenSave);
    }
}
