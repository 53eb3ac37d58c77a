package poolscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Test;
import poolscope.pool.PoolField;
import poolscope.pool.filter.FilterFieldNames;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;
import poolscope.ui.about.BuildInfo;

/// From double click to own pools, and what the program says of itself.
class FirstMinutesTest {
    private static final String KEYS = "ak = AKAKAKAKAKAKAKAKAKAK\nsk = sksksksksksksksksksksksksksksksksksksksk\n";

    @Test
    void a_first_start_shows_data_and_offers_the_first_steps_in_both_languages() throws Exception {
        try (var appFixture = AppFixture.first("")) {
            assertThat(appFixture.shown()).hasSize(240);
            assertThat(isSeen(appFixture, "#welcome")).isTrue();
            assertThat(isSeen(appFixture, "#demoBanner")).isFalse();
            assertThat(appFixture.text("#welcomeSentence")).contains("no account is used").contains("不使用任何账号");
            assertThat(appFixture.fx(() -> ((Labeled) appFixture.find("#connect")).getText()))
                    .contains("Connect your account")
                    .contains("连接您的账号");
        }
    }

    @Test
    void the_offer_is_put_away_for_good_and_the_demo_data_stay() throws Exception {
        try (var appFixture = AppFixture.first("")) {
            fire(appFixture, "#stay");
            assertThat(isSeen(appFixture, "#welcome")).isFalse();
            assertThat(isSeen(appFixture, "#demoBanner")).isTrue();
            assertThat(appFixture.shown()).hasSize(240);
            appFixture.until("it is remembered",
                    () -> Files.exists(appFixture.folder.resolve("settings.json"))
                            && Files.readString(appFixture.folder.resolve("settings.json"))
                                    .replace(" ", "")
                                    .contains("\"welcomeShown\":false"));
        }
    }

    @Test
    void the_language_is_switched_from_the_first_page() throws Exception {
        try (var appFixture = AppFixture.first("")) {
            fire(appFixture, "#english");
            assertThat(appFixture.fx(() -> ((ToggleButton) appFixture.find("#english")).isSelected()))
                    .as("spoken already")
                    .isTrue();
            fire(appFixture, "#chinese");
            appFixture.until("it speaks Chinese",
                    () -> ((Labeled) appFixture.find("#welcomeSentence")).getText().startsWith("欢迎"));
            assertThat(appFixture.text("#welcomeSentence")).contains("Welcome to PoolScope");
        }
    }

    @Test
    void what_another_tool_left_becomes_a_connection_by_one_click() throws Exception {
        try (var appFixture = AppFixture
                .first("[work]\n" + KEYS + "region = cn-north-4\nproject_id = 0123456789abcdef0123456789abcdef\n")) {
            appFixture.until("what was found is offered", () -> appFixture.find(".import") != null);
            assertThat(appFixture.fx(() -> ((Labeled) appFixture.find(".import")).getText()))
                    .contains("cn-north-4", "[work]", "导入")
                    .doesNotContain("AKAK", "sksk");
            fire(appFixture, ".import");
            var saved = appFixture.fx(() -> appFixture.appComposition.observableConnections().saved().all());
            assertThat(saved).hasSize(1);
            assertThat(saved.getFirst().serviceAndProject().projectId()).isEqualTo("0123456789abcdef0123456789abcdef");
            assertThat(isSeen(appFixture, "#welcome")).isFalse();
        }
    }

    @Test
    void what_is_not_enough_begins_the_form() throws Exception {
        try (var appFixture = AppFixture.first("[basic]\n" + KEYS)) {
            appFixture.until("what was found is offered", () -> appFixture.find(".import") != null);
            fire(appFixture, ".import");
            appFixture.until("the form is open", () -> appFixture.find("#saveForm") != null);
            assertThat(appFixture.fx(() -> ((TextInputControl) appFixture.find(".form #accessKey")).getText()))
                    .isEqualTo("AKAKAKAKAKAKAKAKAKAK");
            assertThat(appFixture.fx(() -> appFixture.appComposition.stage().getScene().getFocusOwner()))
                    .as("what only a person knows")
                    .isSameAs(appFixture.find(".form #region"));
            assertThat(appFixture.fx(() -> appFixture.appComposition.observableConnections().saved().all())).isEmpty();
        }
    }

