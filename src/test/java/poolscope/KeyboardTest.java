package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.event.Event;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Labeled;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.demo.DemoCloud;
import poolscope.demo.Fault;
import poolscope.pool.Grouping;
import poolscope.pool.PoolStatus;
import poolscope.pool.Value;
import poolscope.settings.Look;
import poolscope.ui.commands.Command;
import poolscope.ui.commands.FixedKey;
import poolscope.ui.commands.Keys;
import poolscope.ui.commands.PaletteEntry;
import poolscope.ui.commands.ShortcutSheet;

/// The window by keyboard alone.
class KeyboardTest {
    /// What input methods, AltGr and macOS need for themselves (C1).
    private static final List<String> NEVER = List.of("Ctrl+Space", "Shortcut+Space", "Shift+Space", "Ctrl+Shift+F",
            "Shortcut+Shift+F", "Ctrl+Period", "Shortcut+Period", "Ctrl+Shift+U", "Shortcut+Shift+U", "Meta+H", "Meta+M",
            "Meta+Tab",
            "Meta+Space");

    /// What operators know from the system and from their other tools (C1): the command, its keys, its keys on macOS.
    private static final String EXPECTED = """
            Find pools                  | Ctrl+F                | ⌘F
            Undo filter or grouping     | Ctrl+Z                | ⌘Z
            Redo filter or grouping     | Ctrl+Y, Ctrl+Shift+Z  | ⇧⌘Z
            Limit to this cell’s value  | Ctrl+L                | ⌘L
            Leave out this cell’s value | Ctrl+Shift+L          | ⇧⌘L
            Problems only               | F8                    | F8, ⌥⌘P
            Refresh                     | F5, Ctrl+R            | ⌘R
            Refresh failed connections  | Shift+F5              | ⇧⌘R
            Show all connections        | Ctrl+Shift+A          | ⇧⌘A
            Views                       | Alt+1 … 9             | ⌥⌘1 … 9
            Group by ▸ Next grouping    | Ctrl+G                | ⌥⌘G
            Fit finder                  | Ctrl+J                | ⌘J
            Details                     | F7                    | ⌘I
            Views ▸ Save the view       | Ctrl+D                | ⌘D
            Next row                    | Alt+↓                 | ⌥↓
            Previous row                | Alt+↑                 | ⌥↑
            Compare: pin this pool      | Ctrl+Shift+D          | ⇧⌘D
            Copy rows                   | Ctrl+C, Ctrl+Insert   | ⌘C
            Copy as ▸ With header       | Ctrl+Shift+C          | ⇧⌘C
            Copy as ▸ This cell in full | Alt+Shift+C           | ⌥⌘C
            Select all pools shown      | Ctrl+A                | ⌘A
            Export …                    | Ctrl+E                | ⌘E
            Command palette …           | Ctrl+K                | ⌘K
            Keyboard shortcuts          | F1, Ctrl+Shift+/      | ⇧⌘/
            Full screen                 | F11                   | ⌃⌘F
            Quit                        | Ctrl+Q, Ctrl+W        | ⌘Q, ⌘W
            """;

    @ParameterizedTest
    @EnumSource(value = Look.Language.class, names = {"ENGLISH", "CHINESE"})
    void the_palette_jumps_to_a_pool_by_its_name(Look.Language language) throws Exception {
        try (var desk = Desk.open(240)) {
            speak(desk, language);
            var pool = desk.shown().get(200);
            var name = pool.identity().name().asText("");
            press(desk, KeyCode.SHORTCUT, KeyCode.K);
            desk.hands().write(name);
            desk.until("it is found", () -> finds(desk).stream().anyMatch(find -> find.beside().contains(pool.key())));
            while (!desk.fx(() -> list(desk).getSelectionModel().getSelectedItem().beside().contains(pool.key())))
                press(desk, KeyCode.DOWN);
            press(desk, KeyCode.ENTER);
            assertThat(selected(desk)).containsExactly(pool.key());
            assertThat(desk.text("#detail-cluster_id")).isEqualTo(pool.key());
            assertThat(focus(desk)).isSameAs(desk.table());
        }
    }

