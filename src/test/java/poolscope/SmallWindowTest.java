package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.Selector;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.demo.DemoCloud;
import poolscope.demo.Fault;
import poolscope.settings.Look;
import poolscope.settings.Settings;
import poolscope.ui.SheetsTest;

/// A window of 980 × 640, a little less than the smallest laptops show: nothing on any screen is cut, lies outside of the window
/// or can't be scrolled to. Cells and the line of sums may end in an ellipsis, and so may what is long without end and stands
/// whole in its tooltip.
class SmallWindowTest {
    private static final double WIDTH = 980;
    private static final double HEIGHT = 640;
    /// The names of bars (they say at their end what tells them apart), ids with a button that copies them, the sum of what is
    /// selected, the text of a long term of a filter.
    private static final List<String> MAY_BE_CUT = List.of(".chart-bar .name", ".details .line .value",
            "#selected", ".chip .term");
    private static List<Selector> leftOut = List.of();

    @BeforeAll
    static void readTheme() throws Exception {
        leftOut = SheetsTest.leftOut();
    }

    @ParameterizedTest(name = "{0} at {1} %")
    @CsvSource({"ENGLISH, 150", "CHINESE, 150", "ENGLISH, 100"})
    void nothing_is_cut_or_out_of_reach(Look.Language language, int zoom) throws Exception {
        var faults = new ArrayList<String>();
        try (var desk = Desk.open(240)) {
            small(desk, language, zoom);
            look(desk, "list", faults);
            select(desk);
            look(desk, "details", faults);
            menu(desk, "#charts");
            look(desk, "charts", faults);
            menu(desk, "#charts");
            filter(desk, "status:running gpu>=4 owner:nobody");
            look(desk, "nothing matches", faults);
            filter(desk, "");
            key(desk, KeyCode.J, "#fitNodes");
            look(desk, "fit", faults);
            desk.hands().push(KeyCode.ESCAPE);
            over(desk, KeyCode.E, "#exportForm", "export", faults);
            over(desk, KeyCode.D, "#viewForm", "view", faults);
            over(desk, KeyCode.N, "#connectionForm", "connection", faults);
            key(desk, KeyCode.K, "#finds");
            look(desk, "palette", faults);
            desk.hands().push(KeyCode.ESCAPE);
            desk.hands().push(KeyCode.F1);
            desk.until("the sheet is open", () -> desk.find(".shortcuts") != null);
            look(desk, "keys", faults);
            desk.hands().push(KeyCode.ESCAPE);
            for (int fromEnd : List.of(1, 4)) {
                help(desk, fromEnd);
                look(desk, "help " + fromEnd, faults);
                desk.hands().push(KeyCode.ESCAPE);
            }
            desk.cloud.failAll(Fault.forbidden());
            desk.fx(() -> {
                desk.program.fleet().refresh();
                return true;
            });
            desk.until("it failed", () -> desk.find("#ledger").isVisible());
            look(desk, "failure", faults);
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest(name = "{0} at {1} %")
    @CsvSource({"ENGLISH, 150", "CHINESE, 150"})
    void why_there_are_no_rows_is_written_in_full(Look.Language language, int zoom) throws Exception {
        var faults = new ArrayList<String>();
        try (var desk = Desk.open(0)) {
            small(desk, language, zoom);
            look(desk, "no pools", faults);
        }
        var cloud = DemoCloud.start(Desk.still(10));
        cloud.failAll(Fault.tokenExpired());
        try (var desk = Desk.open(cloud, java.nio.file.Files.createTempDirectory("desk"), Look.Theme.LIGHT)) {
            desk.until("it failed", () -> desk.find("#stageAction").isVisible());
            small(desk, language, zoom);
            look(desk, "token refused", faults);
        }
        assertThat(faults).isEmpty();
    }

    private static void small(Desk desk, Look.Language language, int zoom) {
        desk.fx(() -> {
            desk.program.stage().setWidth(WIDTH);
            desk.program.stage().setHeight(HEIGHT);
            var look = desk.program.settings().part(Settings::look, Settings::withLook);
            look.set(look.get().withZoomPercent(zoom).withLanguage(language));
            return true;
        });
        desk.settle();
    }

    private static void select(Desk desk) {
        desk.fx(() -> {
            desk.table().getSelectionModel().select(5);
            return true;
        });
    }

    private static void menu(Desk desk, String toggle) {
        desk.fx(() -> {
            ((ButtonBase) desk.find(toggle)).fire();
            return true;
        });
        desk.until("the bars are there", () -> SummaryWindowTest.isUpToDate(desk));
    }

    private static void filter(Desk desk, String text) {
        desk.type(text);
        desk.hands().push(KeyCode.ENTER);
        desk.until("the filter has its effect", () -> desk.program.pools().arrangement().filter()
                .equals(desk.program.pools().filter().filterProperty().get()) && SummaryWindowTest.isUpToDate(desk));
        if (text.isEmpty()) desk.fx(() -> {
            desk.program.pools().filter().clear();
            return true;
        });
    }

    private static void key(Desk desk, KeyCode code, String opens) {
        desk.hands().push(KeyCode.SHORTCUT, code);
        desk.until("it is open", () -> desk.find(opens) != null);
    }

    private static void over(Desk desk, KeyCode code, String opens, String name, List<String> faults) {
        key(desk, code, opens);
        look(desk, name, faults);
        desk.fx(() -> {
            desk.find(opens).lookupAll(".button").stream()
                    .filter(node -> node instanceof Button button && button.isCancelButton())
                    .forEach(node -> ((Button) node).fire());
            return true;
        });
        desk.until("it is closed", () -> desk.find(opens) == null);
    }

    /// The item of *Help* that stands there, counted from its end.
    private static void help(Desk desk, int fromEnd) {
        desk.fx(() -> {
            var items = ((javafx.scene.control.MenuBar) desk.find("#menuBar")).getMenus().getLast().getItems();
            items.get(items.size() - fromEnd).fire();
            return true;
        });
        desk.settle();
    }

    private static void look(Desk desk, String screen, List<String> faults) {
        // Until a layout changes nothing any more.
        for (int i = 0; i < 3; i++) {
            desk.fx(() -> {
                var root = desk.program.stage().getScene().getRoot();
                root.applyCss();
                root.layout();
                return true;
            });
            desk.settle();
        }
        desk.fx(() -> {
            var root = desk.program.stage().getScene().getRoot();
            root.layout();
            var whole = root.localToScene(root.getLayoutBounds());
            walk(root, whole, fault -> faults.add(screen + ": " + fault));
            for (var node : root.lookupAll("*"))
                leftOut.stream().filter(rule -> rule.applies(node))
                        .forEach(rule -> faults.add(screen + ": the theme was made without " + rule + " for " + node));
            return true;
        });
    }

    /// @param seen
    ///            where it could be seen, after scrolling
    private static void walk(Node node, Bounds seen, Consumer<String> fault) {
        if (!node.isVisible() || node.getOpacity() == 0 || node instanceof Cell || node.getStyleClass().contains("scroll-bar"))
            return;
        if (node instanceof Labeled labeled && isCut(labeled)) fault.accept("cut: " + labeled.getText());
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
        if (node instanceof Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, seen, fault));
    }

    private static boolean isCut(Labeled labeled) {
        var text = labeled.getText();
        if (text == null || text.isEmpty() || labeled.getWidth() == 0 || isExcused(labeled)) return false;
        return labeled.lookup(".text") instanceof Text drawn && !drawn.getText().equals(text)
                && !drawn.getText().equals(text.replace("_", ""));
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
