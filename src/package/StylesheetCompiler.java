import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.css.CssParser;
import javafx.css.Stylesheet;

/// Makes the style sheets that the program reads: AtlantaFX's two themes without the rules for controls that the program has none
/// of, and our own sheet over them, all in JavaFX's binary form. Every start reads the theme before the first control is made;
/// the whole of it, as text or not, costs several times as much.
///
/// The POM calls it with our sheet and the folder to write to, and with the libraries on the class path. What is wrong in a sheet
/// ends the build.
public final class StylesheetCompiler {
    /// The style classes of controls that no screen has; those of their parts begin with the same words. A test compares them with
    /// what the screens are made of.
    private static final Set<String> LEFT_OUT = Set.of("accordion", "alert", "bb-code", "breadcrumbs", "calendar",
            "caption-menu-item", "card", "color-palette", "color-picker", "custom-color-dialog", "custom-text-field",
            "date-picker", "deck-pane", "dialog-pane", "html-editor", "ikonli-font-icon", "input-group", "message", "modal-box",
            "notification", "pagination", "popover", "ring-progress-indicator", "segmented-control", "selectable-text",
            "spinner", "split-menu-button", "tab-line", "tab-pane", "tile-base", "toggle-switch", "tool-bar",
            "tree-cell", "tree-table-row-cell", "tree-table-view", "tree-view");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");

    private StylesheetCompiler() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[1]));
        compile(Files.readString(Path.of(arguments[0])), folder.resolve("app.bss"));
        for (var theme : List.of("light", "dark"))
            compile(withoutUnused(theme("primer-" + theme + ".css")), folder.resolve(theme + ".bss"));
    }

    private static String theme(String name) throws IOException {
        try (var in = StylesheetCompiler.class.getResourceAsStream("/atlantafx/base/theme/" + name)) {
            return new String(Objects.requireNonNull(in, name + " is not on the class path").readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    private static String withoutUnused(String sheet) {
        return RULE.matcher(COMMENT.matcher(sheet).replaceAll("")).results().map(rule -> {
            var selectors = Arrays.stream(rule.group(1).split(",")).filter(StylesheetCompiler::isUsed).collect(Collectors.joining(","));
            return selectors.isBlank() ? "" : selectors + "{" + rule.group(2) + "}\n";
        }).collect(Collectors.joining());
    }

    private static boolean isUsed(String selector) {
        return CLASS.matcher(selector).results().map(one -> one.group(1))
                .noneMatch(one -> LEFT_OUT.stream().anyMatch(out -> one.equals(out) || one.startsWith(out + "-")));
    }

    private static void compile(String sheet, Path to) throws IOException {
        var text = Files.createTempFile("sheet", ".css");
        try {
            Files.writeString(text, sheet);
            CssParser.errorsProperty().clear();
            Stylesheet.convertToBinary(text.toFile(), to.toFile());
            if (CssParser.errorsProperty().isEmpty()) return;
            CssParser.errorsProperty().forEach(error -> System.err.println(to.getFileName() + ": " + error.getMessage()));
            System.exit(1);
        } finally {
            Files.deleteIfExists(text);
        }
    }
}