    @Test
    void a_pool_that_the_filter_hides_is_jumped_to_without_the_filter() throws Exception {
        try (var desk = Desk.open(60)) {
            var pool = desk.shown().get(50);
            desk.type("nothingiscalledlikethis");
            desk.until("all are hidden", () -> desk.table().getItems().isEmpty());
            press(desk, KeyCode.SHORTCUT, KeyCode.K);
            desk.hands().write(pool.key());
            desk.until("it is found", () -> finds(desk).size() == 1);
            press(desk, KeyCode.ENTER);
            desk.until("it is selected", () -> selected(desk).equals(List.of(pool.key())));
            assertThat(desk.shown()).hasSize(60);
        }
    }

    @Test
    void the_palette_does_what_a_menu_does_and_remembers_it() throws Exception {
        try (var desk = Desk.open(5)) {
            press(desk, KeyCode.SHORTCUT, KeyCode.K);
            desk.hands().write("dark");
            desk.until("it is found", () -> !finds(desk).isEmpty() && finds(desk).getFirst().name().equals("Dark"));
            press(desk, KeyCode.ENTER);
            assertThat(desk.program.settings().settings().look().theme()).isEqualTo(Look.Theme.DARK);
            press(desk, KeyCode.SHORTCUT, KeyCode.K);
            desk.until("it comes first", () -> !finds(desk).isEmpty() && finds(desk).getFirst().name().equals("Dark"));
            press(desk, KeyCode.ESCAPE);
        }
    }

    @Test
    void keys_belong_to_a_form_while_it_is_open_and_to_the_table_again_when_it_is_closed() throws Exception {
        try (var desk = Desk.open(5)) {
            desk.type("train");
            desk.fx(() -> {
                desk.table().requestFocus();
                return true;
            });
            press(desk, KeyCode.SHORTCUT, KeyCode.E);
            desk.until("the form is open", () -> desk.find("#exportForm") != null);
            press(desk, KeyCode.ESCAPE);
            desk.until("the form is closed", () -> desk.find("#exportForm") == null);
            assertThat(desk.fx(desk.program.pools().filter()::text)).isEqualTo("train");
            assertThat(desk.fx(() -> desk.table().isFocused())).isTrue();
        }
    }

    @Test
    void what_was_chosen_in_the_palette_comes_first_after_a_restart_in_another_language(@TempDir Path folder) throws Exception {
        try (var desk = Desk.open(DemoCloud.start(Desk.still(5)), folder, Look.Theme.LIGHT).untilRead()) {
            for (var name : List.of("Sidebar", "Dark")) {
                press(desk, KeyCode.SHORTCUT, KeyCode.K);
                desk.hands().write(name.toLowerCase(Locale.ROOT));
                desk.until("it is found", () -> !finds(desk).isEmpty() && finds(desk).getFirst().name().equals(name));
                press(desk, KeyCode.ENTER);
            }
            speak(desk, Look.Language.CHINESE);
        }
        try (var desk = Desk.open(DemoCloud.start(Desk.still(5)), folder, Look.Theme.LIGHT).untilRead()) {
            press(desk, KeyCode.SHORTCUT, KeyCode.K);
            desk.until("they come first", () -> finds(desk).size() > 2
                    && finds(desk).stream().limit(2).map(PaletteEntry::name).toList().equals(List.of("深色", "侧边栏")));
        }
    }