    @Test
    void who_remembers_something_is_not_welcomed_again() throws Exception {
        try (var appFixture = AppFixture.open(10)) {
            assertThat(isSeen(appFixture, "#welcome")).isFalse();
            assertThat(isSeen(appFixture, "#demoBanner")).isTrue();
        }
    }

    @Test
    void settings_that_can_not_be_saved_are_told_of_once_and_again_when_they_can() throws Exception {
        try (var appFixture = AppFixture.open(10)) {
            var before = Files.readAllBytes(settings(appFixture));
            var file = appFixture.folder.resolve("settings.json");
            Files.delete(file);
            Files.createDirectory(file);
            Files.createFile(file.resolve("in-the-way"));
            zoom(appFixture, 110);
            appFixture.until("it is said",
                    () -> isSeenNow(appFixture, "#notices") && notices(appFixture).contains("was not saved"));
            zoom(appFixture, 125);
            assertThat(notices(appFixture).lines()).hasSize(1);
            Files.delete(file.resolve("in-the-way"));
            Files.delete(file);
            Files.write(file, before);
            zoom(appFixture, 150);
            appFixture.until("it is said that it works again", () -> notices(appFixture).contains("is saved again"));
            assertThat(notices(appFixture).lines()).hasSize(1);
        }
    }

    private static String notices(AppFixture appFixture) {
        return ((Labeled) appFixture.find("#noticeSentence")).getText();
    }

    /// The file after a first change was saved.
    private static java.nio.file.Path settings(AppFixture appFixture) {
        var file = appFixture.folder.resolve("settings.json");
        zoom(appFixture, 90);
        appFixture.until("the settings are saved", () -> Files.exists(file));
        return file;
    }

