package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What the JVM of the installed program is told, by either launcher, asked of a JVM that was told it.
class JpackageConfigurationTest {
    private static final String OPTION = "--java-options ";
    private static final int KILLED = 128 + 9;
    private static List<List<String>> told = List.of();

    @BeforeAll
    static void ask() throws Exception {
        told = List.of(flags(windowOptions()), flags(commandOptions()));
    }

    private static List<String> flags(List<String> options) throws Exception {
        var process = java(options, "-XX:+PrintFlagsFinal", "-version").redirectErrorStream(true).start();
        var flags = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .toList();
        assertThat(process.waitFor()).isZero();
        return flags;
    }

    private static List<String> windowOptions() throws IOException {
        return Files.readAllLines(Path.of("jpackage.cfg"))
                .stream()
                .filter(line -> line.startsWith(OPTION))
                .map(line -> line.substring(OPTION.length()).replaceAll("^\"(.*)\"$", "$1"))
                .map(JpackageConfigurationTest::unquoted)
                .toList();
    }

    /// Between blanks that are not in quotes, as jpackage reads it.
    private static List<String> commandOptions() throws IOException {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/package/command.properties"))) {
            properties.load(in);
        }
        return Pattern.compile("'[^']*'|\\S+")
                .matcher(properties.getProperty("java-options"))
                .results()
                .map(MatchResult::group)
                .map(JpackageConfigurationTest::unquoted)
                .toList();
    }

    private static String unquoted(String option) {
        return option.replaceAll("^'(.*)'$", "$1");
    }

    private static ProcessBuilder java(List<String> options, String... more) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        options.stream()
                .filter(option -> !option.startsWith("-XX:AOTCache=") && !option.startsWith("--enable-native-access="))
                .forEach(command::add);
        command.addAll(List.of(more));
        return new ProcessBuilder(command);
    }

    @Test
    void the_command_line_has_a_console_on_windows_and_is_in_no_menu() throws Exception {
        assertThat(Files.readAllLines(Path.of("src/package/command.properties"))).contains(
                "module=poolscope/poolscope.Cli", "win-console=true", "win-menu=false", "linux-shortcut=false");
        assertThat(Files.readAllLines(Path.of("jpackage.cfg")))
                .contains("--add-launcher poolscope-cli=src/package/command.properties");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void P33_out_of_memory_ends_the_program_with_a_status_of_its_own_and_a_sentence_that_is_no_row() throws Exception {
        var classes = Path.of(Objects.requireNonNull(Hungry.class.getResource("Hungry.class")).toURI())
                .getParent()
                .getParent();
        for (var options : List.of(windowOptions(), commandOptions())) {
            var process = java(options, "-Xmx32m", "-cp", classes.toString(), Hungry.class.getName()).start();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("row\n");
            assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("PoolScope ran out of memory and was ended.\n");
            assertThat(process.waitFor()).isEqualTo(KILLED);
        }
    }

    @Test
    void P33_nothing_is_dumped() {
        assertThat(flag("HeapDumpOnOutOfMemoryError")).containsOnly("false");
        assertThat(flag("CreateCoredumpOnCrash")).containsOnly("false");
    }

    @Test
    void P33_a_crash_report_goes_to_the_session_not_to_a_folder_that_others_read() {
        assertThat(flag("ErrorFileToStderr")).containsOnly("true");
    }

    @Test
    void P51_nobody_attaches_to_the_running_program() {
        assertThat(flag("DisableAttachMechanism")).containsOnly("true");
    }

    /// Its value for each launcher.
    private static Stream<String> flag(String name) {
        return told.stream()
                .map(flags -> flags.stream()
                        .map(line -> line.split(" "))
                        .filter(words -> words.length > 3 && words[1].equals(name))
                        .map(words -> words[3])
                        .findFirst()
                        .orElse("no such flag"));
    }
}