    @Test
    void an_input_method_composes_into_the_filter_from_the_first_letter_while_the_table_has_the_focus() throws Exception {
        try (var desk = Desk.open(30)) {
            desk.type("a");
            desk.fx(() -> {
                desk.table().requestFocus();
                return true;
            });
            assertThat(desk.fx(() -> desk.table().getInputMethodRequests())).as("without them no input method is asked")
                    .isNotNull();
            for (var composed : List.of("x", "xu", "xunlian")) {
                compose(desk, composed, "");
                assertThat(desk.fx(() -> desk.table().isFocused())).as("the composition goes on").isTrue();
                assertThat(desk.fx(() -> desk.filterField().getText())).isEqualTo(composed);
                assertThat(filter(desk)).as("not asked for yet").isEqualTo("a");
            }
            compose(desk, "", "训练");
            assertThat(filter(desk)).isEqualTo("a 训练");
            assertThat(focus(desk)).isSameAs(desk.filterField());
        }
    }

    @Test
    void what_an_input_method_writes_at_once_is_a_letter_or_a_key() throws Exception {
        try (var desk = Desk.open(30)) {
            for (var written : List.of("？", "训")) {
                desk.fx(() -> {
                    desk.table().requestFocus();
                    return true;
                });
                compose(desk, "", written);
                if (written.equals("？")) {
                    assertThat(desk.find(".shortcuts")).isNotNull();
                    press(desk, KeyCode.ESCAPE);
                } else
                    assertThat(filter(desk)).isEqualTo("训");
            }
        }
    }

