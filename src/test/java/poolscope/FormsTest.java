package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.settings.Settings;
import poolscope.ui.commands.Command;
import poolscope.ui.commands.Keys;

/// What opens over the window: it alone has the keys, the focus comes back, and nothing of it stays on screen.
class FormsTest {
    private static final double NARROW = 320;
    private static final String NOBODY = "nobody copied anything";

    /// Everything that opens over the window, and how.
    enum Form {
        CONNECTION("#connectionForm", desk -> press(desk, KeyCode.SHORTCUT, KeyCode.N)),
        EXPORT("#exportForm", desk -> press(desk, KeyCode.SHORTCUT, KeyCode.E)),
        REQUESTS(".requests", desk -> choose(desk, "requestsItem")),
        VIEW("#viewForm", desk -> choose(desk, "views-saveAs")),
        VALUES(".value-list", desk -> ValueListWindowTest.open(desk, PoolField.OWNER)),
        COMPARISON("#comparison", FormsTest::compare),
        PALETTE(".palette", desk -> press(desk, KeyCode.SHORTCUT, KeyCode.K)),
        SHORTCUTS(".shortcuts", desk -> press(desk, KeyCode.F1)),
        FIELDS(".field-reference", desk -> choose(desk, "fieldsItem")),
        ABOUT(".about", desk -> choose(desk, "aboutItem"));

        private final String query;
        private final Consumer<Desk> opening;

        Form(String query, Consumer<Desk> opening) {
            this.query = query;
            this.opening = opening;
        }

        void open(Desk desk) {
            opening.accept(desk);
            desk.until(this + " is open", () -> desk.find(query) != null);
        }

        boolean hasFocus(Desk desk) {
            return desk.fx(() -> {
                for (Node at = desk.program.stage().getScene().getFocusOwner(); at != null; at = at.getParent())
                    if (at == desk.find(query)) return true;
                return false;
            });
        }
    }

