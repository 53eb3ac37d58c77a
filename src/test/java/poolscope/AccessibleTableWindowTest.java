package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableColumnHeader;
import org.junit.jupiter.api.Test;
import poolscope.live.table.PoolRow;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.table.SortOrder;

/// What a screen reader is given of the table of pools: what is a sign, a place or a colour on screen, in words.
class AccessibleTableWindowTest {
    @Test
    void a_header_has_its_name_and_says_how_the_table_is_sorted_by_it() throws Exception {
        try (var app = AppFixture.open(40)) {
            app.fx(() -> {
                app.appComposition.pools()
                        .sort(new SortOrder(List.of(new SortOrder.Key(PoolField.MEMORY, true),
                                new SortOrder.Key(PoolField.NAME, false))));
                return true;
            });
            app.settle();
            var headers = app.fx(() -> app.table()
                    .lookupAll(".column-header")
                    .stream()
                    .filter(node -> node instanceof TableColumnHeader header && header.getTableColumn() != null)
                    .map(AccessibleTableWindowTest::text)
                    .toList());
            assertThat(headers)
                    .contains("Memory GiB, sorted descending", "Name, sorted ascending, sort key 2", "Status")
                    .noneMatch(String::isBlank);
        }
    }

    @Test
    void a_value_is_read_with_its_unit_and_a_dash_as_not_reported() throws Exception {
        try (var app = AppFixture.open(240)) {
            var without = first(app, pool -> !PoolField.ACCELERATORS.of(pool).isKnown());
            assertThat(cell(app, without, PoolField.ACCELERATORS)).isEqualTo("not reported");
            var with = first(app, pool -> PoolField.MEMORY.of(pool).isKnown());
            var gib = app.fx(() -> shown(app, with, PoolField.MEMORY).getText());
            assertThat(cell(app, with, PoolField.MEMORY)).isEqualTo(gib + " GiB");
            var short_ = first(app, pool -> PoolField.NODES.of(pool) instanceof FieldValue.Portion(var part, var all)
                    && part.compareTo(all) < 0);
            assertThat(cell(app, short_, PoolField.NODES)).contains("unavailable");
            assertThat(app.fx(() -> text(row(app, with)))).isEqualTo(PoolField.NAME.of(with).asText(""));
        }
    }

    private static Pool first(AppFixture app, java.util.function.Predicate<Pool> which) {
        var pool = app.shown().stream().filter(which).findFirst().orElseThrow();
        app.fx(() -> {
            app.table().scrollTo(app.shownNow().indexOf(pool));
            return true;
        });
        app.settle();
        return pool;
    }

    private static String cell(AppFixture app, Pool pool, PoolField field) {
        return app.fx(() -> text(shown(app, pool, field)));
    }

    private static TableCell<?, ?> shown(AppFixture app, Pool pool, PoolField field) {
        return row(app, pool).getChildrenUnmodifiable()
                .stream()
                .filter(node -> node instanceof TableCell<?, ?> cell && field == cell.getTableColumn().getUserData())
                .map(node -> (TableCell<?, ?>) node)
                .findFirst()
                .orElseThrow();
    }

    private static TableRow<?> row(AppFixture app, Pool pool) {
        return app.table()
                .lookupAll(".table-row-cell")
                .stream()
                .map(node -> (TableRow<?>) node)
                .filter(row -> row.getItem() instanceof PoolRow item && item.pool().key().equals(pool.key()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Node node) {
        return Objects.toString(node.queryAccessibleAttribute(AccessibleAttribute.TEXT), "");
    }
}
