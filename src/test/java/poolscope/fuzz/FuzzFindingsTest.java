package poolscope.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poolscope.PropertyCases;

/// What was ever found by [FuzzRun] does not come back; and a few hundred variations of the seeds of each target.
@Execution(ExecutionMode.CONCURRENT)
class FuzzFindingsTest {
    private static final Path FINDINGS = Path.of("src/test/resources/poolscope/fuzz");
    private static final int VARIATIONS = PropertyCases.times(300);
    private static final int MAX_EDITS = 6;

    static Stream<String> targets() {
        return FuzzTargets.names().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void seeds_and_findings_keep_all_promises(String name) throws IOException {
        var target = FuzzTargets.of(name);
        for (byte[] seed : target.seeds())
            assertKeeps(target, seed);
        var folder = FINDINGS.resolve(name);
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.sorted().toList())
                assertThatCode(() -> target.check(Files.readAllBytes(file))).as("%s", file).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void variations_of_the_seeds_keep_all_promises(String name) {
        var target = FuzzTargets.of(name);
        var seeds = target.seeds();
        var random = PropertyCases.random(1);
        for (int i = 0; i < VARIATIONS; i++) {
            var bytes = i % 2 == 0 ? edits(random) : changed(seeds.get(random.nextInt(seeds.size())), random);
            assertKeeps(target, FuzzInput.of(bytes, seeds));
        }
    }

    @Test
    void each_folder_of_findings_belongs_to_a_target() throws IOException {
        if (!Files.isDirectory(FINDINGS)) return;
        try (Stream<Path> folders = Files.list(FINDINGS)) {
            assertThat(folders.map(folder -> folder.getFileName().toString())).isSubsetOf(FuzzTargets.names());
        }
    }

    private static void assertKeeps(FuzzTarget target, byte[] input) {
        assertThatCode(() -> target.check(input)).as(() -> new String(input, StandardCharsets.UTF_8))
                .doesNotThrowAnyException();
    }

    private static byte[] edits(Random random) {
        byte[] bytes = new byte[2 + 4 * random.nextInt(1, MAX_EDITS)];
        random.nextBytes(bytes);
        bytes[0] = FuzzInput.EDITS;
        return bytes;
    }

    private static byte[] changed(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int change = random.nextInt(MAX_EDITS); change > 0 && bytes.length > 0; change--)
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return random.nextInt(4) > 0 ? bytes : java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }
}
