package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process with the JVM flags of the POM's start command and too little memory.
class MemoryTest {
    private static final int EXIT_OF_OUT_OF_MEMORY = 3;

    @Test
    void P33_running_out_of_memory_ends_the_program_with_a_sentence_on_standard_error_and_leaves_no_dump(
            @TempDir Path folder) throws Exception {
        var classes = Path.of(Hungry.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(launcherFlags());
        command.addAll(List.of("-Xmx32m", "-cp", classes.toString(), Hungry.class.getName()));
        var process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the program ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(EXIT_OF_OUT_OF_MEMORY);
        assertThat(folder.resolve("err")).content().contains("java.lang.OutOfMemoryError");
        assertThat(folder.resolve("out")).content().isEqualTo("row\n");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("err", "out");
        }
    }

    /// The flags of the JVM in the POM's own start command.
    private static List<String> launcherFlags() throws Exception {
        var pom = Files.readString(Path.of("pom.xml"));
        var start = pom.lines()
                .filter(line -> line.contains("--module poolscope/poolscope.App"))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("-XX:\\S+").matcher(start).results().map(match -> match.group()).toList();
    }
}
