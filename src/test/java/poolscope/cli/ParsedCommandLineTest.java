package poolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.export.ExportFormat;
import poolscope.settings.WindowAppearance;

class ParsedCommandLineTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void options_alone_open_the_window() {
        assertThat(start("--demo 7 --theme dark")).isInstanceOfSatisfying(ParsedCommandLine.Window.class, window -> {
            assertThat(window.windowOptions().demoPools()).isEqualTo(7);
            assertThat(window.windowOptions().theme()).contains(WindowAppearance.Theme.DARK);
        });
    }

    @ParameterizedTest
    @EnumSource(WindowAppearance.Language.class)
    void every_language_is_an_option_and_named_when_another_is_refused(WindowAppearance.Language language) {
        assertThat(start("--language " + language.word())).isInstanceOfSatisfying(ParsedCommandLine.Window.class,
                window -> assertThat(window.windowOptions().language()).contains(language));
        start("--language klingon");
        assertThat(words(err)).contains(language.word(), "not 'klingon'");
        if (language == WindowAppearance.Language.SYSTEM) return;
        assertThat(start("report --language " + language.word())).isInstanceOfSatisfying(ParsedCommandLine.Report.class,
                report -> assertThat(report.options().language()).contains(language));
    }

    @Test
    void a_file_of_a_view_or_a_snapshot_opens_with_the_window_and_any_other_word_is_refused() {
        assertThat(start("--demo 7 sent/morning.rpview")).isInstanceOfSatisfying(ParsedCommandLine.Window.class,
                window -> assertThat(window.windowOptions().file()).contains(Path.of("sent/morning.rpview")));
        assertThat(start("sent/pools.jsonl.gz")).isInstanceOfSatisfying(ParsedCommandLine.Window.class,
                window -> assertThat(window.windowOptions().file()).contains(Path.of("sent/pools.jsonl.gz")));
        assertThat(start("exprot")).isEqualTo(new ParsedCommandLine.Exit(2));
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("The argument 'exprot' is not known.");
    }

    @Test
    void export_is_read_with_all_it_takes() {
        var line = "export --endpoint https://h --project p --filter gpu>0 --format tsv --output o.csv --overwrite --no-for-spreadsheets";
        assertThat(start(line)).isInstanceOfSatisfying(ParsedCommandLine.Export.class, export -> {
            var options = export.options();
            assertThat(options.service().endpoint()).contains("https://h");
            assertThat(options.service().project()).contains("p");
            assertThat(options.filter()).isEqualTo("gpu>0");
            assertThat(options.format()).isEqualTo(ExportFormat.TSV);
            assertThat(options.output()).contains(Path.of("o.csv"));
            assertThat(options.overwrite()).isTrue();
            assertThat(options.forSpreadsheets()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"export, CSV, false", "export --output a.json, JSON, true", "export --output a.md, MARKDOWN, true",
            "export --output a.txt, CSV, true", "export --output a.json --format csv, CSV, true",
            "export --for-spreadsheets, CSV, true"})
    void what_is_not_said_follows_from_the_file(String line, ExportFormat format, boolean forSpreadsheets) {
        assertThat(start(line)).isInstanceOfSatisfying(ParsedCommandLine.Export.class, export -> {
            assertThat(export.options().format()).isEqualTo(format);
            assertThat(export.options().forSpreadsheets()).isEqualTo(forSpreadsheets);
        });
    }

    @ParameterizedTest
    @CsvSource({"--config-dir d export", "export --config-dir d",
            "--screenshot-without-display x export --config-dir d"})
    void the_folder_of_settings_is_for_both(String line) {
        assertThat(start(line)).isInstanceOfSatisfying(ParsedCommandLine.Export.class,
                export -> assertThat(export.configFolder()).isEqualTo(Optional.of(Path.of("d"))));
    }

    @ParameterizedTest
    @CsvSource({"--theme dark export, --theme is for the window", "export --theme dark, --theme is for the window",
            "--demo 5 export, --demo is for the window", "--screenshot x export, --screenshot is for the window",
            "export --format xml, csv", "export --endpoint https://h, needs --project",
            "export --project p, needs --endpoint", "export --connection c --project p, leave out",
            "export --filter --overwrite, needs a value", "export --overwrite=yes, no value",
            "--filter a export, after the word export", "export export, not known",
            "export --for-spreadsheets --no-for-spreadsheets, contradict", "exprot, not known",
            "export --nonsense, not known", "--demo -1, 1000000", "--demo x, --demo", "export --output, --output",
            "export --filter a --filter b, --filter"})
    void wrong_arguments_are_one_sentence_and_exit_2(String line, String said) {
        assertThat(start(line)).isEqualTo(new ParsedCommandLine.Exit(2));
        assertThat(words(err)).contains(said).contains("--help").hasLineCount(1);
        assertThat(words(out)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"export --token=s3cret-canary", "export --token s3cret-canary", "export --sk s3cret-canary",
            "export --password=s3cret-canary --format csv", "--token s3cret-canary export"})
    void P28_a_secret_given_as_an_argument_is_refused_and_not_repeated(String line) {
        assertThat(start(line)).isEqualTo(new ParsedCommandLine.Exit(2));
        assertThat(words(err)).contains("environment").doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({"--help", "export --help", "--version"})
    void help_goes_to_standard_output(String line) {
        assertThat(start(line)).isEqualTo(new ParsedCommandLine.Exit(0));
        assertThat(words(out)).containsIgnoringCase("poolscope");
        assertThat(words(err)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${user.home}", "${env:HOME}", "'gpu'", "\"gpu\"", "$HOME", "a\\tb", "-gpu", "@", "@@gpu",
            "--gpu", "a=b", "*", "export", ""})
    void a_value_means_what_stands_in_it(String value) {
        assertThat(ParsedCommandLine.of(new String[]{"export", "--filter", value}, nowhere(), nowhere()))
                .isInstanceOfSatisfying(ParsedCommandLine.Export.class,
                        export -> assertThat(export.options().filter()).isEqualTo(value));
        assertThat(ParsedCommandLine.of(new String[]{"export", "--filter=" + value}, nowhere(), nowhere()))
                .isInstanceOfSatisfying(ParsedCommandLine.Export.class,
                        export -> assertThat(export.options().filter()).isEqualTo(value));
    }

    @Test
    void no_file_is_read_for_an_argument() throws Exception {
        var file = Files.writeString(folder.resolve("gpu"), "--overwrite --output " + folder.resolve("taken"));
        var arguments = new String[]{"export", "--filter", "@" + file};
        assertThat(ParsedCommandLine.of(arguments, nowhere(), nowhere()))
                .isInstanceOfSatisfying(ParsedCommandLine.Export.class, export -> {
                    assertThat(export.options().filter()).isEqualTo("@" + file);
                    assertThat(export.options().output()).isEmpty();
                });
        assertThat(ParsedCommandLine.of(new String[]{"export", "@" + file}, nowhere(), nowhere()))
                .isEqualTo(new ParsedCommandLine.Exit(2));
    }

    @Test
    void the_file_minus_is_standard_output() {
        assertThat(start("export --output -")).isInstanceOfSatisfying(ParsedCommandLine.Export.class, export -> {
            assertThat(export.options().output()).isEmpty();
            assertThat(export.options().forSpreadsheets()).isFalse();
        });
        assertThat(start("export --output=./-")).isInstanceOfSatisfying(ParsedCommandLine.Export.class,
                export -> assertThat(export.options().output()).contains(Path.of("./-")));
    }

    @Test
    void after_two_hyphens_nothing_is_an_option() {
        assertThat(start("--theme dark -- --demo.rpview")).isInstanceOfSatisfying(ParsedCommandLine.Window.class,
                window -> assertThat(window.windowOptions().file()).contains(Path.of("--demo.rpview")));
        assertThat(start("export -- --overwrite")).isEqualTo(new ParsedCommandLine.Exit(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFFFD", "status:\uFFFD\uFFFDcanary", "canary\uD800", "\uDC00canary"})
    void an_argument_that_can_not_be_read_is_refused_and_not_guessed(String broken) {
        assertThat(ParsedCommandLine.of(new String[]{"export", "--filter", broken}, nowhere(), printing(err)))
                .isEqualTo(new ParsedCommandLine.Exit(2));
        assertThat(words(err)).startsWith("Argument 3 can not be read")
                .contains("LC_ALL=C.UTF-8")
                .hasLineCount(1)
                .doesNotContain("canary");
    }

    @Test
    void whole_letters_beyond_the_first_plane_can_be_read() {
        assertThat(ParsedCommandLine.of(new String[]{"export", "--filter", "状态:异常 😀"}, nowhere(), nowhere()))
                .isInstanceOf(ParsedCommandLine.Export.class);
    }

    @ParameterizedTest
    @CsvSource({"export --help", "--help"})
    void help_says_once_what_two_names_of_one_option_do(String line) {
        start(line);
        assertThat(words(out)).containsOnlyOnce("Show this help and end.")
                .contains("  -h, --help\n      Show this help and end.\n");
    }

    @ParameterizedTest
    @CsvSource({"export --help", "report --help", "--help"})
    void help_fits_a_terminal_of_a_hundred_columns_apart_from_the_environment_and_has_examples_that_are_understood(
            String line) {
        start(line);
        var help = words(out);
        assertThat(help.split("\nEnvironment")[0].lines()).allMatch(each -> each.length() <= 100);
        var examples = help.lines().filter(each -> each.matches("  (POOLSCOPE_TOKEN=\\.\\.\\. )?poolscope.*")).toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(2).allSatisfy(example -> {
            var arguments = example.strip().replaceFirst("   .*", "").replaceFirst("^.*?poolscope ?", "");
            assertThat(ParsedCommandLine.of(arguments(arguments), nowhere(), printing(err))).as(example)
                    .isNotInstanceOf(ParsedCommandLine.Exit.class);
        });
    }

    private static String[] arguments(String line) {
        return Pattern.compile("\"([^\"]*)\"|(\\S+)")
                .matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({"export --help", "--help"})
    void help_names_every_option(String line) {
        start(line);
        var options = line.startsWith("export") ? ExportOptions.ALL : WindowOptions.ALL;
        assertThat(options).isNotEmpty()
                .allSatisfy(commandLineOption -> assertThat(words(out))
                        .containsPattern("(?m)^  (-\\w, )?" + commandLineOption.name() + "\\b")
                        .matches(help -> help.replaceAll("\\s+", " ").contains(commandLineOption.help())));
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream());
    }

    private static PrintStream printing(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private ParsedCommandLine start(String line) {
        return ParsedCommandLine.of(line.split(" "), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String words(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
