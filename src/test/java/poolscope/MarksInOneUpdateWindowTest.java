package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.live.table.GonePoolRow;
import poolscope.live.table.GroupRow;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.settings.WindowAppearance;

/// What the table shows each time that the window is drawn while pools are refreshed.
class MarksInOneUpdateWindowTest {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final MovableClock clock = new MovableClock();

    /// What is seen of a pool.
    ///
    /// @param nodes
    ///            the text of its cell of nodes
    /// @param sign
    ///            that of its row; empty without one
    private record Seen(String nodes, boolean isMarked, String sign) {}

    /// What was drawn, without repetitions.
    private static final class Drawn {
        final List<List<String>> lines = new ArrayList<>();
        final Map<String, List<Seen>> byPool = new LinkedHashMap<>();

        void look(AppFixture app) {
            addIfNew(lines, app.table().getItems().stream().map(MarksInOneUpdateWindowTest::keyOf).toList());
            for (var node : app.table().lookupAll(".table-row-cell"))
                if (node instanceof TableRow<?> row && row.isVisible() && !row.isEmpty())
                    addIfNew(byPool.computeIfAbsent(keyOf((TableRowItem) row.getItem()), _ -> new ArrayList<>()),
                            seen(row));
        }

        private static <T> void addIfNew(List<T> all, T now) {
            if (all.isEmpty() || !all.getLast().equals(now)) all.add(now);
        }
    }

    @Test
    void a_new_value_and_its_mark_are_drawn_at_the_same_moment_and_so_is_a_pool_that_is_gone() throws Exception {
        var cloud = TestCloud.start(TestCloudSettings.of(60).withClock(clock));
        try (var app = AppFixture.open(cloud, TemporaryFolder.create("marks"), WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            app.settle();
            boolean hasChangedNodes = false;
            boolean hasGone = false;
            for (int hour = 0; hour < 200 && !(hasChangedNodes && hasGone); hour++) {
                clock.advance(Duration.ofHours(1));
                acknowledge(app);
                var drawn = drawnDuringRefresh(app);
                assertThat(drawn.lines).as("orders of the lines").hasSizeLessThanOrEqualTo(2);
                for (var one : drawn.byPool.values()) {
                    assertThat(one).as("from the first look to the last").hasSizeLessThanOrEqualTo(2);
                    if (one.size() < 2) continue;
                    boolean isOther = !one.getFirst().nodes().equals(one.getLast().nodes());
                    assertThat(one.getFirst().sign()).isEmpty();
                    assertThat(one.getLast().isMarked()).isEqualTo(isOther);
                    assertThat(one.getLast().sign()).isNotEmpty();
                    hasChangedNodes |= isOther;
                }
                hasGone |= app.fx(() -> app.table().getItems().stream().anyMatch(GonePoolRow.class::isInstance));
            }
            assertThat(hasChangedNodes).as("pools whose nodes changed").isTrue();
            assertThat(hasGone).as("pools that are gone").isTrue();
        }
    }

    private static void acknowledge(AppFixture app) {
        app.fx(() -> {
            app.appComposition.changes().acknowledgeAll();
            return true;
        });
        app.until("no mark is left", () -> app.appComposition.changes().changes().count() == 0
                && app.table().getItems().stream().noneMatch(GonePoolRow.class::isInstance));
        app.settle();
    }

    private static Drawn drawnDuringRefresh(AppFixture app) {
        var drawn = new Drawn();
        Runnable look = () -> drawn.look(app);
        var read = app.fx(() -> {
            app.appComposition.stage().getScene().addPostLayoutPulseListener(look);
            drawn.look(app);
            var before = app.appComposition.observableTickedConnectionPools().poolsProperty().get();
            app.appComposition.observableTickedConnectionPools().refresh();
            return before;
        });
        app.until("the pools are read again, compared and shown",
                () -> app.appComposition.observableTickedConnectionPools().poolsProperty().get() != read
                        && !app.appComposition.observableTickedConnectionPools().allConnectionsStatus().isLoading()
                        && app.appComposition.pools()
                                .arrangedPools()
                                .set() == app.appComposition.observableTickedConnectionPools().poolsProperty().get());
        app.settle();
        app.fx(() -> {
            app.appComposition.stage().getScene().removePostLayoutPulseListener(look);
            return true;
        });
        return drawn;
    }

    private static String keyOf(TableRowItem line) {
        return switch (line) {
            case PoolRow row -> keyOf(row.pool());
            case GonePoolRow(var pool) -> keyOf(pool);
            case GroupRow _ -> throw new AssertionError("nothing is grouped");
        };
    }

    private static String keyOf(Pool pool) {
        return pool.poolOrigin().api() + " " + pool.key();
    }

    private static Seen seen(TableRow<?> row) {
        var sign = row.getChildrenUnmodifiable()
                .stream()
                .filter(node -> node instanceof Text && node.isVisible())
                .map(node -> ((Text) node).getText())
                .findFirst()
                .orElse("");
        for (var child : row.getChildrenUnmodifiable())
            if (child instanceof TableCell<?, ?> cell && PoolField.NODES.id().equals(cell.getTableColumn().getId()))
                return new Seen(cell.getText() == null ? textIn(cell) : cell.getText(),
                        cell.getPseudoClassStates().contains(CHANGED), sign);
        throw new AssertionError("the column of nodes is not shown");
    }

    private static String textIn(TableCell<?, ?> cell) {
        return cell.lookup(".text") instanceof Text text ? text.getText() : "";
    }
}
