package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppFoldersTest {

    private static final Path HOME = Path.of("/home/operator");

    @Test
    void linux_has_the_folders_of_the_xdg_specification() {
        assertThat(AppFolders.of("Linux", Map.of(), HOME)).isEqualTo(new AppFolders(HOME.resolve(".config/poolscope"),
                HOME.resolve(".local/state/poolscope"), HOME.resolve(".cache/poolscope")));
        Map<String, String> set = Map.of("XDG_CONFIG_HOME", "/etc/me", "XDG_STATE_HOME", "/var/me", "XDG_CACHE_HOME",
                "/tmp/me");
        assertThat(AppFolders.of("Linux", set, HOME)).isEqualTo(new AppFolders(Path.of("/etc/me/poolscope"),
                Path.of("/var/me/poolscope"), Path.of("/tmp/me/poolscope")));
    }

    @Test
    void a_folder_that_is_empty_relative_or_no_path_counts_as_not_set() {
        for (String value : new String[]{"", "relative/folder", "/nul\0byte"}) {
            assertThat(AppFolders.of("Linux", Map.of("XDG_CONFIG_HOME", value), HOME).config())
                    .isEqualTo(HOME.resolve(".config/poolscope"));
        }
    }

    @Test
    void windows_roams_the_settings_and_keeps_the_rest_local() {
        Map<String, String> set = Map.of("APPDATA", "/Users/o/Roaming", "LOCALAPPDATA", "/Users/o/Local");
        assertThat(AppFolders.of("Windows 11", set, HOME))
                .isEqualTo(new AppFolders(Path.of("/Users/o/Roaming/PoolScope"),
                        Path.of("/Users/o/Local/PoolScope/state"), Path.of("/Users/o/Local/PoolScope/cache")));
        assertThat(AppFolders.of("Windows 11", Map.of(), HOME).config())
                .isEqualTo(HOME.resolve("AppData").resolve("Roaming").resolve("PoolScope"));
    }

    @Test
    void macos_has_its_library() {
        assertThat(AppFolders.of("Mac OS X", Map.of(), HOME)).isEqualTo(new AppFolders(
                HOME.resolve("Library/Application Support/PoolScope"),
                HOME.resolve("Library/Application Support/PoolScope/state"), HOME.resolve("Library/Caches/PoolScope")));
    }

    @Test
    void without_a_home_there_are_folders_only_where_the_environment_names_one() {
        for (String home : new String[]{"?", "", "relative", "\0"}) {
            assertThat(AppFolders.find("Linux", Map.of(), home)).isEmpty();
            assertThat(AppFolders.find("Mac OS X", Map.of(), home)).isEmpty();
            assertThat(AppFolders.find("Linux", Map.of("XDG_CONFIG_HOME", "/etc/me"), home).orElseThrow().config())
                    .isEqualTo(Path.of("/etc/me/poolscope"));
        }
        assertThat(AppFolders.find("Linux", Map.of(), "/home/operator").orElseThrow().config())
                .isEqualTo(HOME.resolve(".config/poolscope"));
    }
}
