package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.cli.ParsedCommandLine;
import poolscope.pool.PoolField;
import poolscope.pool.filter.FilterFieldNames;

/// What people read before they use the program: the README, and the guide in two languages.
class SiteTest {
    private static final Path SITE = Path.of("src/site");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Path SOURCES = Path.of("src/main/java/poolscope");
    private static final Pattern FILE = Pattern.compile("`([\\w/.]+\\.(?:java|fxml|css|properties|md|xml))`");
    private static final Pattern QUALIFIED_CLASS = Pattern
            .compile("(?<![\\w./])([a-z][a-z0-9]*(?:\\.[a-z][a-z0-9]*)*)\\.([A-Z][A-Za-z]+)\\b");
    private static final Pattern OPTION = Pattern.compile("(?<=^ {2}|, )--?[A-Za-z][A-Za-z-]*");

    /// From menu to item, as *Views ▸ Open view* or “文件 ▸ 新建连接”.
    private static final Pattern WAY = Pattern.compile("(?<=[*“])[^*“”\\n▸]+( ▸ [^*“”\\n▸]+)+(?=[*”])");
    /// What a label has besides its name: the letter to reach it by, and the dots of an item that opens something.
    private static final Pattern MARKS_OF_A_LABEL = Pattern.compile("\\(_.\\)|_| ?…");
    /// What Windows and macOS call their own buttons.
    private static final Set<String> OF_THE_SYSTEMS = Set.of("More info", "Run anyway", "Privacy & Security",
            "Open anyway", "更多信息", "仍要运行", "隐私与安全性", "仍要打开");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/site/README.zh.md"})
    void the_readme_is_short_and_says_how_to_try_and_to_test(String readme) throws IOException {
        assertThat(Files.readAllLines(Path.of(readme))).hasSizeLessThanOrEqualTo(120).contains("mvn", "mvn verify");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void relative_links_lead_to_files_and_headings(Path page) throws IOException {
        for (var link : linksOf(page)) {
            var parts = link.split("#", 2);
            var target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
            assertThat(target).as(link).exists();
            if (parts.length == 2) assertThat(anchorsOf(target)).as(link).contains(parts[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"guide.md", "guide.zh.md"})
    void every_option_stands_in_both_guides(String guide) throws IOException {
        var text = Files.readString(SITE.resolve(guide));
        var marked = quoted(text);
        assertThat(optionsOf("--help")).contains("--demo", "-V", "--version")
                .allSatisfy(option -> assertThat(marked).contains(option));
        assertThat(optionsOf("export", "--help")).contains("--filter")
                .allSatisfy(option -> assertThat(marked).contains(option));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guide.md", "guide.zh.md"})
    void every_field_and_its_names_in_a_filter_stand_in_both_guides(String guide) throws IOException {
        var lines = Files.readAllLines(SITE.resolve(guide));
        assertThat(PoolField.values()).allSatisfy(field -> {
            var names = FilterFieldNames.of(field)
                    .stream()
                    .map(name -> "`" + name + "`")
                    .collect(Collectors.joining(", "));
            assertThat(lines).contains("| `" + field.id() + "` | " + (names.isEmpty() ? "–" : names) + " |");
        });
    }

    @ParameterizedTest
    @CsvSource({"README.md, texts", "src/site/guide.md, texts", "src/site/README.zh.md, texts_zh_CN",
            "src/site/guide.zh.md, texts_zh_CN"})
    void menus_are_called_as_on_screen(Path page, String bundle) throws IOException {
        var texts = new Properties();
        try (var file = Files
                .newBufferedReader(Path.of("src/main/resources/poolscope/ui/text", bundle + ".properties"))) {
            texts.load(file);
        }
        var labels = texts.values()
                .stream()
                .map(text -> MARKS_OF_A_LABEL.matcher((String) text).replaceAll(""))
                .toList();
        var ways = WAY.matcher(Files.readString(page)).results().map(MatchResult::group).toList();
        assertThat(ways).isNotEmpty();
        assertThat(ways.stream()
                .flatMap(way -> Stream.of(way.split(" ▸ ")))
                .filter(name -> !OF_THE_SYSTEMS.contains(name))).isSubsetOf(labels);
    }

    @Test
    void both_guides_have_the_same_tables_and_headings() throws IOException {
        assertThat(outline("guide.zh.md")).isEqualTo(outline("guide.md"));
    }

    /// The level of each heading, and for each row of a table how many cells it has.
    private static List<String> outline(String guide) throws IOException {
        return Files.readAllLines(SITE.resolve(guide))
                .stream()
                .filter(line -> line.startsWith("#") || line.startsWith("|"))
                .map(line -> line.startsWith("#")
                        ? line.replaceFirst("[^#].*", "")
                        : line.replaceAll("[^|]|`[^`]*`", ""))
                .toList();
    }

    @Test
    void every_package_stands_in_the_architecture() throws IOException {
        try (var folders = Files.walk(SOURCES)) {
            assertThat(PackageTable.read().keySet()).containsExactlyInAnyOrderElementsOf(
                    folders.filter(folder -> Files.exists(folder.resolve("package-info.java")))
                            .map(folder -> SOURCES.relativize(folder).toString().replace(File.separatorChar, '.'))
                            .toList());
        }
    }

    @Test
    void files_and_classes_that_the_architecture_names_are_there() throws IOException {
        var page = Files.readString(SITE.resolve("architecture.md"));
        var files = FILE.matcher(page).results().map(hit -> hit.group(1)).toList();
        assertThat(files).hasSizeGreaterThan(30)
                .allSatisfy(
                        file -> assertThat(Stream.of(Path.of(file), SOURCES.resolve(file))).anyMatch(Files::exists));
        var classes = QUALIFIED_CLASS.matcher(page)
                .results()
                .map(hit -> hit.group(1).replace('.', '/') + "/" + hit.group(2) + ".java")
                .toList();
        assertThat(classes).hasSizeGreaterThan(10).allSatisfy(file -> assertThat(SOURCES.resolve(file)).exists());
    }

    static Stream<Path> pages() throws IOException {
        try (var files = Files.list(SITE)) {
            return Stream
                    .concat(Stream.of(Path.of("README.md")),
                            files.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList()
                    .stream();
        }
    }

    private static List<String> linksOf(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://"))
                .toList();
    }

    /// As GitHub makes them of headings: small, without punctuation, hyphens for blanks.
    private static List<String> anchorsOf(Path page) throws IOException {
        return Files.readAllLines(page)
                .stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /// The first word of everything that stands between backticks.
    private static List<String> quoted(String text) {
        return Pattern.compile("`([^`\\s]+)[^`\\n]*`").matcher(text).results().map(hit -> hit.group(1)).toList();
    }

    /// As the program's own help lists them.
    private static List<String> optionsOf(String... arguments) {
        var help = new ByteArrayOutputStream();
        var out = new PrintStream(help, true, StandardCharsets.UTF_8);
        assertThat(ParsedCommandLine.of(arguments, out, out)).isEqualTo(new ParsedCommandLine.Exit(0));
        return help.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("  -"))
                .flatMap(line -> OPTION.matcher(line).results())
                .map(MatchResult::group)
                .toList();
    }
}
