package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import java.nio.file.Files;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Test;
import poolscope.pool.FieldNames;
import poolscope.pool.PoolField;
import poolscope.settings.Look;
import poolscope.settings.Settings;

/// From double click to own pools, and what the program says of itself.
class FirstMinutesTest {
    private static final String KEYS = "ak = AKAKAKAKAKAKAKAKAKAK\nsk = sksksksksksksksksksksksksksksksksksksksk\n";

    @Test
    void a_first_start_shows_data_and_offers_the_first_steps_in_both_languages() throws Exception {
        try (var desk = Desk.first("")) {
            assertThat(desk.shown()).hasSize(240);
            assertThat(isSeen(desk, "#welcome")).isTrue();
            assertThat(isSeen(desk, "#demoBanner")).isFalse();
            assertThat(desk.text("#welcomeSentence")).contains("no account is used").contains("不使用任何账号");
            assertThat(desk.fx(() -> ((Labeled) desk.find("#connect")).getText())).contains("Connect your account")
                    .contains("连接您的账号");
        }
    }

    @Test
    void the_offer_is_put_away_for_good_and_the_demo_data_stay() throws Exception {
        try (var desk = Desk.first("")) {
            fire(desk, "#stay");
            assertThat(isSeen(desk, "#welcome")).isFalse();
            assertThat(isSeen(desk, "#demoBanner")).isTrue();
            assertThat(desk.shown()).hasSize(240);
            desk.until("it is remembered",
                    () -> Files.exists(desk.folder.resolve("settings.json"))
                            && Files.readString(desk.folder.resolve("settings.json")).replace(" ", "")
                                    .contains("\"welcomeShown\":false"));
        }
    }

    @Test
    void the_language_is_switched_from_the_first_page() throws Exception {
        try (var desk = Desk.first("")) {
            fire(desk, "#english");
            assertThat(desk.fx(() -> ((ToggleButton) desk.find("#english")).isSelected())).as("spoken already").isTrue();
            fire(desk, "#chinese");
            desk.until("it speaks Chinese", () -> ((Labeled) desk.find("#welcomeSentence")).getText().startsWith("欢迎"));
            assertThat(desk.text("#welcomeSentence")).contains("Welcome to PoolScope");
        }
    }

    @Test
    void what_another_tool_left_becomes_a_connection_by_one_click() throws Exception {
        try (var desk = Desk.first("[work]\n" + KEYS + "region = cn-north-4\nproject_id = 0123456789abcdef0123456789abcdef\n")) {
            desk.until("what was found is offered", () -> desk.find(".import") != null);
            assertThat(desk.fx(() -> ((Labeled) desk.find(".import")).getText())).contains("cn-north-4", "[work]", "导入")
                    .doesNotContain("AKAK", "sksk");
            fire(desk, ".import");
            var saved = desk.fx(() -> desk.program.connections().saved().all());
            assertThat(saved).hasSize(1);
            assertThat(saved.getFirst().connection().projectId()).isEqualTo("0123456789abcdef0123456789abcdef");
            assertThat(isSeen(desk, "#welcome")).isFalse();
        }
    }

    @Test
    void what_is_not_enough_begins_the_form() throws Exception {
        try (var desk = Desk.first("[basic]\n" + KEYS)) {
            desk.until("what was found is offered", () -> desk.find(".import") != null);
            fire(desk, ".import");
            desk.until("the form is open", () -> desk.find("#saveForm") != null);
            assertThat(desk.fx(() -> ((TextInputControl) desk.find(".form #accessKey")).getText()))
                    .isEqualTo("AKAKAKAKAKAKAKAKAKAK");
            assertThat(desk.fx(() -> desk.program.stage().getScene().getFocusOwner())).as("what only a person knows")
                    .isSameAs(desk.find(".form #region"));
            assertThat(desk.fx(() -> desk.program.connections().saved().all())).isEmpty();
        }
    }

