package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;
import poolscope.ui.commands.MenuCommand;
import poolscope.ui.commands.PaletteCommands;
import poolscope.ui.commands.PaletteEntry;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.text.Texts;

/// The palette in the window: synonyms, owners, and how its lines are drawn.
class PaletteWindowTest {
    private static final String SYNONYMS = "palette.synonyms.";

    @Test
    void every_line_of_synonyms_belongs_to_a_command() throws Exception {
        var ids = Texts.of(Locale.ENGLISH)
                .bundle()
                .keySet()
                .stream()
                .filter(key -> key.startsWith(SYNONYMS))
                .map(key -> key.substring(SYNONYMS.length()))
                .toList();
        try (var appFixture = AppFixture.open(5)) {
            var commands = appFixture
                    .fx(() -> MenuCommand.of((MenuBar) appFixture.find("#menuBar"), PlatformMenuShortcuts.on("Linux"))
                            .stream()
                            .map(MenuCommand::id)
                            .toList());
            assertThat(ids).hasSizeGreaterThan(50)
                    .allSatisfy(id -> assertThat(commands)
                            .anyMatch(command -> command.equals(id) || command.startsWith(id + "-")));
        }
    }

    @Test
    void both_languages_have_the_same_synonyms() {
        ResourceBundle english = Texts.of(Locale.ENGLISH).bundle();
        ResourceBundle chinese = Texts.of(Locale.SIMPLIFIED_CHINESE).bundle();
        assertThat(english.keySet()).filteredOn(key -> key.startsWith(SYNONYMS))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(chinese.getString(key)).isEqualTo(english.getString(key)));
    }

    /// What is typed, and the command that is to be the first one found.
    private static final Map<WindowAppearance.Language, String> QUESTIONS = Map.of(WindowAppearance.Language.ENGLISH,
            """
                    which specification has most unavailable nodes | chartsItem
                    plot                          | chartsItem
                    统计图                         | chartsItem
                    who owns this pool            | group-owner
                    关于                           | aboutItem
                    night                         | themeDark
                    sign in                       | newConnectionItem
                    token                         | newConnectionItem
                    npu                           | use-built-in-free_accelerators
                    ticket                        | copy-TICKET
                    why can't I connect           | newConnectionItem
                    what does this field mean     | fieldsItem
                    what changed since this morning? | changeLogItem
                    compare with a snapshot file  | baseSnapshotFile
                    """, WindowAppearance.Language.CHINESE, """
                    哪个规格不可用节点最多           | chartsItem
                    tubiao                        | chartsItem
                    chart                         | chartsItem
                    谁是这个资源池的负责人           | group-owner
                    shuide                        | group-owner
                    about                         | aboutItem
                    charts                        | chartsItem
                    shenmeyisi                    | fieldsItem
                    fangdexia                     | fitItem
                    gongdan                       | copy-TICKET
                    hanyi                         | fieldMeaningItem
                    haisheng                      | cardsItem
                    令牌                           | newConnectionItem
                    dark                          | themeDark
                    """);

    /// Guides and colleagues name commands in the other language too.
    @Test
    void every_command_is_found_by_its_name_in_either_language() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            var english = entries(appFixture, WindowAppearance.Language.ENGLISH);
            var chinese = entries(appFixture, WindowAppearance.Language.CHINESE);
            assertThat(english).hasSizeGreaterThan(120).hasSameSizeAs(chinese);
            var missing = new ArrayList<String>();
            for (var id : english.keySet()) {
                var inEnglish = english.get(id);
                var inChinese = chinese.get(id);
                if (!names(inChinese).contains(nameOf(inEnglish))) missing.add(nameOf(inEnglish) + " " + id);
                if (!names(inEnglish).contains(nameOf(inChinese))) missing.add(nameOf(inChinese) + " " + id);
            }
            assertThat(missing).isEmpty();
        }
    }

    /// The head of a table that is copied has the same Chinese name, and *Family* as its English one.
    @Test
    void a_column_is_not_found_by_a_translation_of_another_text_of_the_same_name() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            var chinese = entries(appFixture, WindowAppearance.Language.CHINESE);
            assertThat(chinese.get("command show-accelerator").synonyms()).contains("Accelerator type")
                    .doesNotContain("Family");
        }
    }

    /// Without the reason why it is disabled.
    private static String nameOf(PaletteEntry entry) {
        return withoutBrackets(entry.name());
    }

    private static String withoutBrackets(String name) {
        return name.replaceAll(" ?[(（][^()（）]*[)）]$", "").toLowerCase(Locale.ROOT);
    }

    private static List<String> names(PaletteEntry entry) {
        return Stream.concat(Stream.of(entry.name()), entry.synonyms().stream())
                .map(PaletteWindowTest::withoutBrackets)
                .toList();
    }

    private static Map<String, PaletteEntry> entries(AppFixture appFixture, WindowAppearance.Language language) {
        use(appFixture, language, 100);
        return appFixture.fx(() -> {
            var keys = PlatformMenuShortcuts.on("Linux");
            var commands = MenuCommand.of((MenuBar) appFixture.find("#menuBar"), keys);
            return new PaletteCommands(commands, keys, Texts.of(language)).entries()
                    .stream()
                    .collect(
                            Collectors.toMap(PaletteEntry::id, Function.identity(), (first, _) -> first, TreeMap::new));
        });
    }

    /// Beside the column of that name.
    @ParameterizedTest
    @CsvSource({"ENGLISH,family", "CHINESE,family", "CHINESE,kaxing", "CHINESE,卡型"})
    void the_grouping_by_card_type_is_among_the_first_three(WindowAppearance.Language language, String typed)
            throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            show(appFixture, language, 100);
            type(appFixture, typed);
            appFixture.until("it is found",
                    () -> finds(appFixture).stream()
                            .limit(3)
                            .anyMatch(found -> found.id().equals("command group-accelerator")));
        }
    }

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Language.class, names = {"ENGLISH", "CHINESE"})
    void a_question_finds_the_command_that_answers_it(WindowAppearance.Language language) throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            show(appFixture, language, 100);
            for (var line : QUESTIONS.get(language).lines().toList()) {
                var parts = line.split(" *\\| *");
                type(appFixture, parts[0]);
                appFixture.until(line, () -> !finds(appFixture).isEmpty()
                        && finds(appFixture).getFirst().id().equals("command " + parts[1]));
            }
        }
    }

    @Test
    void an_owner_is_found_and_shows_all_pools_of_the_owner_whatever_was_filtered_before() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            var owner = appFixture.shown().getFirst().poolNamesAndOwner().owner().asText("");
            long pools = appFixture.shown()
                    .stream()
                    .filter(pool -> pool.poolNamesAndOwner().owner().asText("").equals(owner))
                    .count();
            appFixture.type("nothingiscalledlikethis");
            appFixture.until("all are hidden", () -> appFixture.table().getItems().isEmpty());
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.K);
            appFixture.hands().write(owner);
            appFixture.until("the owner is first",
                    () -> !finds(appFixture).isEmpty() && finds(appFixture).getFirst().id().equals("owner " + owner));
            assertThat(finds(appFixture)).filteredOn(entry -> entry.id().startsWith("pool "))
                    .as("the owner's pools are found too")
                    .hasSize((int) pools);
            appFixture.hands().push(KeyCode.ENTER);
            appFixture.until("they are shown", () -> appFixture.shown().size() == pools);
            assertThat(appFixture.shown()).allMatch(pool -> pool.poolNamesAndOwner().owner().asText("").equals(owner));
        }
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, allocatable, allocatable_gpus", "CHINESE, 可使用, allocatable_gpus",
            "ENGLISH, largest free block, largest_free_block"})
    void a_field_is_found_and_opens_the_reference_with_that_field_alone(WindowAppearance.Language language,
            String typed, String id) throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            show(appFixture, language, 100);
            type(appFixture, typed);
            appFixture.until("the field is found",
                    () -> finds(appFixture).stream().anyMatch(entry -> entry.id().equals("field " + id)));
            appFixture.fx(() -> {
                var list = (ListView<?>) appFixture.find("#finds");
                int at = finds(appFixture).stream().map(PaletteEntry::id).toList().indexOf("field " + id);
                list.getSelectionModel().clearAndSelect(at);
                return true;
            });
            appFixture.hands().push(KeyCode.ENTER);
            appFixture.until("the reference is open", () -> appFixture.find(".field-entry.marked") != null);
            assertThat(appFixture.fx(() -> ((TextField) appFixture.find("#fieldSearch")).getText())).isEqualTo(id);
        }
    }

    @Test
    void beside_what_a_command_turns_on_and_off_stands_which_of_both_it_does() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            show(appFixture, WindowAppearance.Language.ENGLISH, 100);
            type(appFixture, "sidebar");
            appFixture.until("it is on", () -> firstLine(appFixture, 1).equals("View · turn off"));
            appFixture.hands().push(KeyCode.ENTER).push(KeyCode.SHORTCUT, KeyCode.K);
            appFixture.until("the palette is open", () -> appFixture.find("#finds") != null);
            type(appFixture, "sidebar");
            appFixture.until("it is off", () -> firstLine(appFixture, 1).equals("View · turn on"));
        }
    }

    @Test
    void a_pool_is_found_by_its_name_with_its_owner_and_by_a_part_of_its_ID_which_is_shown_then() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            var pool = appFixture.shown().getFirst();
            var owner = pool.poolNamesAndOwner().owner().asText("");
            show(appFixture, WindowAppearance.Language.ENGLISH, 100);
            type(appFixture, pool.poolNamesAndOwner().name().asText(""));
            appFixture.until("its owner is beside it", () -> firstLine(appFixture, 1).equals("Demo cloud ▸ " + owner));
            var part = pool.key().substring(3, 15);
            type(appFixture, part);
            appFixture.until("its ID is beside it",
                    () -> firstLine(appFixture, 1).endsWith(" ▸ " + pool.key().replace(part, "[" + part + "]")));
        }
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, takes jobs", "ENGLISH, 可接收作业", "CHINESE, takes jobs"})
    void a_column_of_the_list_of_nodes_is_found_and_opens_the_reference_there(WindowAppearance.Language language,
            String typed) throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            show(appFixture, language, 100);
            type(appFixture, typed);
            appFixture.until("it is first", () -> !finds(appFixture).isEmpty()
                    && finds(appFixture).getFirst().id().equals("column node.takesJobs"));
            appFixture.hands().push(KeyCode.ENTER);
            appFixture.until("the reference is open", () -> appFixture.find(".reference-entry.marked") != null);
        }
    }

    @Test
    void the_letters_that_were_found_are_marked_and_the_synonym_is_shown() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            show(appFixture, WindowAppearance.Language.ENGLISH, 100);
            appFixture.hands().write("plot");
            appFixture.until("charts are found", () -> lineText(appFixture).startsWith("Charts  [plot]"));
            type(appFixture, "cha rt");
            appFixture.until("the letters of the name are marked", () -> lineText(appFixture).startsWith("[Chart]s"));
        }
    }

    @ParameterizedTest(name = "{0} at {1} %, {2} × {3}")
    @CsvSource({"ENGLISH, 100, 1280, 800", "CHINESE, 100, 1024, 640", "ENGLISH, 150, 1024, 640",
            "CHINESE, 150, 1024, 640"})
    void neither_names_nor_menus_nor_keys_are_cut(WindowAppearance.Language language, int zoom, double width,
            double height) throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(width);
                appFixture.appComposition.stage().setHeight(height);
                return true;
            });
            show(appFixture, language, zoom);
            for (var typed : List.of("", "copy", "8", "s")) {
                var before = finds(appFixture);
                type(appFixture, typed);
                appFixture.until("it is found", () -> typed.isEmpty() || !finds(appFixture).equals(before));
                // lines are laid out a picture after they were filled
                appFixture.within(Duration.ofSeconds(5), () -> cut(appFixture).isEmpty());
                assertThat(appFixture.fx(() -> cut(appFixture))).as(typed).isEmpty();
            }
        }
    }

    /// The texts that reach over the edge of their column or line.
    private static List<String> cut(AppFixture appFixture) {
        return appFixture.find("#finds")
                .lookupAll(".palette-line")
                .stream()
                // cells in reserve keep their last line, and are not laid out
                .filter(line -> line.isVisible() && line.getParent() != null && line.getParent().isVisible())
                .flatMap(line -> ((Parent) line).getChildrenUnmodifiable().stream())
                .map(Region.class::cast)
                .filter(column -> column.getHeight() + 0.5 < column.prefHeight(column.getWidth())
                        || !(column instanceof TextFlow) && column.getWidth() + 0.5 < column.prefWidth(-1)
                        || overhangs(column))
                .map(PaletteWindowTest::textOf)
                .toList();
    }

    private static boolean overhangs(Region column) {
        return column.getChildrenUnmodifiable()
                .stream()
                .filter(Node::isManaged)
                .anyMatch(part -> part.getBoundsInParent().getMaxX() > column.getWidth() + 1);
    }

    /// The name of the first line as it is drawn, what is marked in brackets.
    private static String lineText(AppFixture appFixture) {
        return firstLine(appFixture, 0);
    }

    private static String firstLine(AppFixture appFixture, int column) {
        return appFixture.fx(() -> appFixture.find("#finds")
                .lookupAll(".list-cell")
                .stream()
                .map(ListCell.class::cast)
                .filter(cell -> cell.isVisible() && cell.getIndex() == 0 && cell.getGraphic() != null)
                .map(cell -> textOf((Region) ((Parent) cell.getGraphic()).getChildrenUnmodifiable().get(column)))
                .findFirst()
                .orElse(""));
    }

    private static String textOf(Region column) {
        return column.getChildrenUnmodifiable()
                .stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .map(text -> {
                    var shown = text.getText();
                    return text.getStyleClass().contains("found") ? "[" + shown + "]" : shown;
                })
                .collect(Collectors.joining());
    }

    private static void type(AppFixture appFixture, String text) {
        appFixture.fx(() -> {
            ((TextField) appFixture.find("#sought")).setText(text);
            return true;
        });
    }

    private static List<PaletteEntry> finds(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.find("#finds") instanceof ListView<?> list
                ? list.getItems().stream().map(PaletteEntry.class::cast).toList()
                : List.of());
    }

    private static void show(AppFixture appFixture, WindowAppearance.Language language, int zoom) {
        use(appFixture, language, zoom);
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.K);
        appFixture.until("the palette is open", () -> appFixture.find("#finds") != null);
    }

    private static void use(AppFixture appFixture, WindowAppearance.Language language, int zoom) {
        appFixture.untilRead();
        appFixture.fx(() -> {
            var windowAppearance = appFixture.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            windowAppearance.set(windowAppearance.get().withZoomPercent(zoom).withLanguage(language));
            return true;
        });
        appFixture.settle();
    }
}
