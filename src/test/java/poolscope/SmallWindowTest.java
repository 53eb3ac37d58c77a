package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.Selector;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;
import poolscope.ui.SheetsTest;
import poolscope.ui.parts.TextWidth;

/// A window of 980 × 640, a little less than the smallest laptops show: nothing on any screen is cut, lies outside of
/// the window or can't be scrolled to. Cells and the line of sums may end in an ellipsis, and so may what is long
/// without end and stands whole in its tooltip.
class SmallWindowTest {
    private static final double WIDTH = 980;
    private static final double HEIGHT = 640;
    /// The names of bars (they say at their end what tells them apart), ids with a button that copies them, the sum of
    /// what is selected, the text of a long term of a filter.
    private static final List<String> MAY_BE_CUT = List.of(".chart-bar .name", ".details .line .value", "#selected",
            ".chip .term");
    private static List<Selector> leftOut = List.of();

    @BeforeAll
    static void readTheme() throws Exception {
        leftOut = SheetsTest.leftOut();
    }

    @ParameterizedTest(name = "{0} at {1} %")
    @CsvSource({"ENGLISH, 150", "CHINESE, 150", "ENGLISH, 100"})
    void nothing_is_cut_or_out_of_reach(WindowAppearance.Language language, int zoom) throws Exception {
        var faults = new ArrayList<String>();
        try (var appFixture = AppFixture.open(240)) {
            small(appFixture, language, zoom);
            look(appFixture, "list", faults);
            select(appFixture);
            look(appFixture, "details", faults);
            menu(appFixture, "#charts");
            look(appFixture, "charts", faults);
            menu(appFixture, "#charts");
            filter(appFixture, "status:running gpu>=4 owner:nobody");
            look(appFixture, "nothing matches", faults);
            filter(appFixture, "");
            key(appFixture, KeyCode.J, "#fitNodes");
            look(appFixture, "fit", faults);
            appFixture.hands().push(KeyCode.ESCAPE);
            over(appFixture, KeyCode.E, "#exportForm", "export", faults);
            over(appFixture, KeyCode.D, "#viewForm", "view", faults);
            over(appFixture, KeyCode.N, "#connectionForm", "connection", faults);
            key(appFixture, KeyCode.K, "#finds");
            look(appFixture, "palette", faults);
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.hands().push(KeyCode.F1);
            appFixture.until("the sheet is open", () -> appFixture.find(".shortcuts") != null);
            look(appFixture, "keys", faults);
            appFixture.hands().push(KeyCode.ESCAPE);
            for (int fromEnd : List.of(1, 4)) {
                help(appFixture, fromEnd);
                look(appFixture, "help " + fromEnd, faults);
                appFixture.hands().push(KeyCode.ESCAPE);
            }
            appFixture.cloud.failAll(Fault.forbidden());
            appFixture.fx(() -> {
                appFixture.appComposition.observableTickedConnectionPools().refresh();
                return true;
            });
            appFixture.until("it failed", () -> appFixture.find("#sourcesStatus").isVisible());
            look(appFixture, "failure", faults);
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest(name = "{0} at {1} %")
    @CsvSource({"ENGLISH, 150", "CHINESE, 150"})
    void forms_over_the_window_have_room(WindowAppearance.Language language, int zoom) throws Exception {
        var faults = new ArrayList<String>();
        try (var appFixture = AppFixture.open(240)) {
            small(appFixture, language, zoom);
            for (var item : List.of("changeLogItem", "trendsItem", "watchRulesItem", "handOverItem", "settingsItem",
                    "requestsItem")) {
                appFixture.fx(() -> {
                    var menus = (javafx.scene.control.MenuBar) appFixture.find("#menuBar");
                    menus.getMenus()
                            .stream()
                            .flatMap(menu -> menu.getItems().stream())
                            .filter(one -> item.equals(one.getId()))
                            .findFirst()
                            .orElseThrow()
                            .fire();
                    return true;
                });
                appFixture.until(item + " has opened", () -> appFixture.find(".form-layer .form") != null);
                look(appFixture, item, faults);
                appFixture.hands().push(KeyCode.ESCAPE);
                appFixture.until(item + " has closed", () -> appFixture.find(".form-layer .form") == null);
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest(name = "{0} at {1} %")
    @CsvSource({"ENGLISH, 150", "CHINESE, 150"})
    void the_question_before_typed_values_are_discarded_has_room(WindowAppearance.Language language, int zoom)
            throws Exception {
        var faults = new ArrayList<String>();
        try (var appFixture = AppFixture.open(3)) {
            small(appFixture, language, zoom);
            key(appFixture, KeyCode.N, "#connectionForm");
            ask(appFixture, ".form #name", faults);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.W);
            appFixture.until("the form is open", () -> appFixture.find(".form #ruleName") != null);
            ask(appFixture, ".form #ruleName", faults);
        }
        assertThat(faults).isEmpty();
    }

    /// By Esc, which asks; the button discards.
    private static void ask(AppFixture appFixture, String field, List<String> faults) {
        appFixture.fx(() -> {
            ((TextField) appFixture.find(field)).setText("typed");
            return true;
        });
        appFixture.hands().push(KeyCode.ESCAPE);
        appFixture.until("it asks", () -> appFixture.find(".form #notSaved").isVisible());
        look(appFixture, field, faults);
        appFixture.click(".form .form-buttons .danger");
        appFixture.until("the form is closed", () -> appFixture.find(field) == null);
    }

    @ParameterizedTest(name = "{0} at {1} %")
    @CsvSource({"ENGLISH, 150", "CHINESE, 150"})
    void why_there_are_no_rows_is_written_in_full(WindowAppearance.Language language, int zoom) throws Exception {
        var faults = new ArrayList<String>();
        try (var appFixture = AppFixture.open(0)) {
            small(appFixture, language, zoom);
            look(appFixture, "no pools", faults);
        }
        var cloud = TestCloud.start(AppFixture.still(10));
        cloud.failAll(Fault.tokenExpired());
        try (var appFixture = AppFixture.open(cloud, TemporaryFolder.create("desk"), WindowAppearance.Theme.LIGHT)) {
            appFixture.until("it failed", () -> appFixture.find("#emptyStateAction").isVisible());
            small(appFixture, language, zoom);
            look(appFixture, "token rejected", faults);
        }
        assertThat(faults).isEmpty();
    }

    /// Details below the table shrink with it: they used to keep their height.
    @ParameterizedTest(name = "{0} × {1} at {2} %")
    @CsvSource({"980, 640, 150", "1280, 800, 150", "980, 640, 100"})
    void rows_stay_in_sight_below_the_bar_of_moments(double width, double height, int zoom) throws Exception {
        var clock = new MovableClock();
        try (var appFixture = TrendsWindowTest.watched(clock, 3)) {
            sized(appFixture, width, height, WindowAppearance.Language.ENGLISH, zoom);
            select(appFixture);
            appFixture.settle();
            appFixture.hands().push(KeyCode.ALT, KeyCode.LEFT);
            appFixture.until("an earlier moment is shown",
                    () -> appFixture.find("#moments") != null && appFixture.find("#moments").isVisible());
            appFixture.settle();
            assertThat(rowsInSight(appFixture, "#table")).isGreaterThanOrEqualTo(2);
        }
    }

    /// The list of nodes took all the height from the pools.
    @ParameterizedTest(name = "{0} × {1} at {2} %")
    @CsvSource({"1280, 800, 150", "1024, 640, 100"})
    void rows_of_pools_and_of_nodes_are_in_sight_together(double width, double height, int zoom) throws Exception {
        try (var appFixture = V2DetailsFixture.open()) {
            sized(appFixture, width, height, WindowAppearance.Language.ENGLISH, zoom);
            V2DetailsFixture.select(appFixture, "aurora");
            V2DetailsFixture.choose(appFixture, "NODES");
            V2DetailsFixture.untilJobsAreKnown(appFixture);
            appFixture.settle();
            assertThat(rowsInSight(appFixture, "#table")).isPositive();
            assertThat(rowsInSight(appFixture, "#nodeTable")).isPositive();
        }
    }

    @Test
    void the_message_of_an_event_is_seen_whole_with_large_text() throws Exception {
        try (var appFixture = V2DetailsFixture.open()) {
            sized(appFixture, 1_280, 800, WindowAppearance.Language.ENGLISH, 150);
            V2DetailsFixture.select(appFixture, "aurora");
            V2DetailsFixture.choose(appFixture, "EVENTS");
            appFixture.until("the events are there", () -> rowsInSight(appFixture, "#eventTable") > 0);
            appFixture.fx(() -> {
                ((TableView<?>) appFixture.find("#eventTable")).getSelectionModel().select(0);
                return true;
            });
            var message = (Label) appFixture.find("#eventMessage");
            appFixture.until("nothing of it is cut",
                    () -> !isCut(message) && message.localToScene(message.getLayoutBounds())
                            .getMaxY() <= appFixture.find(".status-bar").localToScene(0, 0).getY());
            assertThat(rowsInSight(appFixture, "#eventTable")).isPositive();
        }
    }

    /// The kinds of nodes and the summary left one.
    @Test
    void beside_the_pools_some_rows_of_nodes_are_in_sight_with_large_text() throws Exception {
        try (var appFixture = V2DetailsFixture.open()) {
            sized(appFixture, 1_280, 800, WindowAppearance.Language.ENGLISH, 125);
            V2DetailsFixture.select(appFixture, "aurora");
            V2DetailsFixture.choose(appFixture, "NODES");
            V2DetailsFixture.untilJobsAreKnown(appFixture);
            appFixture.until("four rows are seen", () -> rowsInSight(appFixture, "#nodeTable") >= 4);
            assertThat(appFixture.text("#contentsSummary"))
                    .matches("\\d+ nodes\\. Ascend 910: room for \\d+ jobs? of 8, .* of 1; at most .*usable.*");
            var field = (TextField) appFixture.find("#contentsSought");
            assertThat(appFixture.fx(() -> TextWidth.of(field.getPromptText(), field.getFont()))).as("the prompt")
                    .isLessThan(appFixture
                            .fx(() -> field.getWidth() - field.snappedLeftInset() - field.snappedRightInset()));
        }
    }

    /// The details went below the table with the least height of details beside it, and covered all rows.
    @ParameterizedTest
    @ValueSource(strings = {"110 125 150", "150"})
    void rows_stay_in_sight_when_the_zoom_puts_an_open_list_of_jobs_below_the_table(String steps) throws Exception {
        try (var appFixture = V2DetailsFixture.open()) {
            sized(appFixture, 1_280, 800, WindowAppearance.Language.ENGLISH, 100);
            V2DetailsFixture.select(appFixture, "aurora");
            V2DetailsFixture.choose(appFixture, "JOBS");
            appFixture.until("jobs are there", () -> rowsInSight(appFixture, "#jobTable") > 0);
            menu(appFixture, "#charts");
            for (var zoom : steps.split(" "))
                sized(appFixture, 1_280, 800, WindowAppearance.Language.ENGLISH, Integer.parseInt(zoom));
            assertThat(rowsInSight(appFixture, "#table")).isPositive();
            assertThat(rowsInSight(appFixture, "#jobTable")).isPositive();
            var cut = appFixture.fx(() -> appFixture.find("#jobTable")
                    .lookupAll(".column-header .label")
                    .stream()
                    .filter(node -> node.isVisible() && node instanceof Labeled label && isCut(label))
                    .map(Node::toString)
                    .toList());
            assertThat(cut).as("headers of the jobs").isEmpty();
        }
    }

    /// Those that are seen whole.
    private static long rowsInSight(AppFixture appFixture, String id) {
        return appFixture.fx(() -> {
            var table = (TableView<?>) appFixture.find(id);
            var header = table.lookup(".column-header-background");
            double top = header.localToScene(header.getLayoutBounds()).getMaxY();
            var bar = table.lookupAll(".scroll-bar")
                    .stream()
                    .filter(node -> node.isVisible() && ((ScrollBar) node).getOrientation() == Orientation.HORIZONTAL)
                    .mapToDouble(node -> node.localToScene(node.getLayoutBounds()).getMinY())
                    .min();
            double bottom = bar.orElseGet(() -> table.localToScene(table.getLayoutBounds()).getMaxY());
            return table.lookupAll(".table-row-cell")
                    .stream()
                    .filter(node -> node.isVisible() && !((TableRow<?>) node).isEmpty())
                    .map(row -> row.localToScene(row.getLayoutBounds()))
                    .filter(row -> row.getMinY() >= top - 1 && row.getMaxY() <= bottom + 1)
                    .count();
        });
    }

    private static void small(AppFixture appFixture, WindowAppearance.Language language, int zoom) {
        sized(appFixture, WIDTH, HEIGHT, language, zoom);
    }

    private static void sized(AppFixture appFixture, double width, double height, WindowAppearance.Language language,
            int zoom) {
        appFixture.fx(() -> {
            appFixture.appComposition.stage().setWidth(width);
            appFixture.appComposition.stage().setHeight(height);
            var windowAppearance = appFixture.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            windowAppearance.set(windowAppearance.get().withZoomPercent(zoom).withLanguage(language));
            return true;
        });
        appFixture.settle();
    }

    private static void select(AppFixture appFixture) {
        appFixture.fx(() -> {
            appFixture.table().getSelectionModel().select(5);
            return true;
        });
    }

    private static void menu(AppFixture appFixture, String toggle) {
        appFixture.fx(() -> {
            ((ButtonBase) appFixture.find(toggle)).fire();
            return true;
        });
        appFixture.until("the bars are there", () -> SummaryWindowTest.isUpToDate(appFixture));
    }

    private static void filter(AppFixture appFixture, String text) {
        appFixture.type(text);
        appFixture.hands().push(KeyCode.ENTER);
        appFixture.until("the filter has its effect",
                () -> appFixture.appComposition.pools()
                        .arrangedPools()
                        .filter()
                        .equals(appFixture.appComposition.pools().filter().filterProperty().get())
                        && SummaryWindowTest.isUpToDate(appFixture));
        if (text.isEmpty()) appFixture.fx(() -> {
            appFixture.appComposition.pools().filter().clear();
            return true;
        });
    }

    private static void key(AppFixture appFixture, KeyCode code, String opens) {
        appFixture.hands().push(KeyCode.SHORTCUT, code);
        appFixture.until("it is open", () -> appFixture.find(opens) != null);
    }

    private static void over(AppFixture appFixture, KeyCode code, String opens, String name, List<String> faults) {
        key(appFixture, code, opens);
        look(appFixture, name, faults);
        appFixture.fx(() -> {
            appFixture.find(opens)
                    .lookupAll(".button")
                    .stream()
                    .filter(node -> node instanceof Button button && button.isCancelButton())
                    .forEach(node -> ((Button) node).fire());
            return true;
        });
        appFixture.until("it is closed", () -> appFixture.find(opens) == null);
    }

    /// The item of *Help* that stands there, counted from its end.
    private static void help(AppFixture appFixture, int fromEnd) {
        appFixture.fx(() -> {
            var items = ((javafx.scene.control.MenuBar) appFixture.find("#menuBar")).getMenus().getLast().getItems();
            items.get(items.size() - fromEnd).fire();
            return true;
        });
        appFixture.settle();
    }

    private static void look(AppFixture appFixture, String screen, List<String> faults) {
        // Until a layout changes nothing any more.
        for (int i = 0; i < 3; i++) {
            appFixture.fx(() -> {
                var root = appFixture.appComposition.stage().getScene().getRoot();
                root.applyCss();
                root.layout();
                return true;
            });
            appFixture.settle();
        }
        appFixture.fx(() -> {
            var root = appFixture.appComposition.stage().getScene().getRoot();
            root.layout();
            var whole = root.localToScene(root.getLayoutBounds());
            walk(root, whole, fault -> faults.add(screen + ": " + fault));
            for (var node : root.lookupAll("*"))
                leftOut.stream()
                        .filter(rule -> rule.applies(node))
                        .forEach(rule -> faults.add(screen + ": the theme was made without " + rule + " for " + node));
            return true;
        });
    }

    /// @param seen
    ///            where it could be seen, after scrolling
    private static void walk(Node node, Bounds seen, Consumer<String> fault) {
        if (!node.isVisible() || node.getOpacity() == 0 || node instanceof Cell
                || node.getStyleClass().contains("scroll-bar"))
            return;
        if (node instanceof Labeled labeled && isCut(labeled)) fault.accept("cut: " + labeled.getText());
        if (node instanceof TextField field && isPromptCut(field)) fault.accept("cut prompt: " + field.getPromptText());
        // Its sums go sideways with the table.
        if (node.getStyleClass().contains("totals-row")) return;
        if (isForHands(node) && !isWithin(node.localToScene(node.getLayoutBounds()), seen))
            fault.accept("out of reach: " + node);
        if (node instanceof TextInputControl || node instanceof TableView || node instanceof ListView) return;
        if (node instanceof ScrollPane pane && pane.getContent() != null) {
            if (!isWithin(pane.localToScene(pane.getLayoutBounds()), seen)) fault.accept("out of reach: " + pane);
            // What is scrolled is as high as it wants to be.
            walk(pane.getContent(), pane.getContent().localToScene(pane.getContent().getLayoutBounds()), fault);
            return;
        }
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> walk(child, seen, fault));
    }

    private static boolean isCut(Labeled labeled) {
        var text = labeled.getText();
        if (text == null || text.isEmpty() || labeled.getWidth() == 0 || isExcused(labeled)) return false;
        // a pane with a title has the texts of its content before its own
        var own = labeled instanceof TitledPane ? ".title > .text" : ".text";
        return labeled.lookup(own) instanceof Text drawn && !drawn.getText().equals(text)
                && !drawn.getText().equals(text.replace("_", ""));
    }

    /// A text field draws no ellipsis.
    private static boolean isPromptCut(TextField field) {
        var prompt = field.getPromptText();
        return prompt != null && !prompt.isEmpty() && field.getText().isEmpty() && field.getWidth() > 0
                && TextWidth.of(prompt, field.getFont()) > 1 + field.getWidth() - field.snappedLeftInset()
                        - field.snappedRightInset();
    }

    private static boolean isExcused(Labeled labeled) {
        var root = labeled.getScene().getRoot();
        return MAY_BE_CUT.stream().anyMatch(query -> root.lookupAll(query).contains(labeled));
    }

    private static boolean isForHands(Node node) {
        return node instanceof ButtonBase || node instanceof CheckBox || node instanceof TextInputControl
                || node instanceof Label;
    }

    private static boolean isWithin(Bounds part, Bounds whole) {
        return part.getWidth() == 0 || part.getMinX() >= whole.getMinX() - 1 && part.getMaxX() <= whole.getMaxX() + 1
                && part.getMinY() >= whole.getMinY() - 1 && part.getMaxY() <= whole.getMaxY() + 1;
    }
}
