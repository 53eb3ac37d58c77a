package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.settings.WindowAppearance;
import poolscope.ui.commands.MenuCommand;
import poolscope.ui.commands.PaletteEntry;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.commands.ShortcutSheet;
import poolscope.ui.commands.ShortcutWithoutMenuItem;
import poolscope.ui.parts.AccessibleName;
import poolscope.ui.parts.NodeAndParents;

/// The window by keyboard alone.
class KeyboardTest {
    /// What input methods, AltGr and macOS need for themselves (C1).
    private static final List<String> NEVER = List.of("Ctrl+Space", "Shortcut+Space", "Shift+Space", "Ctrl+Shift+F",
            "Shortcut+Shift+F", "Ctrl+Period", "Shortcut+Period", "Ctrl+Shift+U", "Shortcut+Shift+U", "Meta+H",
            "Meta+M", "Meta+Tab", "Meta+Space");

    /// What operators know from the system and from their other tools (C1): the command, its keys, its keys on macOS.
    private static final String EXPECTED = """
            Find pools                  | Ctrl+F                | ⌘F
            Undo filter or grouping     | Ctrl+Z                | ⌘Z
            Redo filter or grouping     | Ctrl+Y, Ctrl+Shift+Z  | ⇧⌘Z
            Show only this value  | Ctrl+L                | ⌘L
            Exclude this value | Ctrl+Shift+L          | ⇧⌘L
            Filter by values of this column… | Shift+F3          | ⇧F3
            Problems only               | F8                    | F8, ⌥⌘P
            Refresh                     | F5, Ctrl+R            | ⌘R
            Refresh failed connections  | Shift+F5              | ⇧⌘R
            Show all connections        | Ctrl+Shift+A          | ⇧⌘A
            Views                       | Alt+1 … 9             | ⌥⌘1 … 9
            Group by ▸ Next grouping    | Ctrl+G                | ⌥⌘G
            Fit finder                  | Ctrl+J                | ⌘J
            Details                     | F7                    | ⌘I
            Views ▸ Save view       | Ctrl+D                | ⌘D
            Next row                    | Alt+↓                 | ⌥↓
            Previous row                | Alt+↑                 | ⌥↑
            Compare: pin selected pools | Ctrl+Shift+D          | ⇧⌘D
            Copy rows                   | Ctrl+C, Ctrl+Insert   | ⌘C
            Copy as ▸ With header       | Ctrl+Shift+C          | ⇧⌘C
            Copy as ▸ This cell in full | Alt+Shift+C           | ⌥⌘C
            Copy as ▸ Details           | Ctrl+Shift+I          | ⇧⌘I
            Copy list for a ticket      | Ctrl+Shift+M          | ⇧⌘M
            Charts                      | Ctrl+Shift+G          | ⇧⌘G
            What this field means…      | Shift+F1              | ⌥⌘/
            Accelerators by family…     | Ctrl+Shift+J          | ⇧⌘J
            Select all pools shown      | Ctrl+A                | ⌘A
            Export…                    | Ctrl+E                | ⌘E
            Command palette…           | Ctrl+K                | ⌘K
            Keyboard shortcuts          | F1, Ctrl+Shift+/      | ⇧⌘/
            Full screen                 | F11                   | ⌃⌘F
            Close window                | Ctrl+W                | ⌘W
            Quit                        | Ctrl+Q                | ⌘Q
            """;

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Language.class, names = {"ENGLISH", "CHINESE"})
    void the_palette_jumps_to_a_pool_by_its_name(WindowAppearance.Language language) throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            speak(appFixture, language);
            var pool = appFixture.shown().get(200);
            var name = pool.poolNamesAndOwner().name().asText("");
            press(appFixture, KeyCode.SHORTCUT, KeyCode.K);
            appFixture.hands().write(name);
            appFixture.until("it is found",
                    () -> finds(appFixture).stream().anyMatch(find -> find.hidden().equals(pool.key())));
            int place = appFixture.fx(() -> list(appFixture).getItems()
                    .stream()
                    .map(entry -> entry.hidden().equals(pool.key()))
                    .toList()
                    .indexOf(true));
            for (int i = 0; i < place; i++)
                press(appFixture, KeyCode.DOWN);
            press(appFixture, KeyCode.ENTER);
            assertThat(selected(appFixture)).containsExactly(pool.key());
            assertThat(appFixture.text("#detail-cluster_id")).isEqualTo(pool.key());
            assertThat(focus(appFixture)).isSameAs(appFixture.table());
        }
    }

    @Test
    void a_pool_that_the_filter_hides_is_jumped_to_without_the_filter() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            var pool = appFixture.shown().get(50);
            appFixture.type("nothingiscalledlikethis");
            appFixture.until("all are hidden", () -> appFixture.table().getItems().isEmpty());
            press(appFixture, KeyCode.SHORTCUT, KeyCode.K);
            appFixture.hands().write(pool.key());
            appFixture.until("it is found", () -> finds(appFixture).size() == 1);
            press(appFixture, KeyCode.ENTER);
            appFixture.until("it is selected", () -> selected(appFixture).equals(List.of(pool.key())));
            assertThat(appFixture.shown()).hasSize(60);
        }
    }

    @Test
    void the_palette_does_what_a_menu_does_and_remembers_it() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            press(appFixture, KeyCode.SHORTCUT, KeyCode.K);
            appFixture.hands().write("dark");
            appFixture.until("it is found",
                    () -> !finds(appFixture).isEmpty() && finds(appFixture).getFirst().name().equals("Dark"));
            press(appFixture, KeyCode.ENTER);
            assertThat(appFixture.appComposition.settings().settings().windowAppearance().theme())
                    .isEqualTo(WindowAppearance.Theme.DARK);
            press(appFixture, KeyCode.SHORTCUT, KeyCode.K);
            appFixture.until("it comes first",
                    () -> !finds(appFixture).isEmpty() && finds(appFixture).getFirst().name().equals("Dark"));
            press(appFixture, KeyCode.ESCAPE);
        }
    }

    @Test
    void keys_belong_to_a_form_while_it_is_open_and_to_the_table_again_when_it_is_closed() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.type("train");
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                return true;
            });
            press(appFixture, KeyCode.SHORTCUT, KeyCode.E);
            appFixture.until("the form is open", () -> appFixture.find("#exportForm") != null);
            press(appFixture, KeyCode.ESCAPE);
            appFixture.until("the form is closed", () -> appFixture.find("#exportForm") == null);
            assertThat(appFixture.fx(appFixture.appComposition.pools().filter()::text)).isEqualTo("train");
            assertThat(appFixture.fx(() -> appFixture.table().isFocused())).isTrue();
        }
    }

    @Test
    void what_was_chosen_in_the_palette_comes_first_after_a_restart_in_another_language(@TempDir Path folder)
            throws Exception {
        try (var appFixture = AppFixture
                .open(TestCloud.start(AppFixture.still(5)), folder, WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            for (var name : List.of("Sidebar", "Dark")) {
                press(appFixture, KeyCode.SHORTCUT, KeyCode.K);
                appFixture.hands().write(name.toLowerCase(Locale.ROOT));
                appFixture.until("it is found",
                        () -> !finds(appFixture).isEmpty() && finds(appFixture).getFirst().name().equals(name));
                press(appFixture, KeyCode.ENTER);
            }
            speak(appFixture, WindowAppearance.Language.CHINESE);
        }
        try (var appFixture = AppFixture
                .open(TestCloud.start(AppFixture.still(5)), folder, WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            press(appFixture, KeyCode.SHORTCUT, KeyCode.K);
            appFixture.until("they come first",
                    () -> finds(appFixture).size() > 2 && finds(appFixture).stream()
                            .limit(2)
                            .map(PaletteEntry::name)
                            .toList()
                            .equals(List.of("深色", "侧边栏")));
        }
    }

    @Test
    void an_input_method_composes_into_the_filter_from_the_first_letter_while_the_table_has_the_focus()
            throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            appFixture.type("a");
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                return true;
            });
            assertThat(appFixture.fx(() -> appFixture.table().getInputMethodRequests()))
                    .as("without them no input method is asked")
                    .isNotNull();
            for (var composed : List.of("x", "xu", "xunlian")) {
                compose(appFixture, composed, "");
                assertThat(appFixture.fx(() -> appFixture.table().isFocused())).as("the composition goes on").isTrue();
                assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEqualTo(composed);
                assertThat(filter(appFixture)).as("not asked for yet").isEqualTo("a");
            }
            compose(appFixture, "", "训练");
            assertThat(filter(appFixture)).isEqualTo("a 训练");
            assertThat(focus(appFixture)).isSameAs(appFixture.filterField());
        }
    }

    @Test
    void what_an_input_method_writes_at_once_is_a_letter_or_a_key() throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            for (var written : List.of("？", "训")) {
                appFixture.fx(() -> {
                    appFixture.table().requestFocus();
                    return true;
                });
                compose(appFixture, "", written);
                if (written.equals("？")) {
                    assertThat(appFixture.find(".shortcuts")).isNotNull();
                    press(appFixture, KeyCode.ESCAPE);
                } else
                    assertThat(filter(appFixture)).isEqualTo("训");
            }
        }
    }

    /// As an input method does, to whatever has the focus.
    private static void compose(AppFixture appFixture, String composed, String committed) {
        appFixture.fx(() -> {
            var runs = composed.isEmpty()
                    ? List.<InputMethodTextRun>of()
                    : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
            focusOwner(appFixture).fireEvent(new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs,
                    committed, composed.length()));
            return true;
        });
        appFixture.settle();
    }

    private static Node focusOwner(AppFixture appFixture) {
        return appFixture.appComposition.stage().getScene().getFocusOwner();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#field", "#table"})
    void a_letter_in_an_open_menu_chooses_in_it_and_is_not_typed_behind_it(String focused) throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.fx(() -> {
                appFixture.find(focused).requestFocus();
                return true;
            });
            appFixture.hands().clickOn("#helpMenu");
            appFixture.until("the menu is open", () -> menuBar(appFixture).getMenus().getLast().isShowing());
            var letter = appFixture.fx(() -> menuBar(appFixture).getMenus()
                    .getLast()
                    .getItems()
                    .stream()
                    .filter(item -> "aboutItem".equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .getText()
                    .replaceFirst(".*_(.).*", "$1"));
            press(appFixture, KeyCode.getKeyCode(letter.toUpperCase(Locale.ROOT)));
            appFixture.until("it is chosen", () -> appFixture.find(".about") != null);
            assertThat(appFixture.fx(() -> menuBar(appFixture).getMenus().getLast().isShowing())).isFalse();
            press(appFixture, KeyCode.ESCAPE);
            assertThat(filter(appFixture)).isEmpty();
        }
    }

    @Test
    void a_command_is_remembered_wherever_it_stands() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            var before = appFixture.fx(() -> MenuCommand.of(menuBar(appFixture), PlatformMenuShortcuts.on("Linux"))
                    .stream()
                    .map(MenuCommand::id)
                    .toList());
            var after = appFixture.fx(() -> {
                for (var menu : menuBar(appFixture).getMenus()) {
                    var item = new MenuItem("new");
                    item.setId("new-in-" + menu.getText());
                    menu.getItems().addFirst(item);
                }
                return MenuCommand.of(menuBar(appFixture), PlatformMenuShortcuts.on("Linux"))
                        .stream()
                        .map(MenuCommand::id)
                        .toList();
            });
            assertThat(after).containsAll(before).hasSize(before.size() + 6);
        }
    }

    @Test
    void the_palette_chooses_nothing_that_can_not_be_done() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            press(appFixture, KeyCode.SHORTCUT, KeyCode.K);
            appFixture.hands().write("undo");
            appFixture.until("only what can't be done is found",
                    () -> !finds(appFixture).isEmpty() && finds(appFixture).getFirst().name().startsWith("Undo"));
            var entries = finds(appFixture);
            assertThat(entries.getFirst().possible()).isFalse();
            assertThat(appFixture.fx(() -> list(appFixture).getSelectionModel().getSelectedIndices()))
                    .allMatch(at -> entries.get(at).possible());
            appFixture.fx(() -> {
                ((TextInputControl) appFixture.find("#sought")).clear();
                return true;
            });
            appFixture.until("all is found", () -> finds(appFixture).size() > 20);
            for (int i = 0; i < 20; i++) {
                press(appFixture, KeyCode.DOWN);
                assertThat(appFixture.fx(() -> list(appFixture).getSelectionModel().getSelectedItem().possible()))
                        .isTrue();
            }
        }
    }

    @Test
    void a_pool_in_a_folded_group_is_jumped_to_with_the_filter_as_it_is() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            var pool = appFixture.shown().get(50);
            appFixture.type("status:" + pool.status().word());
            appFixture.fx(() -> {
                appFixture.appComposition.pools().groups().groupBy(PoolGroupingCriterion.STATUS);
                appFixture.appComposition.pools().groups().foldAll(true);
                return true;
            });
            appFixture.until("heads alone are shown", () -> appFixture.table().getItems().size() == 1);
            press(appFixture, KeyCode.SHORTCUT, KeyCode.K);
            appFixture.hands().write(pool.key());
            appFixture.until("it is found", () -> finds(appFixture).size() == 1);
            press(appFixture, KeyCode.ENTER);
            appFixture.until("it is selected", () -> selected(appFixture).equals(List.of(pool.key())));
            assertThat(filter(appFixture)).isEqualTo("status:" + pool.status().word());
        }
    }

    @Test
    void a_second_click_on_a_choice_leaves_its_mark() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.fx(() -> {
                menuBar(appFixture).getMenus()
                        .stream()
                        .flatMap(FormsTest::inside)
                        .filter(Menu.class::isInstance)
                        .map(Menu.class::cast)
                        .filter(menu -> menu.getOnShowing() != null)
                        .forEach(menu -> menu.getOnShowing().handle(new Event(Menu.ON_SHOWING)));
                return true;
            });
            var choices = appFixture.fx(() -> menuBar(appFixture).getMenus()
                    .stream()
                    .flatMap(FormsTest::inside)
                    .filter(RadioMenuItem.class::isInstance)
                    .map(RadioMenuItem.class::cast)
                    .toList());
            assertThat(choices).hasSizeGreaterThan(15);
            assertThat(choices).as("JavaFX takes the mark from one that is in no group")
                    .allMatch(item -> item.getToggleGroup() != null);
            for (var choice : choices.stream().filter(RadioMenuItem::isSelected).toList()) {
                appFixture.fx(() -> {
                    MenuCommand.of(menuBar(appFixture), PlatformMenuShortcuts.on("Linux"))
                            .stream()
                            .filter(menuCommand -> menuCommand.item() == choice)
                            .forEach(MenuCommand::run);
                    return true;
                });
                assertThat(appFixture.fx(choice::isSelected)).as(choice.getText()).isTrue();
            }
        }
    }

    @Test
    void each_command_has_an_id_of_its_own() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            var ids = appFixture.fx(() -> MenuCommand.of(menuBar(appFixture), PlatformMenuShortcuts.on("Linux"))
                    .stream()
                    .map(MenuCommand::id)
                    .toList());
            assertThat(ids).hasSizeGreaterThan(60).doesNotHaveDuplicates().doesNotContain("");
        }
    }

    @Test
    void in_chinese_a_command_is_found_by_its_pinyin() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            speak(appFixture, WindowAppearance.Language.CHINESE);
            press(appFixture, KeyCode.SHORTCUT, KeyCode.K);
            appFixture.hands().write("qqrz");
            appFixture.until("the request log is found",
                    () -> !finds(appFixture).isEmpty() && finds(appFixture).getFirst().name().equals("请求日志…"));
        }
    }

    @Test
    void escape_closes_the_palette_and_the_focus_is_where_it_was() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                return true;
            });
            press(appFixture, KeyCode.SHORTCUT, KeyCode.K);
            press(appFixture, KeyCode.TAB);
            assertThat(focus(appFixture)).isSameAs(appFixture.find("#sought"));
            press(appFixture, KeyCode.ESCAPE);
            assertThat(appFixture.find("#sought")).isNull();
            assertThat(focus(appFixture)).isSameAs(appFixture.table());
        }
    }

    @Test
    void a_title_of_the_menus_that_the_mouse_has_crossed_takes_no_keys() throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                appFixture.table().getSelectionModel().select(3);
                return true;
            });
            appFixture.hands().moveTo("#fileMenu").moveTo("#editMenu").moveTo("#table");
            press(appFixture, KeyCode.DOWN);
            assertThat(appFixture.fx(() -> appFixture.table().getSelectionModel().getSelectedIndex())).isEqualTo(4);
            assertThat(appFixture.fx(() -> menuBar(appFixture).getMenus().stream().noneMatch(Menu::isShowing)))
                    .isTrue();
        }
    }

    @Test
    void escape_closes_the_palette_first_then_stops_the_reading_then_clears_the_filter() throws Exception {
        var cloud = TestCloud.start(AppFixture.still(3_000));
        cloud.script(Fault.pass(), new Fault.Stall());
        try (var appFixture = AppFixture.open(cloud, TemporaryFolder.create("desk"), WindowAppearance.Theme.LIGHT)) {
            appFixture.until("the first page is on screen", () -> appFixture.table().getItems().size() == 1_000);
            appFixture.type("a");
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                return true;
            });
            press(appFixture, KeyCode.SHORTCUT, KeyCode.K);
            press(appFixture, KeyCode.ESCAPE);
            assertThat(appFixture.find("#sought")).isNull();
            assertThat(appFixture.fx(() -> appFixture.appComposition.observableTickedConnectionPools()
                    .allConnectionsStatus()
                    .isLoading())).isTrue();
            appFixture.fx(() -> {
                menuBar(appFixture).getMenus().getFirst().show();
                return true;
            });
            appFixture.settle();
            press(appFixture, KeyCode.ESCAPE);
            assertThat(appFixture.fx(() -> menuBar(appFixture).getMenus().getFirst().isShowing())).isFalse();
            assertThat(appFixture.fx(() -> appFixture.appComposition.observableTickedConnectionPools()
                    .allConnectionsStatus()
                    .isLoading())).isTrue();
            press(appFixture, KeyCode.ESCAPE);
            appFixture.until("the reading is stopped",
                    () -> !appFixture.appComposition.observableTickedConnectionPools()
                            .allConnectionsStatus()
                            .isLoading());
            assertThat(filter(appFixture)).isEqualTo("a");
            press(appFixture, KeyCode.ESCAPE);
            assertThat(filter(appFixture)).isEmpty();
            press(appFixture, KeyCode.ESCAPE);
            assertThat(appFixture.fx(() -> appFixture.appComposition.stage().isShowing())).isTrue();
        }
    }

    @Test
    void a_letter_in_the_table_begins_a_filter_with_that_letter_and_goes_on_with_the_next() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                return true;
            });
            appFixture.hands().write("tra");
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).isEqualTo("tra");
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                return true;
            });
            appFixture.hands().write("/");
            assertThat(focus(appFixture)).isSameAs(appFixture.filterField());
            assertThat(filter(appFixture)).isEqualTo("tra");
            appFixture.hands().write("/");
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).as("the key that leads here").isEmpty();
            appFixture.hands().write("a/?");
            assertThat(appFixture.fx(() -> appFixture.filterField().getText())).as("in a field they are letters")
                    .isEqualTo("a/?");
        }
    }

    @Test
    void keys_go_round_the_areas_and_enter_goes_to_the_details() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            assertThat(focus(appFixture)).isSameAs(appFixture.filterField());
            press(appFixture, KeyCode.F6);
            assertThat(focus(appFixture)).isSameAs(appFixture.table());
            assertThat(selected(appFixture)).as("a row to begin with")
                    .containsExactly(appFixture.shown().getFirst().key());
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().currentColumnProperty().get()))
                    .contains(PoolField.NAME);
            press(appFixture, KeyCode.ALT, KeyCode.DOWN);
            assertThat(selected(appFixture)).containsExactly(appFixture.shown().get(1).key());
            press(appFixture, KeyCode.F7);
            press(appFixture, KeyCode.ENTER);
            assertThat(isInside(focus(appFixture), ".details")).isTrue();
            assertThat(focus(appFixture).getStyleClass()).contains("line");
            press(appFixture, KeyCode.ESCAPE);
            assertThat(focus(appFixture)).isSameAs(appFixture.table());
            press(appFixture, KeyCode.ENTER);
            press(appFixture, KeyCode.ALT, KeyCode.DOWN);
            assertThat(appFixture.text("#detail-cluster_id")).isEqualTo(appFixture.shown().get(2).key());
            press(appFixture, KeyCode.ALT, KeyCode.UP);
            assertThat(appFixture.text("#detail-cluster_id")).isEqualTo(appFixture.shown().get(1).key());
            press(appFixture, KeyCode.F6);
            assertThat(isInside(focus(appFixture), ".sidebar")).isTrue();
            press(appFixture, KeyCode.F6);
            assertThat(focus(appFixture)).isSameAs(appFixture.find(".status-bar"));
            press(appFixture, KeyCode.F6);
            assertThat(focus(appFixture)).isSameAs(appFixture.filterField());
            for (int i = 0; i < 3; i++)
                press(appFixture, KeyCode.SHIFT, KeyCode.F6);
            assertThat(isInside(focus(appFixture), ".details")).isTrue();
        }
    }

    /// Without details the table is the last of the panes.
    @Test
    void while_the_details_are_hidden_escape_in_the_table_clears_the_filter_and_f6_goes_on_to_the_sidebar()
            throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            appFixture.type("status:running ");
            press(appFixture, KeyCode.F7);
            appFixture.until("they are hidden", () -> appFixture.find(".details") == null);
            press(appFixture, KeyCode.F6);
            assertThat(focus(appFixture)).isSameAs(appFixture.table());
            press(appFixture, KeyCode.F6);
            assertThat(isInside(focus(appFixture), ".sidebar")).isTrue();
            press(appFixture, KeyCode.SHIFT, KeyCode.F6);
            assertThat(focus(appFixture)).isSameAs(appFixture.table());
            press(appFixture, KeyCode.ESCAPE);
            appFixture.until("all are shown", () -> appFixture.table().getItems().size() == 20);
        }
    }

    @Test
    void the_next_problem_is_the_next_pool_that_does_not_run_or_has_nodes_that_can_not_be_used() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            var problems = appFixture.shown()
                    .stream()
                    .filter(pool -> pool.status().kind() != PoolStatus.Kind.RUNNING
                            || pool.poolNodeGroups().unavailable() instanceof FieldValue.Number(var nodes)
                                    && nodes.signum() > 0)
                    .map(pool -> pool.key())
                    .toList();
            var walked = new ArrayList<String>();
            for (int i = 0; i <= problems.size(); i++) {
                press(appFixture, KeyCode.F4);
                walked.addAll(selected(appFixture));
            }
            assertThat(walked.subList(0, problems.size())).isEqualTo(problems);
            assertThat(walked.getLast()).as("after the last comes the first").isEqualTo(problems.getFirst());
            press(appFixture, KeyCode.SHIFT, KeyCode.F4);
            assertThat(selected(appFixture)).containsExactly(problems.getLast());
        }
    }

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Language.class, names = {"ENGLISH", "CHINESE"})
    void the_sheet_has_every_key_that_is_bound_and_every_key_of_the_sheet_is_bound(WindowAppearance.Language language)
            throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            speak(appFixture, language);
            press(appFixture, KeyCode.F1);
            var onSheet = appFixture.fx(() -> new TreeSet<>(appFixture.find(".shortcuts")
                    .lookupAll(".key")
                    .stream()
                    .map(cap -> ((Label) cap).getText())
                    .toList()));
            press(appFixture, KeyCode.ESCAPE);
            assertThat(appFixture.find(".shortcuts")).isNull();
            var platformMenuShortcuts = PlatformMenuShortcuts.on(System.getProperty("os.name"));
            var bound = appFixture.fx(() -> new TreeSet<>(appFixture.appComposition.stage()
                    .getScene()
                    .getAccelerators()
                    .keySet()
                    .stream()
                    .map(platformMenuShortcuts::display)
                    .toList()));
            bound.removeIf(key -> key.matches("(Ctrl|Alt)\\+[1-9]"));
            onSheet.removeAll(Set.of("Ctrl+1 … 9", "Alt+1 … 9"));
            var fixed = Stream.of(ShortcutWithoutMenuItem.values()).flatMap(key -> key.keys().stream()).toList();
            assertThat(bound).as("F10 is bound by the menu bar itself").contains("F10");
            fixed.stream().filter(key -> !bound.contains(key)).forEach(onSheet::remove);
            assertThat(onSheet).isEqualTo(bound);
        }
    }

    /// As most keyboards write a plus.
    @Test
    void the_key_beside_0_zooms_in_with_and_without_shift() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            press(appFixture, KeyCode.SHORTCUT, KeyCode.EQUALS);
            appFixture.until("it is 110 %", () -> zoom(appFixture) == 110);
            press(appFixture, KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.EQUALS);
            appFixture.until("it is more", () -> zoom(appFixture) > 110);
        }
    }

    private static int zoom(AppFixture appFixture) {
        return appFixture.appComposition.settings().settings().windowAppearance().zoomPercent();
    }

    /// Nothing opened it on Linux: JavaFX leaves the key to the system, which does not ask for a menu there.
    @Test
    void shift_F10_opens_the_menu_of_the_row() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                appFixture.table().getSelectionModel().clearAndSelect(2);
                return true;
            });
            press(appFixture, KeyCode.SHIFT, KeyCode.F10);
            appFixture.until("it is open", () -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
            press(appFixture, KeyCode.ESCAPE);
            appFixture.until("it is closed",
                    () -> Window.getWindows().stream().noneMatch(ContextMenu.class::isInstance));
        }
    }

    /// The first press only left the field, and each one scrolled by a line.
    @ParameterizedTest
    @ValueSource(strings = {"#shortcutSearch", "#fieldSearch"})
    void page_down_scrolls_a_reference_by_nearly_a_page_while_the_search_keeps_the_focus(String search)
            throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            EveryForm.choose(appFixture, search.equals("#fieldSearch") ? "fieldsItem" : "shortcutsItem");
            appFixture.until("it is open",
                    () -> appFixture.find(search) != null && appFixture.find(search).isFocused());
            var pane = appFixture.fx(() -> (ScrollPane) appFixture.find(search).getParent().lookup(".scroll-pane"));
            double page = appFixture.fx(() -> pane.getViewportBounds().getHeight());
            press(appFixture, KeyCode.PAGE_DOWN);
            assertThat(scrolled(appFixture, pane)).isBetween(page / 2, page);
            assertThat(appFixture.fx(() -> appFixture.find(search).isFocused())).isTrue();
            press(appFixture, KeyCode.PAGE_UP);
            assertThat(scrolled(appFixture, pane)).isZero();
        }
    }

    private static double scrolled(AppFixture appFixture, ScrollPane pane) {
        return appFixture.fx(() -> pane.getVvalue()
                * (pane.getContent().getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight()));
    }

    /// It went on into as much empty space again.
    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Language.class, names = {"ENGLISH", "CHINESE"})
    void the_sheet_scrolls_to_its_last_line_and_no_further(WindowAppearance.Language language) throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            speak(appFixture, language);
            press(appFixture, KeyCode.F1);
            appFixture.settle();
            double end = appFixture.fx(() -> appFixture.find(".shortcut-columns")
                    .lookupAll(".shortcut-line")
                    .stream()
                    .mapToDouble(line -> line.localToScene(line.getLayoutBounds()).getMaxY())
                    .max()
                    .orElseThrow());
            double edge = appFixture.fx(() -> {
                var columns = appFixture.find(".shortcut-columns");
                return columns.localToScene(columns.getLayoutBounds()).getMaxY();
            });
            assertThat(edge).isBetween(end, end + 40);
        }
    }

    @Test
    void a_question_mark_and_its_keys_open_the_sheet() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                return true;
            });
            appFixture.hands().write("?");
            assertThat(appFixture.find(".shortcuts")).isNotNull();
            press(appFixture, KeyCode.ESCAPE);
            press(appFixture, KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.SLASH);
            assertThat(appFixture.find(".shortcuts")).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Windows 11", "Mac OS X"})
    void no_two_commands_share_a_key_and_none_takes_what_input_methods_need(String system) throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            var platformMenuShortcuts = PlatformMenuShortcuts.on(system);
            var commands = appFixture.fx(() -> MenuCommand.of(menuBar(appFixture), platformMenuShortcuts));
            var seen = new HashSet<KeyCombination>();
            for (var menuCommand : commands)
                for (var key : menuCommand.keys()) {
                    assertThat(seen.add(key)).as(menuCommand.name() + " " + key).isTrue();
                    assertThat(NEVER.stream().map(KeyCombination::valueOf)).as(menuCommand.name()).doesNotContain(key);
                    if (!platformMenuShortcuts.mac())
                        assertThat(key.getName()).as("AltGr")
                                .doesNotMatch("(Ctrl|Shortcut)\\+Alt\\+.*|.*Alt\\+(Ctrl|Shortcut).*");
                }
            assertThat(seen).as("items that are made in code")
                    .containsAll((platformMenuShortcuts.mac()
                            ? Stream.of("Shortcut+Alt+1", "Shortcut+Alt+G", "Shortcut+Alt+C")
                            : Stream.of("Alt+1", "Shortcut+G", "Alt+Shift+C")).map(KeyCombination::valueOf).toList());
            assertThat(new ShortcutSheet(commands, platformMenuShortcuts).groups()).hasSizeGreaterThan(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"Linux, 1", "Windows 11, 1", "Mac OS X, 2"})
    void the_keys_are_those_that_operators_of_the_system_know(String system, int column) throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            var platformMenuShortcuts = PlatformMenuShortcuts.on(system);
            var sheet = new ShortcutSheet(
                    appFixture.fx(() -> MenuCommand.of(menuBar(appFixture), platformMenuShortcuts)),
                    platformMenuShortcuts).groups()
                    .stream()
                    .flatMap(group -> group.lines().stream())
                    .collect(Collectors.toMap(ShortcutSheet.Line::name, line -> String.join(", ", line.keys())));
            var expected = EXPECTED.lines()
                    .map(line -> line.split("\\|"))
                    .collect(Collectors.toMap(line -> line[0].strip(), line -> line[column].strip()));
            assertThat(sheet).containsAllEntriesOf(expected);
        }
    }

    @Test
    void redo_has_a_second_key() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.type("a");
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                return true;
            });
            press(appFixture, KeyCode.SHORTCUT, KeyCode.Z);
            assertThat(filter(appFixture)).isEmpty();
            press(appFixture, KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
            assertThat(filter(appFixture)).isEqualTo("a");
        }
    }

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Language.class, names = {"ENGLISH", "CHINESE"})
    void every_menu_has_a_letter_of_its_own_and_a_disabled_item_says_why(WindowAppearance.Language language)
            throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            speak(appFixture, language);
            var letters = appFixture.fx(() -> menuBar(appFixture).getMenus()
                    .stream()
                    .map(MenuItem::getText)
                    .map(text -> text.substring(text.indexOf('_') + 1).substring(0, 1))
                    .toList());
            assertThat(letters).doesNotHaveDuplicates().containsExactly("F", "E", "V", "G", "T", "H");
            var impossible = appFixture.fx(() -> MenuCommand.of(menuBar(appFixture), PlatformMenuShortcuts.on("Linux"))
                    .stream()
                    .filter(menuCommand -> !menuCommand.isPossible())
                    .map(MenuCommand::name)
                    .toList());
            assertThat(impossible).isNotEmpty().allMatch(name -> name.matches(".*(\\(.+\\)|（.+）)"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Language.class, names = {"ENGLISH", "CHINESE"})
    void tab_reaches_every_control_in_the_order_of_the_areas_and_each_has_a_name(WindowAppearance.Language language)
            throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            speak(appFixture, language);
            appFixture.fx(() -> {
                appFixture.table().getSelectionModel().select(3);
                appFixture.filterField().requestFocus();
                return true;
            });
            appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().setText("a");
                return true;
            });
            appFixture.settle();
            Set<Node> walked = new LinkedHashSet<>();
            var nameless = new ArrayList<String>();
            while (walked.add(focus(appFixture))) {
                var now = focus(appFixture);
                if (appFixture.fx(() -> nameOf(now)).isBlank()) nameless.add(now.toString());
                // A text area keeps Tab for itself unless it is asked for politely.
                if (now instanceof javafx.scene.control.TextArea) press(appFixture, KeyCode.CONTROL, KeyCode.TAB);
                else
                    press(appFixture, KeyCode.TAB);
            }
            assertThat(nameless).isEmpty();
            var all = appFixture.fx(() -> controls(appFixture.appComposition.stage().getScene().getRoot()));
            assertThat(walked).containsAll(all);
            var order = List.copyOf(walked);
            assertThat(order.indexOf(appFixture.table())).isPositive();
            var details = order.stream().filter(node -> isInside(node, ".details")).findFirst().orElseThrow();
            assertThat(order.indexOf(details)).isGreaterThan(order.indexOf(appFixture.table()));
        }
    }

    @ParameterizedTest
    @CsvSource({"#viewButtons, RIGHT, LEFT", ".statuses, DOWN, UP", ".strip .figures, RIGHT, LEFT"})
    void the_buttons_of_a_row_are_one_stop_of_tab_and_the_arrow_keys_move_between_them(String group, KeyCode on,
            KeyCode back) throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(1600);
                return true;
            });
            appFixture.settle();
            var buttons = appFixture.fx(() -> appFixture.find(group)
                    .lookupAll("*")
                    .stream()
                    .filter(node -> node instanceof ButtonBase && NodeAndParents.of(node).allMatch(Node::isVisible))
                    .toList());
            assertThat(buttons).hasSizeGreaterThan(3);
            assertThat(buttons).filteredOn(Node::isFocusTraversable).containsExactly(buttons.getFirst());
            appFixture.fx(() -> {
                buttons.getFirst().requestFocus();
                return true;
            });
            press(appFixture, on);
            press(appFixture, on);
            assertThat(focus(appFixture)).isSameAs(buttons.get(2));
            press(appFixture, back);
            assertThat(focus(appFixture)).isSameAs(buttons.get(1));
            press(appFixture, KeyCode.END);
            press(appFixture, on);
            assertThat(focus(appFixture)).isSameAs(buttons.getLast());
            press(appFixture, KeyCode.HOME);
            assertThat(focus(appFixture)).isSameAs(buttons.getFirst());
            appFixture.hands().clickOn(buttons.get(2));
            assertThat(focus(appFixture)).isSameAs(buttons.get(2));
            press(appFixture, KeyCode.TAB);
            assertThat(buttons).doesNotContain(focus(appFixture));
            press(appFixture, KeyCode.SHIFT, KeyCode.TAB);
            assertThat(focus(appFixture)).as("where it was").isSameAs(buttons.get(2));
        }
    }

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Language.class, names = {"ENGLISH", "CHINESE"})
    void no_two_items_of_a_menu_share_a_letter(WindowAppearance.Language language) throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            speak(appFixture, language);
            assertThat(appFixture.fx(() -> sharing(menuBar(appFixture).getMenus()))).isEmpty();
        }
    }

    /// The items of one menu that have the same letter, and those of the menus in it.
    private static List<List<String>> sharing(List<? extends MenuItem> items) {
        var byLetter = items.stream()
                .filter(item -> item.getText() != null && item.isMnemonicParsing())
                .filter(item -> item.getText().matches(".*_\\p{Alnum}.*"))
                .collect(Collectors.groupingBy(
                        item -> item.getText().replaceFirst(".*?_(\\p{Alnum}).*", "$1").toUpperCase(Locale.ROOT),
                        Collectors.mapping(MenuItem::getText, Collectors.toList())));
        var found = new ArrayList<>(byLetter.values().stream().filter(texts -> texts.size() > 1).toList());
        for (var item : items)
            if (item instanceof Menu menu) found.addAll(sharing(menu.getItems()));
        return found;
    }

    private static String filter(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.appComposition.pools().filter().text());
    }

    private static List<Node> controls(Node node) {
        if (!node.isVisible() || node.isDisabled()) return List.of();
        var found = new ArrayList<Node>();
        if (node.isFocusTraversable()) found.add(node);
        if (node instanceof javafx.scene.Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(controls(child)));
        return found;
    }

    private static String nameOf(Node node) {
        if (!AccessibleName.getText(node).isEmpty()) return AccessibleName.getText(node);
        if (node instanceof Labeled labeled && labeled.getText() != null) return labeled.getText();
        return node instanceof TextInputControl field && field.getPromptText() != null ? field.getPromptText() : "";
    }

    private static boolean isInside(Node node, String styleClass) {
        for (Node at = node; at != null; at = at.getParent())
            if (at.getStyleClass().contains(styleClass.substring(1))) return true;
        return false;
    }

    private static MenuBar menuBar(AppFixture appFixture) {
        return (MenuBar) appFixture.find("#menuBar");
    }

    @SuppressWarnings("unchecked")
    private static ListView<PaletteEntry> list(AppFixture appFixture) {
        return (ListView<PaletteEntry>) appFixture.find("#finds");
    }

    static List<PaletteEntry> finds(AppFixture appFixture) {
        return List.copyOf(list(appFixture).getItems());
    }

    private static Node focus(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.appComposition.stage().getScene().getFocusOwner());
    }

    private static List<String> selected(AppFixture appFixture) {
        return appFixture
                .fx(() -> appFixture.appComposition.pools().selectedPools().stream().map(pool -> pool.key()).toList());
    }

    private static void press(AppFixture appFixture, KeyCode... keys) {
        appFixture.hands().push(keys);
        appFixture.settle();
    }

    static void speak(AppFixture appFixture, WindowAppearance.Language language) {
        appFixture.fx(() -> {
            appFixture.appComposition.settings()
                    .part(poolscope.settings.Settings::windowAppearance,
                            poolscope.settings.Settings::withWindowAppearance)
                    .set(appFixture.appComposition.settings().settings().windowAppearance().withLanguage(language));
            return true;
        });
        appFixture.settle();
    }
}
