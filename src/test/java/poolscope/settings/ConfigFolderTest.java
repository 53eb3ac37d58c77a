package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigFolderTest {
    private static final String HOME = "/home/operator";

    @Test
    void linux_has_the_folder_of_the_xdg_specification() {
        assertThat(ConfigFolder.find("Linux", Map.of(), HOME)).contains(Path.of(HOME, ".config/poolscope"));
        assertThat(ConfigFolder.find("Linux", Map.of("XDG_CONFIG_HOME", "/etc/me"), HOME))
                .contains(Path.of("/etc/me/poolscope"));
    }

    /// It was the home folder of the system's list of users, whatever `HOME` said.
    @Test
    void the_home_folder_is_that_of_the_environment_but_on_windows() {
        var environment = Map.of("HOME", "/elsewhere");
        assertThat(ConfigFolder.find("Linux", environment, HOME)).contains(Path.of("/elsewhere/.config/poolscope"));
        assertThat(ConfigFolder.find("Mac OS X", environment, HOME))
                .contains(Path.of("/elsewhere/Library/Application Support/PoolScope"));
        assertThat(ConfigFolder.find("Windows 11", environment, HOME))
                .contains(Path.of(HOME, "AppData", "Roaming", "PoolScope"));
        assertThat(ConfigFolder.find("Linux", Map.of("HOME", "relative"), HOME))
                .contains(Path.of(HOME, ".config/poolscope"));
    }

    @Test
    void a_folder_that_is_empty_relative_or_no_path_counts_as_not_set() {
        for (String value : new String[]{"", "relative/folder", "/nul\0byte"}) {
            assertThat(ConfigFolder.find("Linux", Map.of("XDG_CONFIG_HOME", value), HOME))
                    .contains(Path.of(HOME, ".config/poolscope"));
        }
    }

    @Test
    void windows_roams_it() {
        assertThat(ConfigFolder.find("Windows 11", Map.of("APPDATA", "/Users/o/Roaming"), HOME))
                .contains(Path.of("/Users/o/Roaming/PoolScope"));
        assertThat(ConfigFolder.find("Windows 11", Map.of(), HOME))
                .contains(Path.of(HOME, "AppData", "Roaming", "PoolScope"));
    }

    @Test
    void macos_has_its_library() {
        assertThat(ConfigFolder.find("Mac OS X", Map.of(), HOME))
                .contains(Path.of(HOME, "Library/Application Support/PoolScope"));
    }

    @Test
    void without_a_home_there_is_one_only_where_the_environment_names_it() {
        for (String home : new String[]{"?", "", "relative", "\0"}) {
            assertThat(ConfigFolder.find("Linux", Map.of(), home)).isEmpty();
            assertThat(ConfigFolder.find("Mac OS X", Map.of(), home)).isEmpty();
            assertThat(ConfigFolder.find("Linux", Map.of("XDG_CONFIG_HOME", "/etc/me"), home))
                    .contains(Path.of("/etc/me/poolscope"));
        }
    }
}
