package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.live.table.GroupRow;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;

/// A layout comes to an end: a part that asks for one more in each layout keeps a processor busy for as long as the
/// window is open, although nothing changes.
class FinishedLayoutWindowTest {
    private static final int LAYOUTS = 10;

    @ParameterizedTest
    @CsvSource({"1280, 800, 100, ENGLISH", "1024, 640, 100, ENGLISH", "1280, 800, 150, CHINESE"})
    void of_the_window(double width, double height, int zoom, WindowAppearance.Language language) throws Exception {
        try (var app = AppFixture.open(240)) {
            app.fx(() -> {
                app.appComposition.stage().setWidth(width);
                app.appComposition.stage().setHeight(height);
                var look = app.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                look.set(look.get().withLanguage(language).withZoomPercent(zoom));
                return true;
            });
            app.settle();
            check(app, "the table");
            app.scrollRight();
            check(app, "the table, scrolled to the right");
            app.type("status:running gpu>=1 nodes>=1 owner:li not name:xyz");
            app.hands().push(KeyCode.ENTER);
            check(app, "chips");
            app.hands().push(KeyCode.ESCAPE).push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G);
            app.until("the charts are there", () -> app.find(".charts") != null);
            check(app, "charts");
            app.hands().push(KeyCode.SHORTCUT, KeyCode.J).write("2x8");
            app.until("it says where the job fits", () -> app.text("#fitAnswer").contains("✔"));
            check(app, "the fit finder");
            app.hands().push(KeyCode.ESCAPE).push(KeyCode.SHORTCUT, KeyCode.G);
            app.until("there are groups", () -> app.table().getItems().getFirst() instanceof GroupRow);
            check(app, "groups");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1024, 640"})
    void of_the_details(double width, double height) throws Exception {
        try (var app = V2DetailsFixture.open()) {
            app.fx(() -> {
                app.appComposition.stage().setWidth(width);
                app.appComposition.stage().setHeight(height);
                return true;
            });
            V2DetailsFixture.select(app, "aurora");
            for (var tab : List.of("NODES", "JOBS", "EVENTS", "JSON", "OVERVIEW")) {
                V2DetailsFixture.choose(app, tab);
                check(app, tab);
            }
        }
    }

    @Test
    void of_each_form() throws Exception {
        try (var app = AppFixture.open(40)) {
            EveryForm.open(app, (query, _) -> check(app, query));
        }
    }

    private static void check(AppFixture app, String what) {
        app.settle();
        var restless = app.fx(() -> {
            var root = app.appComposition.stage().getScene().getRoot();
            IntStream.range(0, LAYOUTS).forEach(_ -> root.layout());
            var dirty = new TreeSet<String>();
            // two parts may ask for a layout in turn
            IntStream.range(0, LAYOUTS).forEach(_ -> {
                if (root.isNeedsLayout()) collect(root, dirty);
                root.layout();
            });
            return dirty;
        });
        assertThat(restless).as(what).isEmpty();
    }

    private static void collect(Node node, Set<String> dirty) {
        if (!(node instanceof Parent parent) || !node.isVisible() || isEmpty(node)) return;
        if (parent.isNeedsLayout()) dirty.add(parent.toString());
        parent.getChildrenUnmodifiable().forEach(child -> collect(child, dirty));
    }

    /// Cells that are kept for later are in no layout.
    private static boolean isEmpty(Node node) {
        return node instanceof IndexedCell<?> cell && cell.isEmpty();
    }
}
