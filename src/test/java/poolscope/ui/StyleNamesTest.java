package poolscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import poolscope.connection.ConnectionColour;
import poolscope.pool.PoolStatus;

/// The code and the style sheet call the same thing by the same name and by the same kind of name: what the code sets
/// as a style class has no rule for a pseudo-class, and the other way round.
class StyleNamesTest {
    private static final Set<String> PSEUDO_CLASSES_OF_JAVAFX = Set.of("empty", "filled", "focus-visible",
            "focus-within", "focused", "hover", "selected", "disabled", "armed", "showing", "pressed", "vertical",
            "horizontal", "editable");
    private static final Set<String> CLASSES_OF_CONTROLS = Set.of("axis", "chart-horizontal-grid-lines",
            "chart-line-symbol", "chart-plot-background", "chart-series-line", "chart-vertical-grid-lines",
            "arrow-button", "button", "check-box", "choice-box", "column-header", "column-header-background",
            "container", "filler", "hyperlink", "label", "list-cell", "list-view", "menu-bar", "menu-button",
            "progress-bar", "radio-button", "right-items", "root", "scroll-pane", "sort-order",
            "sort-order-dots-container", "spinner", "split-pane", "split-pane-divider", "status-bar", "status-label",
            "table-cell", "table-row-cell", "table-view", "text", "text-area", "text-field", "toggle-button", "tooltip",
            "viewport", "context-menu", "menu-item", "box", "radio", "dot", "mark", "combo-box", "date-picker",
            "password-field", "menu", "right-container", "arrow");
    private static final Pattern CALL = Pattern
            .compile("getStyleClass\\(\\)\\s*\\.(?:add|addAll|setAll|remove)\\(([^;]*)\\);");
    private static String java;
    private static String fxml;
    private static Set<String> classesInSheet;
    private static Set<String> pseudoClassesInSheet;

    @BeforeAll
    static void read() throws IOException {
        java = all("src/main/java", ".java");
        fxml = all("src/main/resources", ".fxml");
        var sheet = Files.readString(Path.of("src/main/css/app.css")).replaceAll("(?s)/\\*.*?\\*/", "");
        // the rules that depend on the zoom are made by the program
        sheet += Files.readString(Path.of("src/main/java/poolscope/ui/ZoomStyleSheet.java"))
                .lines()
                .filter(line -> line.contains("{ -fx-"))
                .map(line -> line.replaceAll("^[^\"]*\"|\"[^\"]*$", ""))
                .collect(Collectors.joining());
        var selectors = matches(sheet, "([^{}]+)\\{").collect(Collectors.joining("\n"));
        classesInSheet = set(matches(selectors, "\\.([a-zA-Z][\\w-]*)"));
        pseudoClassesInSheet = set(matches(selectors, ":([a-zA-Z][\\w-]*)"));
    }

    private static String all(String folder, String ending) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            var text = new StringBuilder();
            for (var file : files.filter(one -> one.toString().endsWith(ending)).toList())
                text.append(Files.readString(file));
            return text.toString();
        }
    }

    private static Stream<String> matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1));
    }

    private static Set<String> set(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> classesInCode() {
        var inFxml = matches(fxml, "styleClass=\"([^\"]*)\"")
                .flatMap(names -> Arrays.stream(names.split(",")).map(String::strip));
        return set(
                Stream.concat(inFxml, matches(java, CALL.pattern()).flatMap(call -> matches(call, "\"([\\w-]+)\""))));
    }

    private static Set<String> pseudoClassesInCode() {
        var kinds = Arrays.stream(PoolStatus.Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT));
        return set(Stream.concat(kinds, matches(java, "getPseudoClass\\(\\s*\"([\\w-]+)\"")));
    }

    @Test
    void a_pseudo_class_that_the_code_sets_has_a_rule_and_the_other_way_round() {
        var ruled = new TreeSet<>(pseudoClassesInSheet);
        ruled.removeAll(PSEUDO_CLASSES_OF_JAVAFX);
        assertThat(ruled).isEqualTo(pseudoClassesInCode());
    }

    @Test
    void no_style_class_of_the_code_is_known_to_the_sheet_as_a_pseudo_class_only() {
        var mistaken = new TreeSet<>(classesInCode());
        mistaken.retainAll(pseudoClassesInSheet);
        mistaken.removeAll(classesInSheet);
        assertThat(mistaken).isEmpty();
    }

    @Test
    void a_style_class_with_a_rule_is_set_somewhere_or_is_one_of_a_control() {
        var colours = set(Arrays.stream(ConnectionColour.values())
                .map(colour -> "tag-" + colour.name().toLowerCase(Locale.ROOT)));
        var literals = set(matches(java, "\"([\\w-]+)\""));
        literals.addAll(classesInCode());
        var unused = new TreeSet<>(classesInSheet);
        Stream.of(literals, colours, CLASSES_OF_CONTROLS).forEach(unused::removeAll);
        assertThat(unused).isEmpty();
    }

    /// A name that a method makes up is found by no search; the colours of connections are one list in both.
    @Test
    void no_method_makes_up_a_style_class() {
        var made = matches(java, CALL.pattern()).map(call -> call.replaceAll("\"[^\"]*\"", ""))
                .filter(call -> call.contains("(") && !call.contains("colour.name().toLowerCase(Locale.ROOT)"));
        assertThat(made).isEmpty();
    }
}
