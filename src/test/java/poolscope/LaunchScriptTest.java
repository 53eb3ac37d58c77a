package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The launcher of the Linux packages, in front of a program that says how it was started.
@EnabledOnOs(OS.LINUX)
class LaunchScriptTest {
    @TempDir
    private Path folder;

    private void script(String file, String text) throws Exception {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            zh_CN.UTF-8, '',    en:zh_CN.UTF-8
            C.UTF-8,     '',    en:C.UTF-8
            zh_CN.UTF-8, zh-cn, zh-cn
            """)
    void fonts_are_asked_for_by_their_english_names_first_because_JavaFX_knows_no_others(String locale, String chosen,
            String asked) throws Exception {
        script("bin/PoolScope", Files.readString(Path.of("src/package/linux/launch")));
        script("lib/app/PoolScope.cfg", "");
        script("lib/runtime/bin/PoolScope", "#!/bin/sh\necho \"$FC_LANG\"\n");
        var line = new ProcessBuilder("bin/PoolScope").directory(folder.toFile()).redirectErrorStream(true);
        line.environment().putAll(Map.of("LC_ALL", locale, "FC_LANG", chosen));
        var program = line.start();
        assertThat(program.inputReader().readLine()).isEqualTo(asked);
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_program_leaves_no_core_file_although_the_session_allows_them() throws Exception {
        script("bin/PoolScope", Files.readString(Path.of("src/package/linux/launch")).replace("OPTIONS", ""));
        script("lib/app/PoolScope.cfg", "");
        script("lib/runtime/bin/PoolScope", "#!/bin/sh\necho \"$(ulimit -Sc) $(ulimit -Hc)\"\n");
        var program = new ProcessBuilder("sh", "-c", "ulimit -Sc $(ulimit -Hc); exec bin/PoolScope")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(program.inputReader().readLine()).isEqualTo("0 0");
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
}
