package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.settings.Settings;
import poolscope.ui.commands.MenuCommand;
import poolscope.ui.commands.PlatformMenuShortcuts;

/// What opens over the window: it alone has the keys, the focus comes back, and nothing of it stays on screen.
class FormsTest {
    private static final double NARROW = 320;
    private static final String NOBODY = "nobody copied anything";

    /// Everything that opens over the window, and how.
    enum Form {
        CONNECTION("#connectionForm", appFixture -> press(appFixture, KeyCode.SHORTCUT, KeyCode.N)),
        EXPORT("#exportForm", appFixture -> press(appFixture, KeyCode.SHORTCUT, KeyCode.E)),
        REQUESTS(".requests", appFixture -> EveryForm.choose(appFixture, "requestsItem")),
        SETTINGS("#settingsForm", appFixture -> press(appFixture, KeyCode.SHORTCUT, KeyCode.COMMA)),
        HAND_OVER(".hand-over", appFixture -> press(appFixture, KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H)),
        VIEW("#viewForm", appFixture -> EveryForm.choose(appFixture, "views-saveAs")),
        VALUES(".value-list", appFixture -> ValueListWindowTest.open(appFixture, PoolField.OWNER)),
        COMPARISON("#comparison", EveryForm::compare),
        PALETTE(".palette", appFixture -> press(appFixture, KeyCode.SHORTCUT, KeyCode.K)),
        SHORTCUTS(".shortcuts", appFixture -> press(appFixture, KeyCode.F1)),
        FIELDS(".field-reference", appFixture -> EveryForm.choose(appFixture, "fieldsItem")),
        ABOUT(".about", appFixture -> EveryForm.choose(appFixture, "aboutItem"));

        private final String query;
        private final Consumer<AppFixture> opening;

        Form(String query, Consumer<AppFixture> opening) {
            this.query = query;
            this.opening = opening;
        }

        void open(AppFixture appFixture) {
            opening.accept(appFixture);
            appFixture.until(this + " is open", () -> appFixture.find(query) != null);
        }

        boolean hasFocus(AppFixture appFixture) {
            return appFixture.fx(() -> {
                for (Node at = appFixture.appComposition.stage().getScene().getFocusOwner(); at != null; at = at
                        .getParent())
                    if (at == appFixture.find(query)) return true;
                return false;
            });
        }
    }