    @Test
    void who_remembers_something_is_not_welcomed_again() throws Exception {
        try (var desk = Desk.open(10)) {
            assertThat(isSeen(desk, "#welcome")).isFalse();
            assertThat(isSeen(desk, "#demoBanner")).isTrue();
        }
    }

    @Test
    void settings_that_can_not_be_saved_are_told_of_once_and_again_when_they_can() throws Exception {
        try (var desk = Desk.open(10)) {
            var before = Files.readAllBytes(settings(desk));
            var file = desk.folder.resolve("settings.json");
            Files.delete(file);
            Files.createDirectory(file);
            Files.createFile(file.resolve("in-the-way"));
            zoom(desk, 110);
            desk.until("it is said", () -> isSeenNow(desk, "#notices") && notices(desk).contains("was not saved"));
            zoom(desk, 125);
            assertThat(notices(desk).lines()).hasSize(1);
            Files.delete(file.resolve("in-the-way"));
            Files.delete(file);
            Files.write(file, before);
            zoom(desk, 150);
            desk.until("it is said that it works again", () -> notices(desk).contains("is saved again"));
            assertThat(notices(desk).lines()).hasSize(1);
        }
    }

    private static String notices(Desk desk) {
        return ((Labeled) desk.find("#noticeSentence")).getText();
    }

    /// The file after a first change was saved.
    private static java.nio.file.Path settings(Desk desk) {
        var file = desk.folder.resolve("settings.json");
        zoom(desk, 90);
        desk.until("the settings are saved", () -> Files.exists(file));
        return file;
    }

    @Test
    void zoom_makes_text_rows_and_columns_larger_and_remembers_widths_as_they_are_at_100_percent() throws Exception {
        try (var desk = Desk.open(50)) {
            var layout = desk.fx(() -> desk.program.pools().layoutProperty().get());
            double width = desk.fx(() -> desk.table().getColumns().getFirst().getWidth());
            for (int i = 0; i < 3; i++)
                desk.hands().push(KeyCode.SHORTCUT, KeyCode.EQUALS);
            desk.settle();
            assertThat(desk.fx(() -> desk.program.settings().settings().look().zoomPercent())).isEqualTo(150);
            assertThat(desk.fx(() -> desk.table().getFixedCellSize())).isEqualTo(45);
            assertThat(desk.fx(() -> ((Labeled) desk.find("#refresh")).getFont().getSize())).isEqualTo(19.5);
            assertThat(desk.fx(() -> desk.table().getColumns().getFirst().getWidth())).isEqualTo(width * 1.5);
            desk.hands().push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
            desk.settle();
            assertThat(desk.fx(() -> desk.table().getFixedCellSize())).isEqualTo(30);
            assertThat(desk.fx(() -> desk.program.pools().layoutProperty().get())).isEqualTo(layout);
        }
    }

    @Test
    void the_largest_zoom_moves_no_remembered_width() throws Exception {
        try (var desk = Desk.open(50)) {
            var layout = desk.fx(() -> desk.program.pools().layoutProperty().get());
            zoom(desk, 200);
            desk.fx(() -> {
                var look = desk.program.settings().part(Settings::look, Settings::withLook);
                look.set(look.get().withLanguage(Look.Language.CHINESE));
                return true;
            });
            desk.settle();
            assertThat(desk.fx(() -> desk.program.pools().layoutProperty().get())).isEqualTo(layout);
        }
    }

    @Test
    void the_wheel_zooms_with_ctrl_and_scrolls_without() throws Exception {
        try (var desk = Desk.open(50)) {
            turn(desk, 40, true);
            assertThat(desk.fx(() -> desk.program.settings().settings().look().zoomPercent())).isEqualTo(110);
            turn(desk, -20, true);
            turn(desk, -20, true);
            assertThat(desk.fx(() -> desk.program.settings().settings().look().zoomPercent())).isEqualTo(100);
            turn(desk, -40, false);
            assertThat(desk.fx(() -> desk.program.settings().settings().look().zoomPercent())).isEqualTo(100);
        }
    }

