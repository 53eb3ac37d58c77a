package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line as a process of its own, in an environment that holds nothing but a home.
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
class CliTest {
    @TempDir
    Path home;

    private record Ended(int exit, String said, String rows) {}

    @Test
    void an_export_loads_no_class_of_the_toolkit() throws Exception {
        var log = home.resolve("classes");
        var ended = run(List.of("-Xlog:class+load:file=" + log), "poolscope.Cli", "export --format json");
        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(Files.readString(log)).contains("poolscope.cli.ExportCommand")
                .doesNotContain("javafx.", "com.sun.javafx", "java.awt.");
    }

    @Test
    void the_window_starts_without_reading_arguments_when_there_are_none() throws Exception {
        var log = home.resolve("classes");
        var ended = run(List.of("-Xlog:class+load:file=" + log), "poolscope.App", "");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.said()).contains("There is no display");
        assertThat(Files.readString(log)).contains("poolscope.cli.WindowOptions ")
                .doesNotContain("poolscope.cli.ArgumentParser");
    }

    @Test
    void without_a_character_set_chinese_is_refused_and_not_taken_for_nothing() throws Exception {
        var ended = run(List.of(), "poolscope.Cli", "export --filter 'status:异常'");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).startsWith("Argument 3 can not be read").hasLineCount(1);
        assertThat(ended.rows()).isEmpty();
        var readable = run(List.of(), "poolscope.Cli", "export --format json --filter 'status:异常'", "LC_ALL=C.UTF-8");
        assertThat(readable.exit()).isZero();
        assertThat(readable.said()).contains(" of 240, the filter hides the others").doesNotStartWith("0 ");
        assertThat(readable.rows()).containsPattern("\"status\"\\s*:\\s*\"abnormal\"")
                .doesNotContainPattern("\"status\"\\s*:\\s*\"(?!abnormal)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"poolscope.Cli", "poolscope.App"})
    void a_user_without_a_home_gets_a_sentence_where_a_home_is_needed(String main) throws Exception {
        var ended = run(List.of("-Duser.home=?"), main, "export --connection prod", "HOME=");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).startsWith("This user has no home folder").hasLineCount(1);
        assertThat(run(List.of("-Duser.home=?"), main, "export", "HOME=").exit()).isZero();
        var named = run(List.of("-Duser.home=?"), main, "export --connection prod --config-dir " + home, "HOME=");
        assertThat(named.said()).isEqualTo("No connection of the name \"prod\" is saved.\n");
    }

    @Test
    void the_window_does_not_start_without_a_home() throws Exception {
        var ended = run(List.of("-Duser.home=?"), "poolscope.App", "", "HOME=");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.said()).startsWith("This user has no home folder").hasLineCount(1);
    }

    @Test
    void what_asks_for_the_window_is_sent_there() throws Exception {
        var ended = run(List.of(), "poolscope.Cli", "--demo 7");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.said()).contains("PoolScope").hasLineCount(1);
    }

    /// Through a script in UTF-8, because the arguments of a process are written in the character set of who starts it.
    private Ended run(List<String> options, String main, String arguments, String... environment) throws Exception {
        var command = new ArrayList<>(List.of("exec env -i PATH=/usr/bin:/bin HOME=" + home));
        command.addAll(List.of(environment));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", "\"" + System.getProperty("java.class.path") + "\"",
                main, arguments));
        var script = Files.writeString(home.resolve("script"), String.join(" ", command));
        var words = home.resolve("words").toFile();
        var process = new ProcessBuilder("sh", script.toString()).redirectError(words).start();
        var rows = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), Files.readString(words.toPath()), rows);
    }
}
