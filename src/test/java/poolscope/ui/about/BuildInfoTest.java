package poolscope.ui.about;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class BuildInfoTest {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String PROGRAM = Path.of("src/package/Commit.java").toAbsolutePath().toString();

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_version_is_the_one_of_the_pom() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>" + BuildInfo.ofThis().version() + "</version>");
    }

    @Test
    void no_other_file_says_the_version() throws Exception {
        var ofThis = Pattern.compile("(?i)poolscope[ _-]" + Pattern.quote(BuildInfo.ofThis().version()));
        var files = new ArrayList<>(List.of(Path.of("README.md"), Path.of("jpackage.cfg")));
        for (var top : List.of("src", ".ci", ".github"))
            try (var below = Files.walk(Path.of(top))) {
                below.filter(Files::isRegularFile).forEach(files::add);
            }
        assertThat(files).hasSizeGreaterThan(500)
                .noneMatch(file -> ofThis.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1)).find());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_checkout_gives_its_commit_and_the_day_of_it() throws Exception {
        checkout();
        assertThat(written(Map.of()))
                .isEqualTo("version=1.2.3\ncommit=" + git("rev-parse", "--short=12", "HEAD") + "\ndate=2026-03-01\n");
        Files.writeString(folder.resolve("file"), "changed");
        assertThat(written(Map.of())).contains("commit=" + git("rev-parse", "--short=12", "HEAD") + "-dirty\n");
    }

    @Test
    void without_a_checkout_or_without_git_it_says_nothing() throws Exception {
        assertThat(written(Map.of())).isEqualTo("version=1.2.3\ncommit=\ndate=\n");
        checkout();
        assertThat(written(Map.of("PATH", ""))).isEqualTo("version=1.2.3\ncommit=\ndate=\n");
    }

    @Test
    void the_licence_is_named_by_the_first_line_of_its_file_and_not_at_all_without_one() throws Exception {
        assertThat(written(Map.of())).doesNotContain("licence");
        Files.writeString(folder.resolve("LICENSE"), "\n  Some Licence 2.0\n\nThe terms\n");
        assertThat(written(Map.of())).endsWith("\nlicence=Some Licence 2.0\n");
    }

    @Test
    void what_the_builder_says_counts() throws Exception {
        checkout();
        assertThat(written(Map.of(), "-Dbuild.commit=abc", "-Dbuild.date=2026-02-02"))
                .isEqualTo("version=1.2.3\ncommit=abc\ndate=2026-02-02\n");
    }

    private String written(Map<String, String> environment, String... options) throws Exception {
        var line = new ArrayList<>(List.of(JAVA));
        line.addAll(List.of(options));
        line.addAll(List.of(PROGRAM, "out/build.properties", "1.2.3"));
        run(environment, line);
        return Files.readString(folder.resolve("out/build.properties"));
    }

    private void checkout() throws Exception {
        boolean there = new ProcessBuilder("sh", "-c", "command -v git").redirectErrorStream(true)
                .start()
                .waitFor() == 0;
        assumeTrue(there, "there is no git");
        git("init", "-q");
        Files.writeString(folder.resolve("file"), "text");
        Files.writeString(folder.resolve(".gitignore"), "out\n");
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@example.invalid", "commit", "-q", "-m", "one");
    }

    private String git(String... words) throws Exception {
        var line = new ArrayList<>(List.of("git"));
        line.addAll(List.of(words));
        return run(Map.of("GIT_COMMITTER_DATE", "2026-03-01T12:00:00Z"), line);
    }

    private String run(Map<String, String> environment, List<String> line) throws Exception {
        var builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
