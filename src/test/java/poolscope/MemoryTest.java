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

/// The program as the POM starts it, with too little memory.
class MemoryTest {
    private static final int EXIT_OF_OUT_OF_MEMORY = 3;

    /// Holds on to everything that it asks for.
    static final class Hoarder {
        public static void main(String[] arguments) {
            var held = new ArrayList<byte[]>();
            while (held.size() < 1_000_000)
                held.add(new byte[1 << 20]);
        }
    }

    @Test
    void P33_running_out_of_memory_ends_the_program_and_leaves_no_dump(@TempDir Path folder) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(launcherFlags());
        command.addAll(List.of("-Xmx96m", "-cp", System.getProperty("java.class.path"), Hoarder.class.getName()));
        var program = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(EXIT_OF_OUT_OF_MEMORY);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("said");
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