    /// As an input method does, to whatever has the focus.
    private static void compose(Desk desk, String composed, String committed) {
        desk.fx(() -> {
            var runs = composed.isEmpty()
                    ? List.<InputMethodTextRun>of()
                    : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
            focusOwner(desk).fireEvent(new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed,
                    composed.length()));
            return true;
        });
        desk.settle();
    }

    private static Node focusOwner(Desk desk) {
        return desk.program.stage().getScene().getFocusOwner();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#field", "#table"})
    void a_letter_in_an_open_menu_chooses_in_it_and_is_not_typed_behind_it(String focused) throws Exception {
        try (var desk = Desk.open(5)) {
            desk.fx(() -> {
                desk.find(focused).requestFocus();
                return true;
            });
            desk.hands().clickOn("#helpMenu");
            desk.until("the menu is open", () -> menuBar(desk).getMenus().getLast().isShowing());
            var letter = desk.fx(() -> menuBar(desk).getMenus().getLast().getItems().stream()
                    .filter(item -> "aboutItem".equals(item.getId())).findFirst().orElseThrow().getText()
                    .replaceFirst(".*_(.).*", "$1"));
            press(desk, KeyCode.getKeyCode(letter.toUpperCase(Locale.ROOT)));
            desk.until("it is chosen", () -> desk.find(".about") != null);
            assertThat(desk.fx(() -> menuBar(desk).getMenus().getLast().isShowing())).isFalse();
            press(desk, KeyCode.ESCAPE);
            assertThat(filter(desk)).isEmpty();
        }
    }

    @Test
    void a_command_is_remembered_wherever_it_stands() throws Exception {
        try (var desk = Desk.open(5)) {
            var before = desk.fx(() -> Command.of(menuBar(desk), Keys.on("Linux")).stream().map(Command::id).toList());
            var after = desk.fx(() -> {
                for (var menu : menuBar(desk).getMenus()) {
                    var item = new MenuItem("new");
                    item.setId("new-in-" + menu.getText());
                    menu.getItems().addFirst(item);
                }
                return Command.of(menuBar(desk), Keys.on("Linux")).stream().map(Command::id).toList();
            });
            assertThat(after).containsAll(before).hasSize(before.size() + 6);
        }
    }

    @Test
    void the_palette_chooses_nothing_that_can_not_be_done() throws Exception {
        try (var desk = Desk.open(5)) {
            press(desk, KeyCode.SHORTCUT, KeyCode.K);
            desk.hands().write("undo");
            desk.until("only what can't be done is found",
                    () -> !finds(desk).isEmpty() && finds(desk).getFirst().name().startsWith("Undo"));
            var entries = finds(desk);
            assertThat(entries.getFirst().possible()).isFalse();
            assertThat(desk.fx(() -> list(desk).getSelectionModel().getSelectedIndices()))
                    .allMatch(at -> entries.get(at).possible());
            desk.fx(() -> {
                ((TextInputControl) desk.find("#sought")).clear();
                return true;
            });
            desk.until("all is found", () -> finds(desk).size() > 20);
            for (int i = 0; i < 20; i++) {
                press(desk, KeyCode.DOWN);
                assertThat(desk.fx(() -> list(desk).getSelectionModel().getSelectedItem().possible())).isTrue();
            }
        }
    }

    @Test
    void a_pool_in_a_folded_group_is_jumped_to_with_the_filter_as_it_is() throws Exception {
        try (var desk = Desk.open(60)) {
            var pool = desk.shown().get(50);
            desk.type("status:" + pool.status().word());
            desk.fx(() -> {
                desk.program.pools().groups().groupBy(Grouping.STATUS);
                desk.program.pools().groups().foldAll(true);
                return true;
            });
            desk.until("heads alone are shown", () -> desk.table().getItems().size() == 1);
            press(desk, KeyCode.SHORTCUT, KeyCode.K);
            desk.hands().write(pool.key());
            desk.until("it is found", () -> finds(desk).size() == 1);
            press(desk, KeyCode.ENTER);
            desk.until("it is selected", () -> selected(desk).equals(List.of(pool.key())));
            assertThat(filter(desk)).isEqualTo("status:" + pool.status().word());
        }
    }

    @Test
    void a_second_click_on_a_choice_leaves_its_mark() throws Exception {
        try (var desk = Desk.open(5)) {
            desk.fx(() -> {
                menuBar(desk).getMenus().stream().flatMap(FormsTest::inside).filter(Menu.class::isInstance).map(Menu.class::cast)
                        .filter(menu -> menu.getOnShowing() != null)
                        .forEach(menu -> menu.getOnShowing().handle(new Event(Menu.ON_SHOWING)));
                return true;
            });
            var choices = desk.fx(() -> menuBar(desk).getMenus().stream().flatMap(FormsTest::inside)
                    .filter(RadioMenuItem.class::isInstance).map(RadioMenuItem.class::cast).toList());
            assertThat(choices).hasSizeGreaterThan(15);
            assertThat(choices).as("JavaFX takes the mark from one that is in no group")
                    .allMatch(item -> item.getToggleGroup() != null);
            for (var choice : choices.stream().filter(RadioMenuItem::isSelected).toList()) {
                desk.fx(() -> {
                    Command.of(menuBar(desk), Keys.on("Linux")).stream().filter(command -> command.item() == choice)
                            .forEach(Command::run);
                    return true;
                });
                assertThat(desk.fx(choice::isSelected)).as(choice.getText()).isTrue();
            }
        }
    }

    @Test
    void each_command_has_an_id_of_its_own() throws Exception {
        try (var desk = Desk.open(5)) {
            var ids = desk.fx(() -> Command.of(menuBar(desk), Keys.on("Linux")).stream().map(Command::id).toList());
            assertThat(ids).hasSizeGreaterThan(60).doesNotHaveDuplicates().doesNotContain("");
        }
    }

    @Test
    void in_chinese_a_command_is_found_by_its_pinyin() throws Exception {
        try (var desk = Desk.open(5)) {
            speak(desk, Look.Language.CHINESE);
            press(desk, KeyCode.SHORTCUT, KeyCode.K);
            desk.hands().write("qqrz");
            desk.until("the request log is found", () -> !finds(desk).isEmpty() && finds(desk).getFirst().name().equals("请求日志…"));
        }
    }

    @Test
    void escape_closes_the_palette_and_the_focus_is_where_it_was() throws Exception {
        try (var desk = Desk.open(5)) {
            desk.fx(() -> {
                desk.table().requestFocus();
                return true;
            });
            press(desk, KeyCode.SHORTCUT, KeyCode.K);
            press(desk, KeyCode.TAB);
            assertThat(focus(desk)).isSameAs(desk.find("#sought"));
            press(desk, KeyCode.ESCAPE);
            assertThat(desk.find("#sought")).isNull();
            assertThat(focus(desk)).isSameAs(desk.table());
        }
    }

    @Test
    void a_title_of_the_menus_that_the_mouse_has_crossed_takes_no_keys() throws Exception {
        try (var desk = Desk.open(30)) {
            desk.fx(() -> {
                desk.table().requestFocus();
                desk.table().getSelectionModel().select(3);
                return true;
            });
            desk.hands().moveTo("#fileMenu").moveTo("#editMenu").moveTo("#table");
            press(desk, KeyCode.DOWN);
            assertThat(desk.fx(() -> desk.table().getSelectionModel().getSelectedIndex())).isEqualTo(4);
            assertThat(desk.fx(() -> menuBar(desk).getMenus().stream().noneMatch(Menu::isShowing))).isTrue();
        }
    }

    @Test
    void escape_closes_the_palette_first_then_stops_the_reading_then_clears_the_filter() throws Exception {
        var cloud = DemoCloud.start(Desk.still(3_000));
        cloud.script(Fault.pass(), new Fault.Stall());
        try (var desk = Desk.open(cloud, java.nio.file.Files.createTempDirectory("desk"), Look.Theme.LIGHT)) {
            desk.until("the first page is on screen", () -> desk.table().getItems().size() == 1_000);
            desk.type("a");
            desk.fx(() -> {
                desk.table().requestFocus();
                return true;
            });
            press(desk, KeyCode.SHORTCUT, KeyCode.K);
            press(desk, KeyCode.ESCAPE);
            assertThat(desk.find("#sought")).isNull();
            assertThat(desk.fx(() -> desk.program.fleet().ledger().isLoading())).isTrue();
            desk.fx(() -> {
                menuBar(desk).getMenus().getFirst().show();
                return true;
            });
            desk.settle();
            press(desk, KeyCode.ESCAPE);
            assertThat(desk.fx(() -> menuBar(desk).getMenus().getFirst().isShowing())).isFalse();
            assertThat(desk.fx(() -> desk.program.fleet().ledger().isLoading())).isTrue();
            press(desk, KeyCode.ESCAPE);
            desk.until("the reading is stopped", () -> !desk.program.fleet().ledger().isLoading());
            assertThat(filter(desk)).isEqualTo("a");
            press(desk, KeyCode.ESCAPE);
            assertThat(filter(desk)).isEmpty();
            press(desk, KeyCode.ESCAPE);
            assertThat(desk.fx(() -> desk.program.stage().isShowing())).isTrue();
        }
    }

    @Test
    void a_letter_in_the_table_begins_a_filter_with_that_letter_and_goes_on_with_the_next() throws Exception {
        try (var desk = Desk.open(240)) {
            desk.fx(() -> {
                desk.table().requestFocus();
                return true;
            });
            desk.hands().write("tra");
            assertThat(desk.fx(() -> desk.filterField().getText())).isEqualTo("tra");
            desk.fx(() -> {
                desk.table().requestFocus();
                return true;
            });
            desk.hands().write("/");
            assertThat(focus(desk)).isSameAs(desk.filterField());
            assertThat(filter(desk)).isEqualTo("tra");
            desk.hands().write("/?");
            assertThat(desk.fx(() -> desk.filterField().getText())).as("in a field they are letters").isEqualTo("/?");
        }
    }

    @Test
    void keys_go_round_the_areas_and_enter_goes_to_the_details() throws Exception {
        try (var desk = Desk.open(20)) {
            assertThat(focus(desk)).isSameAs(desk.filterField());
            press(desk, KeyCode.F6);
            assertThat(focus(desk)).isSameAs(desk.table());
            press(desk, KeyCode.ALT, KeyCode.DOWN);
            press(desk, KeyCode.ALT, KeyCode.DOWN);
            assertThat(selected(desk)).containsExactly(desk.shown().get(1).key());
            press(desk, KeyCode.F7);
            press(desk, KeyCode.ENTER);
            assertThat(isInside(focus(desk), ".details")).isTrue();
            press(desk, KeyCode.ALT, KeyCode.DOWN);
            assertThat(desk.text("#detail-cluster_id")).isEqualTo(desk.shown().get(2).key());
            press(desk, KeyCode.ALT, KeyCode.UP);
            assertThat(desk.text("#detail-cluster_id")).isEqualTo(desk.shown().get(1).key());
            press(desk, KeyCode.F6);
            assertThat(focus(desk)).isSameAs(desk.filterField());
            press(desk, KeyCode.SHIFT, KeyCode.F6);
            assertThat(isInside(focus(desk), ".details")).isTrue();
        }
    }

    @Test
    void the_next_problem_is_the_next_pool_that_does_not_run_or_has_nodes_that_can_not_be_used() throws Exception {
        try (var desk = Desk.open(240)) {
            var problems = desk.shown().stream().filter(pool -> pool.status().kind() != PoolStatus.Kind.RUNNING
                    || pool.nodes().unavailable() instanceof Value.Number(var nodes) && nodes.signum() > 0)
                    .map(pool -> pool.key()).toList();
            var walked = new ArrayList<String>();
            for (int i = 0; i <= problems.size(); i++) {
                press(desk, KeyCode.F4);
                walked.addAll(selected(desk));
            }
            assertThat(walked.subList(0, problems.size())).isEqualTo(problems);
            assertThat(walked.getLast()).as("after the last comes the first").isEqualTo(problems.getFirst());
            press(desk, KeyCode.SHIFT, KeyCode.F4);
            assertThat(selected(desk)).containsExactly(problems.getLast());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Look.Language.class, names = {"ENGLISH", "CHINESE"})
    void the_sheet_has_every_key_that_is_bound_and_every_key_of_the_sheet_is_bound(Look.Language language) throws Exception {
        try (var desk = Desk.open(5)) {
            speak(desk, language);
            press(desk, KeyCode.F1);
            var onSheet = desk.fx(() -> new TreeSet<>(desk.find(".shortcuts").lookupAll(".key").stream()
                    .map(cap -> ((Label) cap).getText()).toList()));
            press(desk, KeyCode.ESCAPE);
            assertThat(desk.find(".shortcuts")).isNull();
            var keys = Keys.on(System.getProperty("os.name"));
            var bound = desk.fx(() -> new TreeSet<>(
                    desk.program.stage().getScene().getAccelerators().keySet().stream().map(keys::say).toList()));
            bound.removeIf(key -> key.matches("(Ctrl|Alt)\\+[1-9]"));
            onSheet.removeAll(Set.of("Ctrl+1 … 9", "Alt+1 … 9"));
            var fixed = Stream.of(FixedKey.values()).flatMap(key -> key.keys().stream()).toList();
            assertThat(bound).as("F10 is bound by the menu bar itself").contains("F10");
            fixed.stream().filter(key -> !bound.contains(key)).forEach(onSheet::remove);
            assertThat(onSheet).isEqualTo(bound);
        }
    }

    @Test
    void a_question_mark_and_its_keys_open_the_sheet() throws Exception {
        try (var desk = Desk.open(5)) {
            desk.fx(() -> {
                desk.table().requestFocus();
                return true;
            });
            desk.hands().write("?");
            assertThat(desk.find(".shortcuts")).isNotNull();
            press(desk, KeyCode.ESCAPE);
            press(desk, KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.SLASH);
            assertThat(desk.find(".shortcuts")).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Windows 11", "Mac OS X"})
    void no_two_commands_share_a_key_and_none_takes_what_input_methods_need(String system) throws Exception {
        try (var desk = Desk.open(5)) {
            var keys = Keys.on(system);
            var commands = desk.fx(() -> Command.of(menuBar(desk), keys));
            var seen = new HashSet<KeyCombination>();
            for (var command : commands)
                for (var key : command.keys()) {
                    assertThat(seen.add(key)).as(command.name() + " " + key).isTrue();
                    assertThat(NEVER.stream().map(KeyCombination::valueOf)).as(command.name()).doesNotContain(key);
                    if (!keys.mac())
                        assertThat(key.getName()).as("AltGr")
                                .doesNotMatch("(Ctrl|Shortcut)\\+Alt\\+.*|.*Alt\\+(Ctrl|Shortcut).*");
                }
            assertThat(seen).as("items that are made in code")
                    .containsAll((keys.mac()
                            ? Stream.of("Shortcut+Alt+1", "Shortcut+Alt+G", "Shortcut+Alt+C")
                            : Stream.of("Alt+1", "Shortcut+G", "Alt+Shift+C")).map(KeyCombination::valueOf).toList());
            assertThat(new ShortcutSheet(commands, keys).groups()).hasSizeGreaterThan(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"Linux, 1", "Windows 11, 1", "Mac OS X, 2"})
    void the_keys_are_those_that_operators_of_the_system_know(String system, int column) throws Exception {
        try (var desk = Desk.open(5)) {
            var keys = Keys.on(system);
            var sheet = new ShortcutSheet(desk.fx(() -> Command.of(menuBar(desk), keys)), keys).groups().stream()
                    .flatMap(group -> group.lines().stream())
                    .collect(Collectors.toMap(ShortcutSheet.Line::name, line -> String.join(", ", line.keys())));
            var expected = EXPECTED.lines().map(line -> line.split("\\|"))
                    .collect(Collectors.toMap(line -> line[0].strip(), line -> line[column].strip()));
            assertThat(sheet).containsAllEntriesOf(expected);
        }
    }

    @Test
    void redo_has_a_second_key() throws Exception {
        try (var desk = Desk.open(5)) {
            desk.type("a");
            desk.fx(() -> {
                desk.table().requestFocus();
                return true;
            });
            press(desk, KeyCode.SHORTCUT, KeyCode.Z);
            assertThat(filter(desk)).isEmpty();
            press(desk, KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
            assertThat(filter(desk)).isEqualTo("a");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Look.Language.class, names = {"ENGLISH", "CHINESE"})
    void every_menu_has_a_letter_of_its_own_and_a_disabled_item_says_why(Look.Language language) throws Exception {
        try (var desk = Desk.open(5)) {
            speak(desk, language);
            var letters = desk.fx(() -> menuBar(desk).getMenus().stream().map(MenuItem::getText)
                    .map(text -> text.substring(text.indexOf('_') + 1).substring(0, 1)).toList());
            assertThat(letters).doesNotHaveDuplicates().containsExactly("F", "E", "V", "G", "T", "H");
            var impossible = desk.fx(() -> Command.of(menuBar(desk), Keys.on("Linux")).stream()
                    .filter(command -> !command.isPossible()).map(Command::name).toList());
            assertThat(impossible).isNotEmpty().allMatch(name -> name.matches(".*(\\(.+\\)|（.+）)"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Look.Language.class, names = {"ENGLISH", "CHINESE"})
    void tab_reaches_every_control_in_the_order_of_the_areas_and_each_has_a_name(Look.Language language) throws Exception {
        try (var desk = Desk.open(20)) {
            speak(desk, language);
            desk.fx(() -> {
                desk.table().getSelectionModel().select(3);
                desk.filterField().requestFocus();
                return true;
            });
            desk.fx(() -> {
                desk.program.pools().filter().setText("a");
                return true;
            });
            desk.settle();
            Set<Node> walked = new LinkedHashSet<>();
            var nameless = new ArrayList<String>();
            while (walked.add(focus(desk))) {
                var now = focus(desk);
                if (desk.fx(() -> nameOf(now)).isBlank()) nameless.add(now.toString());
                // A text area keeps Tab for itself unless it is asked for politely.
                if (now instanceof javafx.scene.control.TextArea) press(desk, KeyCode.CONTROL, KeyCode.TAB);
                else
                    press(desk, KeyCode.TAB);
            }
            assertThat(nameless).isEmpty();
            var all = desk.fx(() -> controls(desk.program.stage().getScene().getRoot()));
            assertThat(walked).containsAll(all);
            var order = List.copyOf(walked);
            assertThat(order.indexOf(desk.table())).isPositive();
            var details = order.stream().filter(node -> isInside(node, ".details")).findFirst().orElseThrow();
            assertThat(order.indexOf(details)).isGreaterThan(order.indexOf(desk.table()));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Look.Language.class, names = {"ENGLISH", "CHINESE"})
    void no_two_items_of_a_menu_share_a_letter(Look.Language language) throws Exception {
        try (var desk = Desk.open(5)) {
            speak(desk, language);
            assertThat(desk.fx(() -> sharing(menuBar(desk).getMenus()))).isEmpty();
        }
    }

    /// The items of one menu that have the same letter, and those of the menus in it.
    private static List<List<String>> sharing(List<? extends MenuItem> items) {
        var byLetter = items.stream().filter(item -> item.getText() != null && item.isMnemonicParsing())
                .filter(item -> item.getText().matches(".*_\\p{Alnum}.*"))
                .collect(Collectors.groupingBy(
                        item -> item.getText().replaceFirst(".*?_(\\p{Alnum}).*", "$1").toUpperCase(Locale.ROOT),
                        Collectors.mapping(MenuItem::getText, Collectors.toList())));
        var found = new ArrayList<>(byLetter.values().stream().filter(texts -> texts.size() > 1).toList());
        for (var item : items)
            if (item instanceof Menu menu) found.addAll(sharing(menu.getItems()));
        return found;
    }

    private static String filter(Desk desk) {
        return desk.fx(() -> desk.program.pools().filter().text());
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
        if (node.getAccessibleText() != null) return node.getAccessibleText();
        if (node instanceof Labeled labeled && labeled.getText() != null) return labeled.getText();
        return node instanceof TextInputControl field && field.getPromptText() != null ? field.getPromptText() : "";
    }

    private static boolean isInside(Node node, String styleClass) {
        for (Node at = node; at != null; at = at.getParent())
            if (at.getStyleClass().contains(styleClass.substring(1))) return true;
        return false;
    }

    private static MenuBar menuBar(Desk desk) {
        return (MenuBar) desk.find("#menuBar");
    }

    @SuppressWarnings("unchecked")
    private static ListView<PaletteEntry> list(Desk desk) {
        return (ListView<PaletteEntry>) desk.find("#finds");
    }

    private static List<PaletteEntry> finds(Desk desk) {
        return List.copyOf(list(desk).getItems());
    }

    private static Node focus(Desk desk) {
        return desk.fx(() -> desk.program.stage().getScene().getFocusOwner());
    }

    private static List<String> selected(Desk desk) {
        return desk.fx(() -> desk.program.pools().selectedPools().stream().map(pool -> pool.key()).toList());
    }

    private static void press(Desk desk, KeyCode... keys) {
        desk.hands().push(keys);
        desk.settle();
    }

    private static void speak(Desk desk, Look.Language language) {
        desk.fx(() -> {
            desk.program.settings().part(poolscope.settings.Settings::look, poolscope.settings.Settings::withLook)
                    .set(desk.program.settings().settings().look().withLanguage(language));
            return true;
        });
        desk.settle();
    }
}
