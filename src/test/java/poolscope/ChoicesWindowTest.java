package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.SelectionModel;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;

/// Lists to choose from have room for each of their entries.
class ChoicesWindowTest {

    /// A form by the keys that open it and a part that is there when it is open.
    private enum Form {
        CONNECTION("#connectionForm", KeyCode.SHORTCUT, KeyCode.N),
        VIEW("#viewName", KeyCode.SHORTCUT, KeyCode.D),
        WATCH("#watchForm", KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.W),
        EXPORT("#exportForm", KeyCode.SHORTCUT, KeyCode.E),
        FIT("#fitNodes", KeyCode.SHORTCUT, KeyCode.J),
        TRENDS("#trends", KeyCode.SHORTCUT, KeyCode.T);

        private final String part;
        private final KeyCode[] keys;

        Form(String part, KeyCode... keys) {
            this.part = part;
            this.keys = keys;
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void no_entry_is_cut_in_either_language_at_150_percent(Form form) throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            for (var language : List.of(WindowAppearance.Language.ENGLISH, WindowAppearance.Language.CHINESE)) {
                look(appFixture, language);
                appFixture.hands().push(form.keys);
                appFixture.until("the form is open", () -> appFixture.find(form.part) != null);
                appFixture.settle();
                var cut = new ArrayList<String>();
                for (var choice : choices(appFixture))
                    for (int i = 0; i < appFixture.fx(() -> items(choice)); i++)
                        check(appFixture, choice, i, cut);
                assertThat(cut).isEmpty();
                close(appFixture);
            }
        }
    }

    /// A form in which something else was chosen asks before it is closed.
    private static void close(AppFixture appFixture) {
        appFixture.hands().push(KeyCode.ESCAPE);
        appFixture.settle();
        if (!appFixture.fx(() -> appFixture.find("#notSaved") != null && appFixture.find("#notSaved").isVisible()))
            return;
        appFixture.hands().push(KeyCode.ESCAPE);
        appFixture.settle();
    }

    private static void check(AppFixture appFixture, Node choice, int place, List<String> cut) {
        appFixture.fx(() -> {
            selection(choice).select(place);
            return true;
        });
        appFixture.settle();
        appFixture.fx(() -> {
            var shown = choice.lookupAll(choice instanceof ComboBox<?> ? ".list-cell" : ".label")
                    .stream()
                    .filter(node -> node.getParent() == choice)
                    .map(Labeled.class::cast)
                    .findFirst()
                    .orElseThrow();
            var drawn = ((Text) shown.lookup(".text")).getText();
            if (!drawn.equals(shown.getText())) cut.add(choice.getId() + ": " + shown.getText() + " as " + drawn);
            return true;
        });
    }

    private static List<Node> choices(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.appComposition.stage()
                .getScene()
                .getRoot()
                .lookupAll("*")
                .stream()
                .filter(node -> node instanceof ChoiceBox<?> || node instanceof ComboBox<?> box && !box.isEditable())
                .filter(ChoicesWindowTest::isSeen)
                .toList());
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = (Parent) at.getParent())
            if (!at.isVisible()) return false;
        return !node.isDisabled();
    }

    private static int items(Node choice) {
        return choice instanceof ComboBox<?> combo
                ? combo.getItems().size()
                : ((ChoiceBox<?>) choice).getItems().size();
    }

    private static SelectionModel<?> selection(Node choice) {
        return choice instanceof ComboBox<?> combo
                ? combo.getSelectionModel()
                : ((ChoiceBox<?>) choice).getSelectionModel();
    }

    private static void look(AppFixture appFixture, WindowAppearance.Language language) {
        appFixture.fx(() -> {
            var windowAppearance = appFixture.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            windowAppearance.set(windowAppearance.get().withLanguage(language).withZoomPercent(150));
            return true;
        });
        appFixture.settle();
    }
}
