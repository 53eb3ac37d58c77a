package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the installed program's JVM is told, asked of a JVM that was told it.
class JpackageConfigurationTest {
    private static final String OPTION = "--java-options ";
    private static List<String> told;

    @BeforeAll
    static void ask() throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        Files.readAllLines(Path.of("jpackage.cfg")).stream().filter(line -> line.startsWith(OPTION))
                .map(line -> line.substring(OPTION.length()))
                .filter(option -> !option.startsWith("-XX:AOTCache=") && !option.startsWith("--enable-native-access="))
                .forEach(command::add);
        command.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .map(line -> line.strip().replaceAll("\\s+", " ")).toList();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void P33_an_out_of_memory_error_ends_the_program_and_nothing_is_dumped() {
        assertThat(flag("ExitOnOutOfMemoryError")).isEqualTo("true");
        assertThat(flag("HeapDumpOnOutOfMemoryError")).isEqualTo("false");
        assertThat(flag("CreateCoredumpOnCrash")).isEqualTo("false");
    }

    @Test
    void P33_a_crash_report_goes_to_the_session_not_to_a_folder_that_others_read() {
        assertThat(flag("ErrorFileToStderr")).isEqualTo("true");
    }

    @Test
    void P51_nobody_attaches_to_the_running_program() {
        assertThat(flag("DisableAttachMechanism")).isEqualTo("true");
    }

    private static String flag(String name) {
        return told.stream().map(line -> line.split(" ")).filter(words -> words.length > 3 && words[1].equals(name))
                .map(words -> words[3]).findFirst().orElse("no such flag");
    }
}