    @Test
    void about_tells_version_folder_and_licences_as_text_that_can_be_selected() throws Exception {
        try (var desk = Desk.open(1)) {
            menu(desk, "About PoolScope");
            desk.until("it is open", () -> desk.find("#aboutText") != null);
            var text = desk.fx(() -> ((TextArea) desk.find("#aboutText")).getText());
            assertThat(text).contains("PoolScope 0.1.0", Runtime.version().toString(), desk.folder.toString(), "GET",
                    "ControlsFX: BSD-3-Clause").doesNotContain("${");
            desk.hands().push(KeyCode.ESCAPE);
            desk.until("Esc closes it", () -> desk.find("#aboutText") == null);
        }
    }

    @Test
    void the_field_reference_has_every_field_with_its_names() throws Exception {
        try (var desk = Desk.open(1)) {
            menu(desk, "Field reference");
            desk.until("it is open", () -> desk.find(".field-reference") != null);
            var entries = desk.fx(() -> desk.find(".field-reference").lookupAll(".field-entry").stream()
                    .map(Node::getAccessibleText).toList());
            assertThat(entries).hasSize(PoolField.values().length);
            for (var field : PoolField.values())
                assertThat(entries).anySatisfy(entry -> assertThat(entry).contains("Raw name: " + field.id() + " ")
                        .contains(FieldNames.of(field).isEmpty() ? "" : String.join(", ", FieldNames.of(field))));
            assertThat(entries).anySatisfy(entry -> assertThat(entry).contains("Memory  ·  内存").contains("GiB"));
        }
    }

    @Test
    void forms_do_not_move_when_the_system_asks_for_stillness() throws Exception {
        try (var desk = Desk.open(1)) {
            for (var still : List.of(true, false)) {
                desk.fx(() -> {
                    desk.program.stage().getScene().getPreferences().setReducedMotion(still);
                    return true;
                });
                var moves = desk.fx(() -> {
                    desk.find("#connectLink").fireEvent(new ActionEvent());
                    var opacity = desk.find(".form-layer").opacityProperty();
                    var seen = new ArrayList<Double>(List.of(opacity.get()));
                    opacity.subscribe(now -> seen.add(now.doubleValue()));
                    return seen;
                });
                desk.until("it is there", () -> desk.find(".form-layer").getOpacity() == 1
                        && desk.find("#connectionForm").getScaleX() == 1);
                if (still) assertThat(moves).containsOnly(1.0);
                else
                    desk.until("it has moved", () -> moves.stream().anyMatch(opacity -> opacity < 1));
                desk.click("#cancelForm");
                desk.until("it is closed", () -> desk.find("#connectionForm") == null);
            }
        }
    }

    private static void menu(Desk desk, String name) {
        desk.fx(() -> {
            ((javafx.scene.control.MenuBar) desk.find("#menuBar")).getMenus().getLast().getItems().stream()
                    .filter(item -> item.getText() != null && item.getText().replace("_", "").equals(name)).findFirst()
                    .orElseThrow().fire();
            return true;
        });
        desk.settle();
    }

    private static void turn(Desk desk, double delta, boolean ctrl) {
        desk.fx(() -> {
            var table = desk.table();
            table.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 10, 10, 10, 10, false, ctrl, false, false, false, false, 0,
                    delta, 0, delta, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0,
                    0, null));
            return true;
        });
        desk.settle();
    }

    private static void zoom(Desk desk, int percent) {
        desk.fx(() -> {
            var look = desk.program.settings().part(Settings::look, Settings::withLook);
            look.set(look.get().withZoomPercent(percent));
            return true;
        });
        desk.settle();
    }

    private static void fire(Desk desk, String query) {
        desk.fx(() -> {
            ((ButtonBase) desk.find(query)).fire();
            return true;
        });
        desk.settle();
    }

    private static boolean isSeen(Desk desk, String query) {
        return desk.fx(() -> isSeenNow(desk, query));
    }

    private static boolean isSeenNow(Desk desk, String query) {
        return desk.find(query) instanceof Node part && part.isVisible();
    }
}
