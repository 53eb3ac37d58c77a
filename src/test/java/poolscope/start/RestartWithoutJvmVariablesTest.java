package poolscope.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The installed program does not do what the environment tells every JVM (P51). The launcher here is a script that
/// writes down how it was started.
@DisabledOnOs(OS.WINDOWS)
class RestartWithoutJvmVariablesTest {
    @TempDir
    Path folder;
    private Path launcher;
    private Path seen;

    @BeforeEach
    void makeLauncher() throws Exception {
        launcher = folder.resolve("launcher");
        seen = folder.resolve("seen");
        Files.writeString(launcher, "#!/bin/sh\n{ env; echo \"arguments=$*\"; } >" + seen + "\nexit 7\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"})
    void P51_starts_again_without_the_variable_and_ends_as_that_ends(String variable) throws Exception {
        var environment = new HashMap<>(Map.of("PATH", System.getenv("PATH"), "LANG", "C.UTF-8"));
        environment.put(variable, "-javaagent:evil.jar");
        var exit = RestartWithoutJvmVariables.again(environment, Optional.of(launcher),
                List.of("export", "--filter", "a b"));
        assertThat(exit).hasValue(7);
        assertThat(Files.readAllLines(seen)).contains("LANG=C.UTF-8", "arguments=export --filter a b")
                .noneMatch(line -> line.contains("evil"));
    }

    @Test
    void starts_nothing_when_no_such_variable_is_set() {
        assertThat(RestartWithoutJvmVariables.again(Map.of("JAVA_TOOL_OPTIONS", " "), Optional.of(launcher), List.of()))
                .isEmpty();
        assertThat(seen).doesNotExist();
    }

    @Test
    void starts_nothing_when_java_was_called_by_hand() {
        assertThat(RestartWithoutJvmVariables.again(Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g"), Optional.empty(), List.of()))
                .isEmpty();
    }

    @Test
    void says_so_when_it_can_not_start_again() {
        var nothing = folder.resolve("nothing");
        assertThat(RestartWithoutJvmVariables.again(Map.of("_JAVA_OPTIONS", "-Xmx1g"), Optional.of(nothing), List.of()))
                .hasValue(1);
    }
}
