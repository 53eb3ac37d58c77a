package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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

    /// Enter on a radio button did nothing in the export.
    @Test
    void enter_on_boxes_and_chosen_buttons_of_a_group_reaches_every_form_that_has_a_default_button() throws Exception {
        try (var app = AppFixture.open(30)) {
            var kept = new ArrayList<String>();
            var reached = new ArrayList<String>();
            EveryForm.open(app, (query, form) -> {
                if (!app.fx(() -> hasDefaultButton(form))) return;
                var arrived = new AtomicBoolean();
                form.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
                    if (key.getCode() != KeyCode.ENTER) return;
                    arrived.set(true);
                    key.consume();
                });
                for (var toggle : app.fx(() -> boxesAndChosen(form))) {
                    arrived.set(false);
                    app.fx(() -> {
                        toggle.requestFocus();
                        return true;
                    });
                    app.hands().push(KeyCode.ENTER);
                    (arrived.get() ? reached : kept).add(query + ": " + toggle.getClass().getSimpleName());
                }
            });
            assertThat(kept).isEmpty();
            assertThat(reached).contains("#exportForm: RadioButton", "#exportForm: CheckBox", ".hand-over: CheckBox");
        }
    }

    private static boolean hasDefaultButton(Node form) {
        return form.lookupAll(".button")
                .stream()
                .anyMatch(node -> node instanceof Button button && button.isDefaultButton());
    }

    private static List<Node> boxesAndChosen(Node form) {
        return FormsTest.controls(form)
                .stream()
                .filter(node -> node instanceof CheckBox
                        || node instanceof ToggleButton toggle && toggle.getToggleGroup() != null)
                .toList();
    }

    /// JavaFX has a box neither use Enter nor pass it on.
    @Test
    void enter_on_a_box_presses_the_button_of_its_form() throws Exception {
        try (var app = AppFixture.open(30)) {
            app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
            app.until("the page is there", () -> app.find("#preview") instanceof TextArea page && page.getLength() > 0);
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
