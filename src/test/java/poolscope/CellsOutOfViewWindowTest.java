package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.live.table.TableRowItem;
import poolscope.pool.PoolField;
import poolscope.pool.change.PoolChange;

/// Cells that the table has scrolled out of view, which it keeps for later.
class CellsOutOfViewWindowTest {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final MovableClock clock = new MovableClock();

    @Test
    void cells_that_come_back_into_view_have_the_mark_of_their_row_and_no_other() throws Exception {
        var cloud = TestCloud.start(TestCloudSettings.of(60).withClock(clock));
        try (var app = ColumnWidthsWindowTest.sized(AppFixture.open(cloud, clock).untilRead(), 980, 760, 100)) {
            clock.advance(Duration.ofHours(2));
            refresh(app);
            assertThat(markedCells(app)).as("marked cells").isNotEmpty();
            assertThat(wronglyMarked(app)).isEmpty();
            scrollToEnd(app);
            app.fx(() -> {
                app.appComposition.changes().acknowledgeAll();
                return true;
            });
            app.until("no change is left", () -> app.appComposition.changes().changes().count() == 0);
            app.settle();
            scrollToNodes(app);
            assertThat(markedCells(app)).isEmpty();
        }
    }

    @Test
    void cells_that_come_back_into_view_in_a_row_of_another_pool_do_not_keep_the_mark_of_the_one_before()
            throws Exception {
        var cloud = TestCloud.start(TestCloudSettings.of(60).withClock(clock));
        try (var app = ColumnWidthsWindowTest.sized(AppFixture.open(cloud, clock).untilRead(), 980, 760, 100)) {
            clock.advance(Duration.ofHours(2));
            refresh(app);
            for (var filter : List.of("train", "", "gpu", "")) {
                scrollToEnd(app);
                app.type(filter);
                app.untilFiltered();
                scrollToNodes(app);
                assertThat(wronglyMarked(app)).as("filter '%s'", filter).isEmpty();
            }
        }
    }

    private static void refresh(AppFixture app) {
        var before = app.fx(() -> app.appComposition.changes().changes());
        app.fx(() -> {
            app.appComposition.observableTickedConnectionPools().refresh();
            return true;
        });
        app.until("the pools are compared", () -> app.appComposition.changes().changes() != before
                && app.appComposition.changes().changes().count() > 0);
        app.untilRead();
    }

    private static void scrollToEnd(AppFixture app) {
        scroll(app, app.fx(() -> app.table().getVisibleLeafColumns().getLast()));
        assertThat(isInView(app, PoolField.NODES)).isFalse();
    }

    private static void scrollToNodes(AppFixture app) {
        scroll(app, app.fx(() -> app.table().getVisibleLeafColumns().get(1)));
        assertThat(isInView(app, PoolField.NODES)).isTrue();
    }

    private static void scroll(AppFixture app, TableColumn<TableRowItem, ?> to) {
        app.fx(() -> {
            app.table().scrollToColumn(to);
            return true;
        });
        app.settle();
    }

    private static boolean isInView(AppFixture app, PoolField field) {
        return app.fx(() -> cells(app).anyMatch(cell -> field.id().equals(cell.getTableColumn().getId())));
    }

    private static Stream<TableCell<?, ?>> cells(AppFixture app) {
        return app.table()
                .lookupAll(".table-row-cell")
                .stream()
                .filter(row -> row.isVisible() && !((TableRow<?>) row).isEmpty())
                .flatMap(row -> ((TableRow<?>) row).getChildrenUnmodifiable().stream())
                .flatMap(node -> node instanceof TableCell<?, ?> cell ? Stream.of(cell) : Stream.empty());
    }

    private static List<String> markedCells(AppFixture app) {
        return app.fx(() -> cells(app).filter(CellsOutOfViewWindowTest::isMarked).map(Object::toString).toList());
    }

    private static List<String> wronglyMarked(AppFixture app) {
        return app.fx(() -> cells(app).filter(cell -> isMarked(cell) != isToBeMarked(app, cell))
                .map(cell -> cell.getTableRow().getItem() + " " + cell.getTableColumn().getId())
                .toList());
    }

    private static boolean isMarked(TableCell<?, ?> cell) {
        boolean hasSign = cell.getChildrenUnmodifiable().stream().anyMatch(CellsOutOfViewWindowTest::isSign);
        assertThat(cell.getPseudoClassStates().contains(CHANGED)).isEqualTo(hasSign);
        return hasSign;
    }

    private static boolean isSign(Node node) {
        return node instanceof Text && node.isVisible() && node.getStyleClass().contains("change-sign");
    }

    private static boolean isToBeMarked(AppFixture app, TableCell<?, ?> cell) {
        return app.appComposition.changes()
                .markOf((TableRowItem) cell.getTableRow().getItem())
                .filter(one -> one.change() instanceof PoolChange.Changed(_, _, var fields)
                        && fields.stream().anyMatch(field -> field.field().id().equals(cell.getTableColumn().getId())))
                .isPresent();
    }
}