    /// What a key could have changed behind a form.
    private record Behind(Settings settings, String filter, List<String> selected, int requests, boolean fullScreen,
            boolean fit, boolean copied) {
        static Behind of(AppFixture appFixture) {
            return appFixture.fx(() -> new Behind(appFixture.appComposition.settings().settings(),
                    appFixture.appComposition.pools().filter().text(),
                    appFixture.appComposition.pools().selectedPools().stream().map(Pool::key).toList(),
                    appFixture.cloud.requestCount(), appFixture.appComposition.stage().isFullScreen(),
                    appFixture.find("#fit") != null && appFixture.find("#fit").isVisible(),
                    isCopiedFromBehind(Clipboard.getSystemClipboard().getString())));
        }

        /// The hand-over copies its own page, the request log its lines, and the comparison its table.
        private static boolean isCopiedFromBehind(String clipboard) {
            return !NOBODY.equals(clipboard) && !clipboard.startsWith("# Hand-over")
                    && !clipboard.startsWith("Time\tConnection\t") && !clipboard.startsWith("| Field |");
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void no_shortcut_and_no_letter_reaches_what_is_behind(Form form) throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            var keys = appFixture.fx(
                    () -> MenuCommand.of(menuBar(appFixture), PlatformMenuShortcuts.on(System.getProperty("os.name")))
                            .stream()
                            .flatMap(menuCommand -> menuCommand.keys().stream())
                            .toList());
            assertThat(keys).hasSizeGreaterThan(40);
            selectTwo(appFixture);
            form.open(appFixture);
            appFixture.fx(() -> Clipboard.getSystemClipboard().setContent(marker()));
            var before = Behind.of(appFixture);
            var others = Stream.of("F10", "Alt+F", "Z", "Slash").map(KeyCombination::valueOf);
            for (var key : Stream.concat(keys.stream(), others).toList()) {
                press(appFixture, key);
                assertThat(Behind.of(appFixture)).as(key.getName()).isEqualTo(before);
                assertThat(
                        appFixture.fx(() -> menuBar(appFixture).getMenus().stream().anyMatch(menu -> menu.isShowing())))
                        .as(key.getName())
                        .isFalse();
                assertThat(form.hasFocus(appFixture)).as("the focus after " + key.getName()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void a_released_alt_does_not_open_the_menu_bar_behind_it(Form form) throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            selectTwo(appFixture);
            form.open(appFixture);
            press(appFixture, KeyCode.ALT);
            press(appFixture, KeyCode.DOWN);
            assertThat(appFixture.fx(() -> menuBar(appFixture).getMenus().stream().anyMatch(menu -> menu.isShowing())))
                    .isFalse();
            assertThat(form.hasFocus(appFixture)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void the_focus_goes_round_inside_and_is_afterwards_where_it_was(Form form) throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            selectTwo(appFixture);
            form.open(appFixture);
            var all = appFixture.fx(() -> controls(appFixture.find(form.query)));
            for (var step : List.of(KeyCombination.valueOf("Tab"), KeyCombination.valueOf("Shift+Tab"))) {
                var walked = new ArrayList<Node>();
                for (int i = 0; i < all.size(); i++) {
                    press(appFixture, step);
                    walked.add(appFixture.fx(() -> appFixture.appComposition.stage().getScene().getFocusOwner()));
                }
                assertThat(walked).as(step.getName()).containsExactlyInAnyOrderElementsOf(all);
            }
            appFixture.fx(() -> {
                appFixture.find("#refresh").requestFocus();
                return true;
            });
            assertThat(form.hasFocus(appFixture)).as("asked for by something behind it").isTrue();
            press(appFixture, KeyCode.ESCAPE);
            appFixture.until("it is closed", () -> appFixture.find(form.query) == null);
            assertThat(appFixture.fx(() -> appFixture.appComposition.stage().getScene().getFocusOwner()))
                    .isSameAs(appFixture.table());
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void after_it_has_come_and_gone_the_window_shows_what_it_holds(Form form) throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            selectTwo(appFixture);
            form.open(appFixture);
            assertPainted(appFixture);
            press(appFixture, KeyCode.ESCAPE);
            appFixture.until("it is closed", () -> appFixture.find(form.query) == null);
            assertPainted(appFixture);
        }
    }

    @Test
    void a_menu_of_the_system_does_nothing_behind_a_form_but_copies_what_is_selected_in_it() throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            selectTwo(appFixture);
            Form.CONNECTION.open(appFixture);
            appFixture.fx(() -> Clipboard.getSystemClipboard().setContent(marker()));
            var before = Behind.of(appFixture);
            for (var menuCommand : appFixture
                    .fx(() -> MenuCommand.of(menuBar(appFixture), PlatformMenuShortcuts.on("Mac OS X")))) {
                appFixture.fx(() -> {
                    menuCommand.item().fire();
                    return true;
                });
                assertThat(Behind.of(appFixture)).as(menuCommand.name()).isEqualTo(before);
                assertThat(Form.CONNECTION.hasFocus(appFixture)).as(menuCommand.name()).isTrue();
            }
            appFixture.hands().write("region one");
            EveryForm.choose(appFixture, "selectAllItem");
            EveryForm.choose(appFixture, "copyItem");
            assertThat(appFixture.fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("region one");
        }
    }

    @Test
    void the_name_of_the_page_size_is_whole_in_a_narrow_form() throws Exception {
        try (var appFixture = AppFixture.open(1)) {
            Form.CONNECTION.open(appFixture);
            var name = appFixture.fx(() -> (Label) appFixture.find("#pageSizeName"));
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(800);
                ((TitledPane) appFixture.find("#more")).setExpanded(true);
                // Overrides the style sheet also when the window's width changes.
                appFixture.find("#connectionForm").setStyle("-fx-max-width: " + NARROW + "px");
                return true;
            });
            appFixture.until("the form is narrow",
                    () -> ((Region) appFixture.find("#connectionForm")).getWidth() <= NARROW && name.getWidth() > 0);
            assertThat(appFixture.fx(name::getWidth)).isGreaterThanOrEqualTo(appFixture.fx(() -> name.prefWidth(-1)));
        }
    }

