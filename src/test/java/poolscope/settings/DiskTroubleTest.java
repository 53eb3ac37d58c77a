package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static poolscope.settings.Samples.FILE;
import static poolscope.settings.Samples.FOLDER;
import static poolscope.settings.Samples.NEW;
import static poolscope.settings.Samples.RICH;
import static poolscope.settings.Samples.on;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import poolscope.settings.ConfigFileNotSavedException.Why;
import poolscope.settings.FileNotice.Obstacle;

class DiskTroubleTest {

    private static final MemoryDisk.Fault NONE = (_, _, _) -> {
    };

    @Test
    void P38_a_full_disk_is_told_and_the_old_settings_stay() throws IOException {
        MemoryDisk disk = Samples.saved(RICH);
        SettingsFile file = on(disk);
        file.load();
        disk.fault = (_, what, path) -> {
            if (what.equals("write")) {
                throw new FileSystemException(path.toString(), null, "No space left on device");
            }
        };
        assertThatThrownBy(() -> file.save(NEW)).isInstanceOfSatisfying(ConfigFileNotSavedException.class, e -> {
            assertThat(e.why()).isEqualTo(Why.FULL);
            assertThat(e.file()).isEqualTo(FILE);
        })
                .hasMessageStartingWith("Settings not saved to " + FILE + ": the disk is full")
                .hasMessageContaining("No space left on device");
        assertThat(disk.namesLike("settings.json")).containsExactly("settings.json");
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(RICH, List.of()));
    }

    @Test
    void P38_settings_that_could_not_be_saved_are_saved_when_the_disk_is_back() throws IOException {
        MemoryDisk disk = Samples.saved(RICH);
        SettingsFile file = on(disk);
        file.load();
        disk.fault = (_, what, path) -> {
            throw new FileSystemException(path.toString(), null, "Read-only file system");
        };
        assertThatThrownBy(() -> file.save(NEW)).isInstanceOfSatisfying(ConfigFileNotSavedException.class,
                e -> assertThat(e.why()).isEqualTo(Why.READ_ONLY));
        disk.fault = NONE;
        file.save(NEW);
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(NEW, List.of()));
    }

    @Test
    void P38_a_folder_that_vanished_is_made_again() throws IOException {
        MemoryDisk disk = Samples.saved(RICH);
        SettingsFile file = on(disk);
        file.load();
        disk.names.clear();
        disk.folders.clear();
        file.save(RICH.withFilter(NEW.filter()));
        assertThat(on(disk).load().value()).isEqualTo(RICH.withFilter(NEW.filter()));
    }

    @Test
    void P35_a_folder_in_its_place_is_moved_aside_by_the_first_save() throws IOException {
        MemoryDisk disk = new MemoryDisk();
        disk.folders.add(FOLDER);
        disk.folders.add(FILE);
        startsWith(Obstacle.NOT_A_FILE, disk);
        assertThat(disk.folders).contains(FILE.resolveSibling("settings.json.bad-20260301T120000Z"));
    }

    @Test
    void P35_a_file_too_large_is_moved_aside_by_the_first_save() throws IOException {
        MemoryDisk disk = new MemoryDisk().with(FILE, new byte[100 << 20]);
        startsWith(Obstacle.TOO_LARGE, disk);
        assertThat(disk.bytes(FILE.resolveSibling("settings.json.bad-20260301T120000Z"))).hasSize(100 << 20);
    }

    @Test
    void P35_a_file_we_may_not_read_is_moved_aside_by_the_first_save() throws IOException {
        MemoryDisk disk = new MemoryDisk().with(FILE, "secret".getBytes(StandardCharsets.UTF_8));
        int theirs = disk.names.get(FILE);
        disk.fault = (_, what, path) -> {
            if (what.equals("read") && disk.names.getOrDefault(path, 0) == theirs) {
                throw new AccessDeniedException(path.toString());
            }
        };
        startsWith(Obstacle.DENIED, disk);
        disk.fault = NONE;
        assertThat(disk.bytes(FILE.resolveSibling("settings.json.bad-20260301T120000Z"))).asString()
                .isEqualTo("secret");
    }

    @Test
    void P35_a_file_that_can_be_read_again_by_the_time_of_the_first_save_is_not_lost() throws IOException {
        MemoryDisk disk = Samples.saved(RICH);
        SettingsFile file = on(disk);
        failReads(disk);
        assertThat(file.load().notices()).containsExactly(new FileNotice.Unreadable(FILE, Obstacle.DISK));
        disk.fault = NONE;
        file.save(Settings.defaults().withFilter(NEW.filter()));
        assertThat(on(disk).load().value()).isEqualTo(RICH.withFilter(NEW.filter()));
    }

    @Test
    void P35_a_file_that_cannot_be_read_for_a_moment_is_not_moved_away() throws IOException {
        MemoryDisk disk = Samples.saved(RICH);
        SettingsFile file = on(disk);
        file.load();
        failReads(disk);
        assertThatThrownBy(() -> file.save(NEW)).isInstanceOfSatisfying(ConfigFileNotSavedException.class,
                e -> assertThat(e.why()).isEqualTo(Why.UNREADABLE));
        disk.fault = NONE;
        assertThat(on(disk).load().value()).isEqualTo(RICH);
    }

    @Test
    void P35_a_bad_file_that_cannot_be_set_aside_is_not_overwritten() throws IOException {
        MemoryDisk disk = Samples.holding("{ torn");
        disk.fault = (_, what, path) -> {
            if (path.toString().contains(".bad-") && what.equals("create")) {
                throw new AccessDeniedException(path.toString());
            }
        };
        SettingsFile file = on(disk);
        assertThat(file.load().notices())
                .containsExactly(new FileNotice.NotYetSetAside(FILE, new FileNotice.Damage(true, List.of())));
        assertThatThrownBy(() -> file.save(NEW)).isInstanceOfSatisfying(ConfigFileNotSavedException.class,
                e -> assertThat(e.why()).isEqualTo(Why.BAD_FILE_NOT_KEPT));
        assertThat(disk.bytes(FILE)).asString().isEqualTo("{ torn");
        disk.fault = NONE;
        file.save(NEW);
        assertThat(disk.namesLike("settings.json.bad-")).hasSize(1);
    }

    @Test
    void P34_a_link_is_written_through() throws IOException {
        Path elsewhere = Path.of("/home/operator/dotfiles/poolscope.json");
        MemoryDisk disk = new MemoryDisk().with(elsewhere, Samples.saved(RICH).bytes(FILE));
        disk.folders.add(FOLDER);
        disk.links.put(FILE, elsewhere);
        SettingsFile file = on(disk);
        assertThat(file.load()).isEqualTo(new LoadedValueWithNotices<>(RICH, List.of()));
        file.save(NEW);
        assertThat(disk.links).containsEntry(FILE, elsewhere);
        assertThat(disk.names.keySet()).containsExactly(elsewhere);
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(NEW, List.of()));
    }

    @Test
    void P35_a_link_to_a_missing_file_is_filled_and_one_to_a_missing_folder_is_told() throws IOException {
        Path elsewhere = Path.of("/mnt/stick/poolscope.json");
        MemoryDisk disk = new MemoryDisk();
        disk.folders.add(FOLDER);
        disk.links.put(FILE, elsewhere);
        SettingsFile file = on(disk);
        assertThat(file.load().notices()).containsExactly(new FileNotice.Unreadable(FILE, Obstacle.DANGLING_LINK));
        assertThatThrownBy(() -> file.save(NEW)).isInstanceOfSatisfying(ConfigFileNotSavedException.class,
                e -> assertThat(e.why()).isEqualTo(Why.LINK_LEADS_NOWHERE));
        disk.folders.add(elsewhere.getParent());
        file.save(NEW);
        assertThat(disk.names.keySet()).containsExactly(elsewhere);
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(NEW, List.of()));
    }

    private static void startsWith(Obstacle obstacle, MemoryDisk disk) throws IOException {
        SettingsFile file = on(disk);
        assertThat(file.load()).isEqualTo(
                new LoadedValueWithNotices<>(Settings.defaults(), List.of(new FileNotice.Unreadable(FILE, obstacle))));
        file.save(NEW);
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(NEW, List.of()));
        file.save(RICH);
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(RICH, List.of()));
    }

    private static void failReads(MemoryDisk disk) {
        disk.fault = (_, what, path) -> {
            if (what.equals("read") && path.equals(FILE)) {
                throw new IOException("Input/output error");
            }
        };
    }
}
