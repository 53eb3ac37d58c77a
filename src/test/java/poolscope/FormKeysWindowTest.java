package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Esc and Enter in everything that opens over the window, wherever the focus is inside of it.
class FormKeysWindowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Lists and boxes kept Esc for themselves.
    @Test
    void escape_closes_every_form_from_each_kind_of_its_controls() throws Exception {
        try (var app = AppFixture.open(30)) {
            var stayed = new ArrayList<String>();
            EveryForm.open(app, (query, form) -> {
                for (var kind : kinds(app, form)) {
                    app.fx(() -> {
                        focusable(EveryForm.form(app, query)).get(kind).requestFocus();
                        return true;
                    });
                    app.hands().push(KeyCode.ESCAPE);
                    if (app.within(PATIENCE, () -> app.find(query) == null)) EveryForm.openAgain(app, query);
                    else
                        stayed.add(query + ": " + kind);
                }
            });
            assertThat(stayed).isEmpty();
        }
    }

    private static List<String> kinds(AppFixture app, Node form) {
        return app.fx(() -> List.copyOf(focusable(form).keySet()));
    }

    /// The first control of each type that Tab reaches.
    private static Map<String, Node> focusable(Node form) {
        return FormsTest.controls(form)
                .stream()
                .collect(Collectors.toMap(control -> control.getClass().getSimpleName(), Function.identity(),
                        (first, _) -> first, TreeMap::new));
    }

    /// JavaFX has a box neither use Enter nor pass it on.
    @Test
    void enter_on_a_box_presses_the_button_of_its_form() throws Exception {
        try (var app = AppFixture.open(30)) {
            app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
            app.until("the page is there",
                    () -> app.find("#preview") instanceof TextArea page && page.getLength() > 0);
            app.fx(() -> {
                app.find("#allLines").requestFocus();
                return true;
            });
            app.hands().push(KeyCode.ENTER);
            app.until("the page is copied", () -> Clipboard.getSystemClipboard().hasString());
            assertThat(app.fx(() -> ((CheckBox) app.find("#allLines")).isSelected())).isFalse();
        }
    }
}
