package poolscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.Rule;
import javafx.css.Selector;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The themes that the build makes of AtlantaFX's, against those that AtlantaFX ships.
public class SheetsTest {
    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    private static final Pattern IMPORTED = Pattern
            .compile("import (?:javafx\\.scene|atlantafx\\.base|org\\.controlsfx)[\\w.]*\\.(\\w+)");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void what_is_left_of_a_theme_says_the_same_in_the_same_order(String theme) throws IOException {
        var left = lines(made(theme)).toList();
        assertThat(left).hasSizeBetween(300, 700);
        assertThat(lines(whole(theme)).toList()).containsSubsequence(left);
    }

    @Test
    void no_control_is_used_whose_rules_are_left_out() throws IOException {
        var leftOut = lines(whole("light")).flatMap(SheetsTest::classes).collect(Collectors.toCollection(TreeSet::new));
        lines(made("light")).flatMap(SheetsTest::classes).forEach(leftOut::remove);
        assertThat(leftOut).contains("tab-pane", "date-picker", "tree-view")
                .doesNotContain("table-view", "button", "root");
        try (var files = Files.walk(Path.of("src/main"))) {
            for (var file : files.filter(one -> one.toString().matches(".*\\.(java|fxml)")).toList())
                assertThat(IMPORTED.matcher(Files.readString(file)).results().map(type -> styleClass(type.group(1))))
                        .as(file.toString())
                        .doesNotContainAnyElementsOf(leftOut);
        }
    }

    /// What the themes say and the ones made of them don't.
    public static List<Selector> leftOut() throws IOException {
        var left = lines(made("light")).map(Line::selector).collect(Collectors.toSet());
        return whole("light").getRules()
                .stream()
                .flatMap(rule -> rule.getSelectors().stream())
                .filter(one -> !left.contains(one.toString()))
                .toList();
    }

    private record Line(String selector, List<String> declarations) {}

    private static Stream<Line> lines(Stylesheet sheet) {
        return sheet.getRules().stream().flatMap(rule -> rule.getSelectors().stream().map(one -> line(rule, one)));
    }

    private static Line line(Rule rule, Selector selector) {
        return new Line(selector.toString(),
                rule.getDeclarations().stream().map(one -> one.getProperty() + ": " + one.getParsedValue()).toList());
    }

    private static Stream<String> classes(Line line) {
        return CLASS.matcher(line.selector()).results().map(one -> one.group(1));
    }

    private static String styleClass(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    private static Stylesheet whole(String theme) throws IOException {
        return Stylesheet.loadBinary(Objects.requireNonNull(
                Stylesheet.class.getClassLoader().getResource("atlantafx/base/theme/primer-" + theme + ".bss")));
    }

    private static Stylesheet made(String theme) throws IOException {
        return Stylesheet.loadBinary(Objects.requireNonNull(MainWindow.class.getResource(theme + ".bss")));
    }
}
