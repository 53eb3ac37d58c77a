package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What comments and tests cite is in this repository, so that a reader can look it up.
class CitationsTest {
    private static final Path NOTES = Path.of("src/site");
    private static final Pattern PAGE = Pattern.compile("(?:[ (]|^)([A-Za-z][A-Za-z-]+\\.md)\\b");
    private static final Pattern PROMISE = Pattern.compile("\\bP\\d{2}(?=[_\\W])");
    private static final Pattern SECTION = Pattern
            .compile("\\*([A-Z][A-Za-z0-9 ]+)\\*(?: \\d(?: and \\d)?)? in (api-notes|promises)\\.md");
    private static final Pattern FINDING = Pattern.compile("measured (\\d+) in api-notes\\.md");

    /// A command that begins a line of code, a quotation or a comment.
    private static final Pattern MAVEN = Pattern.compile("(?<=[`(]|^|<!-- |: )mvn -[^`\\n:]*(?::[^`\\n:]*)?",
            Pattern.MULTILINE);

    @Test
    void pages_that_are_cited_are_there() throws IOException {
        assertThat(cited(PAGE, 1))
                .allSatisfy(page -> assertThat(Stream.of(Path.of(page), NOTES.resolve(page))).anyMatch(Files::exists));
    }

    @Test
    void promises_that_are_cited_are_on_the_page_of_promises() throws IOException {
        var page = Files.readString(NOTES.resolve("promises.md"));
        assertThat(cited(PROMISE, 0)).isNotEmpty()
                .allSatisfy(number -> assertThat(page).contains("**" + number + ". "));
    }

    @Test
    void sections_that_are_cited_are_headings() throws IOException {
        var headings = Files.readAllLines(NOTES.resolve("api-notes.md"))
                .stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", ""))
                .toList();
        assertThat(cited(SECTION, 1)).isNotEmpty()
                .allSatisfy(section -> assertThat(headings).anyMatch(heading -> heading.startsWith(section)));
    }

    @Test
    void measurements_that_are_cited_are_listed() throws IOException {
        var notes = Files.readString(NOTES.resolve("api-notes.md"));
        var measured = notes.substring(notes.indexOf("## What was measured"));
        assertThat(cited(FINDING, 1)).isNotEmpty()
                .allSatisfy(number -> assertThat(measured).contains("\n" + number + ". "));
    }

    @Test
    void profiles_executions_and_properties_of_maven_commands_are_in_the_pom() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        var commands = MAVEN.matcher(pages() + pom).results().map(hit -> hit.group()).toList();
        assertThat(commands).anyMatch(command -> command.contains("-Pmutation"));
        assertThat(parts(commands, "-P([a-z-]+)")).isNotEmpty()
                .allSatisfy(profile -> assertThat(pom).contains("<id>" + profile + "</id>\n"));
        assertThat(parts(commands, "exec:exec@([a-z-]+)")).isNotEmpty()
                .allSatisfy(execution -> assertThat(pom).contains("<execution><id>" + execution + "</id>"));
        assertThat(parts(commands, "-D([a-z.]+)=")).isNotEmpty()
                .allSatisfy(property -> assertThat(pom).contains("${" + property + "}"));
    }

    private static String pages() throws IOException {
        var text = new StringBuilder(Files.readString(Path.of("README.md")));
        try (var pages = Files.newDirectoryStream(NOTES, "*.md")) {
            for (var page : pages)
                text.append(Files.readString(page));
        }
        return text.toString();
    }

    private static TreeSet<String> parts(List<String> commands, String part) {
        return commands.stream()
                .flatMap(command -> Pattern.compile(part).matcher(command).results())
                .map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Of code and comments, each comment as one line: a sentence may go on in the next.
    private static TreeSet<String> cited(Pattern what, int group) throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("CitationsTest.java"))
                    .flatMap(file -> {
                        try {
                            return what.matcher(Files.readString(file).replaceAll("\\n\\s*///(?=\\s)", " "))
                                    .results()
                                    .map(hit -> hit.group(group));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