    @Test
    void secrets_are_typed_without_an_input_method() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            Form.CONNECTION.open(appFixture);
            var fields = appFixture
                    .fx(() -> List.copyOf(appFixture.find("#connectionForm").lookupAll(".password-field")));
            assertThat(fields).hasSizeGreaterThan(3)
                    .allMatch(field -> ((PasswordField) field).getSkin() != null)
                    .allMatch(field -> field.getInputMethodRequests() == null);
            assertThat(appFixture.fx(() -> appFixture.find("#name").getInputMethodRequests())).as("other fields")
                    .isNotNull();
        }
    }

    @Test
    void after_a_file_that_could_not_be_written_space_tries_again() throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            appFixture.saveAs(_ -> Optional.of(appFixture.folder.resolve("no/such/folder/pools.csv").toString()));
            Form.EXPORT.open(appFixture);
            appFixture.fx(() -> {
                appFixture.find("#export").requestFocus();
                return true;
            });
            press(appFixture, KeyCode.SPACE);
            appFixture.until("it is said that it failed", () -> appFixture.find("#said").isVisible());
            assertThat(appFixture.fx(() -> appFixture.appComposition.stage().getScene().getFocusOwner()))
                    .isSameAs(appFixture.find("#export"));
        }
    }

    @Test
    void a_form_whose_focused_control_is_taken_away_keeps_the_keys() throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            selectTwo(appFixture);
            Form.EXPORT.open(appFixture);
            appFixture.fx(() -> {
                appFixture.find("#export").requestFocus();
                appFixture.find("#export").setVisible(false);
                return true;
            });
            appFixture.until("something else in it has the focus", () -> {
                var owner = appFixture.appComposition.stage().getScene().getFocusOwner();
                return owner != null && owner != appFixture.find("#export");
            });
            assertThat(Form.EXPORT.hasFocus(appFixture)).isTrue();
        }
    }

    @Test
    void what_had_the_focus_and_is_gone_leaves_it_to_its_surroundings() throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            var extra = appFixture.fx(() -> {
                var button = new Button("passing");
                ((javafx.scene.layout.Pane) appFixture.find("#toolbar")).getChildren().add(button);
                button.requestFocus();
                return button;
            });
            Form.EXPORT.open(appFixture);
            appFixture.fx(() -> ((javafx.scene.layout.Pane) appFixture.find("#toolbar")).getChildren().remove(extra));
            press(appFixture, KeyCode.ESCAPE);
            appFixture.until("it is closed", () -> appFixture.find("#exportForm") == null);
            assertThat(appFixture.fx(() -> appFixture.find("#toolbar").isFocusWithin())).isTrue();
        }
    }

    static List<Node> controls(Node node) {
        if (!node.isVisible() || node.isDisabled()) return List.of();
        var found = new ArrayList<Node>();
        // Of radio buttons Tab reaches the chosen one alone; arrows go to the others.
        boolean isOther = node instanceof ToggleButton toggle && toggle.getToggleGroup() != null
                && !toggle.isSelected();
        if (node.isFocusTraversable() && !isOther) found.add(node);
        if (node instanceof Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(controls(child)));
        return found;
    }

    /// What is on screen once nothing moves is compared with a fresh drawing, which is made last: it repaints the
    /// window too.
    private static void assertPainted(AppFixture appFixture) {
        appFixture.until("the motion is over", () -> appFixture.find(".form-layer").getOpacity() == 1
                && appFixture.find(".form-layer").lookupAll(".form").stream().allMatch(form -> form.getScaleX() == 1));
        var seen = new ArrayDeque<Picture>();
        appFixture.until("nothing changes on screen", () -> {
            var now = new Picture(onScreen(appFixture), changing(appFixture));
            if (!seen.isEmpty() && !now.looksLike(seen.getLast())) seen.clear();
            seen.add(now);
            return seen.size() > 5;
        });
        // What is on screen may be a moment older than the last positions.
        var last = new Picture(seen.getLast().image(),
                seen.stream().flatMap(picture -> picture.changing().stream()).toList());
        assertThat(appFixture.fx(() -> {
            var fresh = appFixture.appComposition.stage().getScene().snapshot(null);
            return new Picture(fresh, changing(appFixture)).differences(last);
        })).as("where the window does not show what it holds").isEmpty();
    }

    /// The window at one moment.
    ///
    /// @param changing
    ///            what changes by itself; where it was in one of two pictures is left out when they are compared,
    ///            because an age takes more room while it grows
    private record Picture(WritableImage image, List<Bounds> changing) {
        boolean looksLike(Picture other) {
            return differences(other).isEmpty();
        }

        /// The area in which the pictures differ, empty when they do not.
        Optional<Rectangle2D> differences(Picture other) {
            var without = Stream.concat(changing.stream(), other.changing.stream()).toList();
            var here = pixels(image, without);
            var there = pixels(other.image, without);
            int width = (int) image.getWidth();
            if (here.length != there.length) return Optional.of(new Rectangle2D(0, 0, width, image.getHeight()));
            var different = IntStream.range(0, here.length).filter(i -> here[i] != there[i]).toArray();
            if (different.length == 0) return Optional.empty();
            var x = IntStream.of(different).map(i -> i % width).summaryStatistics();
            var y = IntStream.of(different).map(i -> i / width).summaryStatistics();
            return Optional.of(new Rectangle2D(x.getMin(), y.getMin(), x.getMax() - x.getMin() + 1.0,
                    y.getMax() - y.getMin() + 1.0));
        }
    }

    private static WritableImage onScreen(AppFixture appFixture) {
        var window = appFixture.appComposition.stage();
        var scene = window.getScene();
        return new Robot().getScreenCapture(null, window.getX() + scene.getX(), window.getY() + scene.getY(),
                scene.getWidth(), scene.getHeight(), false);
    }

    /// Ages, and a cursor that blinks.
    private static List<Bounds> changing(AppFixture appFixture) {
        var scene = appFixture.appComposition.stage().getScene();
        var changing = new ArrayList<Node>(scene.getRoot().lookupAll(".state"));
        changing.addAll(scene.getRoot().lookupAll(".status-bar"));
        if (scene.getFocusOwner() instanceof TextInputControl field) changing.add(field);
        return changing.stream().map(node -> node.localToScene(node.getLayoutBounds())).toList();
    }

    private static int[] pixels(WritableImage image, List<Bounds> without) {
        int width = (int) image.getWidth();
        var pixels = new int[width * (int) image.getHeight()];
        image.getPixelReader()
                .getPixels(0, 0, width, (int) image.getHeight(), PixelFormat.getIntArgbInstance(), pixels, 0, width);
        for (var area : without)
            for (int y = (int) Math.max(0, area.getMinY()); y <= area.getMaxY() && y < image.getHeight(); y++)
                for (int x = (int) Math.max(0, area.getMinX()); x <= area.getMaxX() && x < width; x++)
                    pixels[y * width + x] = 0;
        return pixels;
    }

    private static void selectTwo(AppFixture appFixture) {
        appFixture.fx(() -> {
            appFixture.table().getSelectionModel().selectRange(3, 5);
            appFixture.table().requestFocus();
            return true;
        });
        appFixture.settle();
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
    static void press(AppFixture appFixture, KeyCombination key) {
        var codes = codes((KeyCodeCombination) key);
        appFixture.fx(() -> {
            var robot = new Robot();
            codes.forEach(robot::keyPress);
            codes.reversed().forEach(robot::keyRelease);
            return true;
        });
        appFixture.fx(() -> true);
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

    private static MenuBar menuBar(AppFixture appFixture) {
        return (MenuBar) appFixture.find("#menuBar");
    }

    private static void press(AppFixture appFixture, KeyCode... keys) {
        appFixture.hands().push(keys);
        appFixture.settle();
    }

    @ParameterizedTest
    @ValueSource(classes = {MenuButton.class, ComboBoxBase.class, ChoiceBox.class, TextField.class})
    void escape_closes_a_form_whichever_control_has_the_focus(Class<? extends Control> kind) throws Exception {
        try (var app = AppFixture.open(AppFixture.still(20).withV2Pools(20)).untilRead()) {
            EveryForm.open(app, (query, form) -> {
                boolean isThere = app.fx(() -> {
                    var control = controls(form).stream().filter(kind::isInstance).findFirst();
                    control.ifPresent(Node::requestFocus);
                    return control.isPresent();
                });
                if (!isThere) return;
                press(app, KeyCode.ESCAPE);
                app.until(query + " is closed by Esc in a " + kind.getSimpleName(), () -> app.find(query) == null);
            });
        }
    }

}
