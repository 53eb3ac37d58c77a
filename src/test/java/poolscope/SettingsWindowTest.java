package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.settings.RefreshInterval;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;
import poolscope.settings.WindowAppearance.Language;
import poolscope.ui.settings.LabelledField;
import poolscope.ui.text.Texts;

/// The form of settings, worked as an operator works it.
class SettingsWindowTest {

    private static void open(AppFixture appFixture) {
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.COMMA);
        appFixture.until("the form is open", () -> appFixture.find("#settingsForm") != null);
        appFixture.settle();
    }

    private static Settings inForce(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.appComposition.settings().settings());
    }

    private static <T> void choose(AppFixture appFixture, String box, T value) {
        appFixture.fx(() -> {
            @SuppressWarnings("unchecked")
            var combo = (ComboBox<T>) appFixture.find(box);
            combo.setValue(value);
            return true;
        });
    }

    private static void confirm(AppFixture appFixture) {
        appFixture.hands().push(KeyCode.ENTER);
    }

    @Test
    void what_is_chosen_is_in_force_after_ok_and_language_and_theme_change_the_window() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            open(appFixture);
            choose(appFixture, "#theme", WindowAppearance.Theme.DARK);
            choose(appFixture, "#language", Language.CHINESE);
            choose(appFixture, "#refreshInterval", RefreshInterval.FIVE_MINUTES);
            assertThat(inForce(appFixture).windowAppearance().theme()).as("before OK")
                    .isEqualTo(WindowAppearance.Theme.LIGHT);
            confirm(appFixture);
            appFixture.until("the window is Chinese", () -> appFixture.labels().contains("名称"));
            assertThat(appFixture.find("#settingsForm")).isNull();
            assertThat(inForce(appFixture).windowAppearance().theme()).isEqualTo(WindowAppearance.Theme.DARK);
            assertThat(inForce(appFixture).refresh()).isEqualTo(RefreshInterval.FIVE_MINUTES);
        }
    }

    @Test
    void escape_changes_nothing() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            var before = inForce(appFixture);
            open(appFixture);
            choose(appFixture, "#theme", WindowAppearance.Theme.DARK);
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the form is closed", () -> appFixture.find("#settingsForm") == null);
            assertThat(inForce(appFixture).windowAppearance()).isEqualTo(before.windowAppearance());
            open(appFixture);
            assertThat(appFixture.fx(() -> ((ComboBox<?>) appFixture.find("#theme")).getValue()))
                    .isEqualTo(WindowAppearance.Theme.LIGHT);
        }
    }

    @Test
    void a_time_that_is_none_is_said_with_an_example_and_the_form_stays() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            open(appFixture);
            appFixture.fx(() -> {
                ((TextField) appFixture.find("#secondShift")).setText("26 o’clock");
                return true;
            });
            confirm(appFixture);
            appFixture.until("it is said", () -> appFixture.find("#settingsForm #problem").isVisible());
            assertThat(appFixture.text("#settingsForm #problem")).contains("26 o’clock", "08:00");
            assertThat(appFixture.fx(() -> appFixture.find("#secondShift").isFocused())).isTrue();
            assertThat(inForce(appFixture).changes().secondShift())
                    .isEqualTo(Settings.defaults().changes().secondShift());
        }
    }

    @Test
    void tab_goes_through_the_fields_in_the_order_in_which_they_stand() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            open(appFixture);
            var visited = new ArrayList<String>();
            for (int i = 0; i < 17; i++) {
                visited.add(appFixture.fx(() -> appFixture.appComposition.stage().getScene().getFocusOwner().getId()));
                appFixture.hands().push(KeyCode.TAB);
            }
            assertThat(visited).containsExactly("language", "timeZone", "theme", "accentColour", "density", "zoom",
                    "sidebarShown", "detailsShown", "stripShown", "chartsShown", "totalsShown", "refreshInterval",
                    "comparisonBase", "firstShift", "secondShift", "estimatedEnds", "historyKept");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void every_mnemonic_is_of_one_control_and_every_field_has_a_label(Language language) throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.fx(() -> {
                var look = appFixture.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                look.set(look.get().withLanguage(language));
                return true;
            });
            open(appFixture);
            var labels = labels(appFixture);
            assertThat(labels.stream()
                    .filter(label -> label.isMnemonicParsing() && label.getText().contains("_"))
                    .map(label -> label.getText().replaceFirst("(?s).*_(.).*", "$1").toUpperCase(Locale.ROOT)))
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(15);
            assertThat(labels.stream().filter(label -> label.getParent() instanceof LabelledField))
                    .filteredOn(Label.class::isInstance)
                    .hasSize(10)
                    .allMatch(label -> ((Label) label).getLabelFor() instanceof Control);
            assertThat(labels.getFirst().getText()).isEqualTo(Texts.of(language).format("settings.title"));
        }
    }

    private static List<Labeled> labels(AppFixture appFixture) {
        return appFixture.fx(() -> {
            var found = new ArrayList<Labeled>();
            gather(appFixture.find("#settingsForm"), found);
            return found;
        });
    }

    /// Not what is inside a control, such as the value of a combo box.
    private static void gather(Node node, List<Labeled> into) {
        if (node instanceof Labeled labeled) into.add(labeled);
        else if (node instanceof Parent parent && !(node instanceof ComboBox<?>))
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, into));
    }
}