    /// What a key could have changed behind a form.
    private record Behind(Settings settings, String filter, List<String> selected, int requests, boolean fullScreen, boolean fit,
            boolean copied) {
        static Behind of(Desk desk) {
            return desk.fx(() -> new Behind(desk.program.settings().settings(), desk.program.pools().filter().text(),
                    desk.program.pools().selectedPools().stream().map(Pool::key).toList(), desk.cloud.requestCount(),
                    desk.program.stage().isFullScreen(), desk.find("#fit") != null && desk.find("#fit").isVisible(),
                    !NOBODY.equals(Clipboard.getSystemClipboard().getString())));
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void no_shortcut_and_no_letter_reaches_what_is_behind(Form form) throws Exception {
        try (var desk = Desk.open(30)) {
            var keys = desk.fx(() -> Command.of(menuBar(desk), Keys.on(System.getProperty("os.name"))).stream()
                    .flatMap(command -> command.keys().stream()).toList());
            assertThat(keys).hasSizeGreaterThan(40);
            selectTwo(desk);
            form.open(desk);
            desk.fx(() -> Clipboard.getSystemClipboard().setContent(marker()));
            var before = Behind.of(desk);
            var others = Stream.of("F10", "Alt+F", "Z", "Slash").map(KeyCombination::valueOf);
            for (var key : Stream.concat(keys.stream(), others).toList()) {
                press(desk, key);
                assertThat(Behind.of(desk)).as(key.getName()).isEqualTo(before);
                assertThat(desk.fx(() -> menuBar(desk).getMenus().stream().anyMatch(menu -> menu.isShowing()))).as(key.getName())
                        .isFalse();
                assertThat(form.hasFocus(desk)).as("the focus after " + key.getName()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void the_focus_goes_round_inside_and_is_afterwards_where_it_was(Form form) throws Exception {
        try (var desk = Desk.open(30)) {
            selectTwo(desk);
            form.open(desk);
            var all = desk.fx(() -> controls(desk.find(form.query)));
            for (var step : List.of(KeyCombination.valueOf("Tab"), KeyCombination.valueOf("Shift+Tab"))) {
                var walked = new ArrayList<Node>();
                for (int i = 0; i < all.size(); i++) {
                    press(desk, step);
                    walked.add(desk.fx(() -> desk.program.stage().getScene().getFocusOwner()));
                }
                assertThat(walked).as(step.getName()).containsExactlyInAnyOrderElementsOf(all);
            }
            desk.fx(() -> {
                desk.find("#refresh").requestFocus();
                return true;
            });
            assertThat(form.hasFocus(desk)).as("asked for by something behind it").isTrue();
            press(desk, KeyCode.ESCAPE);
            desk.until("it is closed", () -> desk.find(form.query) == null);
            assertThat(desk.fx(() -> desk.program.stage().getScene().getFocusOwner())).isSameAs(desk.table());
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void after_it_has_come_and_gone_the_window_shows_what_it_holds(Form form) throws Exception {
        try (var desk = Desk.open(30)) {
            selectTwo(desk);
            form.open(desk);
            assertPainted(desk);
            press(desk, KeyCode.ESCAPE);
            desk.until("it is closed", () -> desk.find(form.query) == null);
            assertPainted(desk);
        }
    }

    @Test
    void a_menu_of_the_system_does_nothing_behind_a_form_but_copies_what_is_selected_in_it() throws Exception {
        try (var desk = Desk.open(30)) {
            selectTwo(desk);
            Form.CONNECTION.open(desk);
            desk.fx(() -> Clipboard.getSystemClipboard().setContent(marker()));
            var before = Behind.of(desk);
            for (var command : desk.fx(() -> Command.of(menuBar(desk), Keys.on("Mac OS X")))) {
                desk.fx(() -> {
                    command.item().fire();
                    return true;
                });
                assertThat(Behind.of(desk)).as(command.name()).isEqualTo(before);
                assertThat(Form.CONNECTION.hasFocus(desk)).as(command.name()).isTrue();
            }
            desk.hands().write("region one");
            choose(desk, "selectAllItem");
            choose(desk, "copyItem");
            assertThat(desk.fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("region one");
        }
    }

    @Test
    void the_name_of_the_page_size_is_whole_in_a_narrow_form() throws Exception {
        try (var desk = Desk.open(1)) {
            Form.CONNECTION.open(desk);
            var name = desk.fx(() -> (Label) desk.find("#pageSizeName"));
            desk.fx(() -> {
                ((Region) desk.find("#connectionForm")).setMaxWidth(NARROW);
                return true;
            });
            desk.until("the form is narrow", () -> ((Region) desk.find("#connectionForm")).getWidth() <= NARROW
                    && name.getWidth() > 0);
            assertThat(desk.fx(name::getWidth)).isGreaterThanOrEqualTo(desk.fx(() -> name.prefWidth(-1)));
        }
    }

    @Test
    void secrets_are_typed_without_an_input_method() throws Exception {
        try (var desk = Desk.open(5)) {
            Form.CONNECTION.open(desk);
            var fields = desk.fx(() -> List.copyOf(desk.find("#connectionForm").lookupAll(".password-field")));
            assertThat(fields).hasSizeGreaterThan(3).allMatch(field -> ((PasswordField) field).getSkin() != null)
                    .allMatch(field -> field.getInputMethodRequests() == null);
            assertThat(desk.fx(() -> desk.find("#name").getInputMethodRequests())).as("other fields").isNotNull();
        }
    }

    @Test
    void after_a_file_that_could_not_be_written_space_tries_again() throws Exception {
        try (var desk = Desk.open(30)) {
            desk.saveAs(_ -> Optional.of(desk.folder.resolve("no/such/folder/pools.csv").toString()));
            Form.EXPORT.open(desk);
            desk.fx(() -> {
                desk.find("#export").requestFocus();
                return true;
            });
            press(desk, KeyCode.SPACE);
            desk.until("it is said that it failed", () -> desk.find("#said").isVisible());
            assertThat(desk.fx(() -> desk.program.stage().getScene().getFocusOwner())).isSameAs(desk.find("#export"));
        }
    }

    @Test
    void a_form_whose_focused_control_is_taken_away_keeps_the_keys() throws Exception {
        try (var desk = Desk.open(30)) {
            selectTwo(desk);
            Form.EXPORT.open(desk);
            desk.fx(() -> {
                desk.find("#export").requestFocus();
                desk.find("#export").setVisible(false);
                return true;
            });
            desk.until("something else in it has the focus", () -> {
                var owner = desk.program.stage().getScene().getFocusOwner();
                return owner != null && owner != desk.find("#export");
            });
            assertThat(Form.EXPORT.hasFocus(desk)).isTrue();
        }
    }

    @Test
    void what_had_the_focus_and_is_gone_leaves_it_to_its_surroundings() throws Exception {
        try (var desk = Desk.open(30)) {
            var extra = desk.fx(() -> {
                var button = new Button("passing");
                ((javafx.scene.layout.Pane) desk.find("#toolbar")).getChildren().add(button);
                button.requestFocus();
                return button;
            });
            Form.EXPORT.open(desk);
            desk.fx(() -> ((javafx.scene.layout.Pane) desk.find("#toolbar")).getChildren().remove(extra));
            press(desk, KeyCode.ESCAPE);
            desk.until("it is closed", () -> desk.find("#exportForm") == null);
            assertThat(desk.fx(() -> desk.find("#toolbar").isFocusWithin())).isTrue();
        }
    }

    private static List<Node> controls(Node node) {
        if (!node.isVisible() || node.isDisabled()) return List.of();
        var found = new ArrayList<Node>();
        // Of radio buttons Tab reaches the chosen one alone; arrows go to the others.
        boolean isOther = node instanceof RadioButton radio && radio.getToggleGroup() != null && !radio.isSelected();
        if (node.isFocusTraversable() && !isOther) found.add(node);
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> found.addAll(controls(child)));
        return found;
    }

    /// What is on screen once nothing moves is compared with a fresh drawing, which is made last: it repaints the window too.
    private static void assertPainted(Desk desk) {
        desk.until("the motion is over", () -> desk.find(".form-layer").getOpacity() == 1
                && desk.find(".form-layer").lookupAll(".form").stream().allMatch(form -> form.getScaleX() == 1));
        var seen = new ArrayDeque<int[]>();
        desk.until("nothing changes on screen", () -> {
            var now = onScreen(desk);
            if (!seen.isEmpty() && !Arrays.equals(now, seen.getLast())) seen.clear();
            seen.add(now);
            return seen.size() > 5;
        });
        assertThat(desk.fx(() -> Arrays.equals(seen.getLast(), pixels(desk, desk.program.stage().getScene().snapshot(null)))))
                .as("the window shows what it holds").isTrue();
    }

    private static int[] onScreen(Desk desk) {
        var window = desk.program.stage();
        var scene = window.getScene();
        return pixels(desk, new Robot().getScreenCapture(null, window.getX() + scene.getX(), window.getY() + scene.getY(),
                scene.getWidth(), scene.getHeight(), false));
    }

    /// Without what changes by itself: ages, and a cursor that blinks.
    private static int[] pixels(Desk desk, WritableImage image) {
        int width = (int) image.getWidth();
        var pixels = new int[width * (int) image.getHeight()];
        image.getPixelReader().getPixels(0, 0, width, (int) image.getHeight(), PixelFormat.getIntArgbInstance(), pixels, 0,
                width);
        var scene = desk.program.stage().getScene();
        var changing = new ArrayList<Node>(scene.getRoot().lookupAll(".state"));
        changing.addAll(scene.getRoot().lookupAll(".status-bar"));
        if (scene.getFocusOwner() instanceof TextInputControl field) changing.add(field);
        for (var node : changing) {
            var area = node.localToScene(node.getLayoutBounds());
            for (int y = (int) Math.max(0, area.getMinY()); y <= area.getMaxY() && y < image.getHeight(); y++)
                for (int x = (int) Math.max(0, area.getMinX()); x <= area.getMaxX() && x < width; x++)
                    pixels[y * width + x] = 0;
        }
        return pixels;
    }

    private static void selectTwo(Desk desk) {
        desk.fx(() -> {
            desk.table().getSelectionModel().selectRange(3, 5);
            desk.table().requestFocus();
            return true;
        });
        desk.settle();
    }

    private static void compare(Desk desk) {
        choose(desk, "compareItem");
        desk.fx(() -> {
            desk.table().getSelectionModel().clearAndSelect(7);
            return true;
        });
        choose(desk, "compareItem");
    }

    /// As a click on that item of the menu bar.
    private static void choose(Desk desk, String id) {
        desk.fx(() -> {
            Command.of(menuBar(desk), Keys.ofThis()).stream().filter(command -> command.id().equals(id)).findFirst().orElseThrow()
                    .item().fire();
            return true;
        });
        desk.settle();
    }

    /// The items of a menu, those of its submenus included.
    static Stream<MenuItem> inside(MenuItem item) {
        return item instanceof Menu menu
                ? Stream.concat(Stream.of(menu), menu.getItems().stream().flatMap(FormsTest::inside))
                : Stream.of(item);
    }

    private static ClipboardContent marker() {
        var content = new ClipboardContent();
        content.putString(NOBODY);
        return content;
    }

    /// Presses and lets go, at once: TestFX waits after each key.
    private static void press(Desk desk, KeyCombination key) {
        var codes = codes((KeyCodeCombination) key);
        desk.fx(() -> {
            var robot = new Robot();
            codes.forEach(robot::keyPress);
            codes.reversed().forEach(robot::keyRelease);
            return true;
        });
        desk.fx(() -> true);
    }

    private static List<KeyCode> codes(KeyCodeCombination key) {
        var codes = new ArrayList<KeyCode>();
        if (key.getControl() == KeyCombination.ModifierValue.DOWN) codes.add(KeyCode.CONTROL);
        if (key.getShortcut() == KeyCombination.ModifierValue.DOWN) codes.add(KeyCode.CONTROL);
        if (key.getAlt() == KeyCombination.ModifierValue.DOWN) codes.add(KeyCode.ALT);
        if (key.getShift() == KeyCombination.ModifierValue.DOWN) codes.add(KeyCode.SHIFT);
        codes.add(key.getCode());
        return codes;
    }

    private static MenuBar menuBar(Desk desk) {
        return (MenuBar) desk.find("#menuBar");
    }

    private static void press(Desk desk, KeyCode... keys) {
        desk.hands().push(keys);
        desk.settle();
    }
}