    @Test
    void zoom_makes_text_rows_and_columns_larger_and_remembers_widths_as_they_are_at_100_percent() throws Exception {
        try (var appFixture = AppFixture.open(50)) {
            var layout = appFixture.fx(() -> appFixture.appComposition.pools().layoutProperty().get());
            double width = appFixture.fx(() -> appFixture.table().getColumns().getFirst().getWidth());
            for (int i = 0; i < 3; i++)
                appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.EQUALS);
            appFixture.settle();
            assertThat(appFixture
                    .fx(() -> appFixture.appComposition.settings().settings().windowAppearance().zoomPercent()))
                    .isEqualTo(150);
            assertThat(appFixture.fx(() -> appFixture.table().getFixedCellSize())).isEqualTo(45);
            assertThat(appFixture.fx(() -> ((Labeled) appFixture.find("#refresh")).getFont().getSize()))
                    .isEqualTo(19.5);
            assertThat(appFixture.fx(() -> appFixture.table().getColumns().getFirst().getWidth())).as("whole pixels")
                    .isCloseTo(width * 1.5, within(1.0));
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
            appFixture.settle();
            assertThat(appFixture.fx(() -> appFixture.table().getFixedCellSize())).isEqualTo(30);
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().layoutProperty().get())).isEqualTo(layout);
        }
    }

    @Test
    void the_largest_zoom_moves_no_remembered_width() throws Exception {
        try (var appFixture = AppFixture.open(50)) {
            var layout = appFixture.fx(() -> appFixture.appComposition.pools().layoutProperty().get());
            zoom(appFixture, 200);
            appFixture.fx(() -> {
                var windowAppearance = appFixture.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                windowAppearance.set(windowAppearance.get().withLanguage(WindowAppearance.Language.CHINESE));
                return true;
            });
            appFixture.settle();
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().layoutProperty().get())).isEqualTo(layout);
        }
    }

    @Test
    void the_wheel_zooms_with_ctrl_and_scrolls_without() throws Exception {
        try (var appFixture = AppFixture.open(50)) {
            turn(appFixture, 40, true);
            assertThat(appFixture
                    .fx(() -> appFixture.appComposition.settings().settings().windowAppearance().zoomPercent()))
                    .isEqualTo(110);
            turn(appFixture, -20, true);
            turn(appFixture, -20, true);
            assertThat(appFixture
                    .fx(() -> appFixture.appComposition.settings().settings().windowAppearance().zoomPercent()))
                    .isEqualTo(100);
            turn(appFixture, -40, false);
            assertThat(appFixture
                    .fx(() -> appFixture.appComposition.settings().settings().windowAppearance().zoomPercent()))
                    .isEqualTo(100);
        }
    }

    @Test
    void about_tells_version_folder_and_licences_as_text_that_can_be_selected() throws Exception {
        try (var appFixture = AppFixture.open(1)) {
            menu(appFixture, "About PoolScope");
            appFixture.until("it is open", () -> appFixture.find("#aboutText") != null);
            var text = appFixture.fx(() -> ((TextArea) appFixture.find("#aboutText")).getText());
            assertThat(text).as("the licence, or that there is none")
                    .contains(Files.exists(java.nio.file.Path.of("LICENSE")) ? "Licence: " : "Licence: none yet.");
            assertThat(text)
                    .contains("PoolScope " + BuildInfo.ofThis().version(), Runtime.version().toString(),
                            appFixture.folder.toString(), "GET", "ControlsFX: BSD-3-Clause")
                    .doesNotContain("${");
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("Esc closes it", () -> appFixture.find("#aboutText") == null);
        }
    }

    @Test
    void the_field_reference_has_every_field_with_its_names() throws Exception {
        try (var appFixture = AppFixture.open(1)) {
            menu(appFixture, "Field reference");
            appFixture.until("it is open", () -> appFixture.find(".field-reference") != null);
            var entries = appFixture.fx(() -> appFixture.find(".field-reference")
                    .lookupAll(".field-entry")
                    .stream()
                    .map(Node::getAccessibleText)
                    .toList());
            assertThat(entries).hasSize(PoolField.values().length);
            for (var field : PoolField.values())
                assertThat(entries).anySatisfy(entry -> assertThat(entry).contains("API name: " + field.id() + " ")
                        .contains(FilterFieldNames.of(field).isEmpty()
                                ? ""
                                : String.join(", ", FilterFieldNames.of(field))));
            assertThat(entries).anySatisfy(entry -> assertThat(entry).contains("Memory  ·  内存").contains("GiB"));
        }
    }

    @Test
    void forms_do_not_move_when_the_system_asks_for_stillness() throws Exception {
        try (var appFixture = AppFixture.open(1)) {
            for (var still : List.of(true, false)) {
                appFixture.fx(() -> {
                    appFixture.appComposition.stage().getScene().getPreferences().setReducedMotion(still);
                    return true;
                });
                var moves = appFixture.fx(() -> {
                    appFixture.find("#connectLink").fireEvent(new ActionEvent());
                    var opacity = appFixture.find(".form-layer").opacityProperty();
                    var seen = new ArrayList<Double>(List.of(opacity.get()));
                    opacity.subscribe(now -> seen.add(now.doubleValue()));
                    return seen;
                });
                appFixture.until("it is there", () -> appFixture.find(".form-layer").getOpacity() == 1
                        && appFixture.find("#connectionForm").getScaleX() == 1);
                if (still) assertThat(moves).containsOnly(1.0);
                else
                    appFixture.until("it has moved", () -> moves.stream().anyMatch(opacity -> opacity < 1));
                appFixture.click("#cancelForm");
                appFixture.until("it is closed", () -> appFixture.find("#connectionForm") == null);
            }
        }
    }

    private static void menu(AppFixture appFixture, String name) {
        appFixture.fx(() -> {
            ((javafx.scene.control.MenuBar) appFixture.find("#menuBar")).getMenus()
                    .getLast()
                    .getItems()
                    .stream()
                    .filter(item -> item.getText() != null && item.getText().replace("_", "").equals(name))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
        appFixture.settle();
    }

    private static void turn(AppFixture appFixture, double delta, boolean ctrl) {
        appFixture.fx(() -> {
            var table = appFixture.table();
            table.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 10, 10, 10, 10, false, ctrl, false, false, false, false,
                    0, delta, 0, delta, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
            return true;
        });
        appFixture.settle();
    }

    private static void zoom(AppFixture appFixture, int percent) {
        appFixture.fx(() -> {
            var windowAppearance = appFixture.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            windowAppearance.set(windowAppearance.get().withZoomPercent(percent));
            return true;
        });
        appFixture.settle();
    }

    private static void fire(AppFixture appFixture, String query) {
        appFixture.fx(() -> {
            ((ButtonBase) appFixture.find(query)).fire();
            return true;
        });
        appFixture.settle();
    }

    private static boolean isSeen(AppFixture appFixture, String query) {
        return appFixture.fx(() -> isSeenNow(appFixture, query));
    }

    private static boolean isSeenNow(AppFixture appFixture, String query) {
        return appFixture.find(query) instanceof Node part && part.isVisible();
    }
}
