package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import poolscope.pool.PoolField;
import poolscope.pool.table.SortOrder;
import poolscope.ui.text.PoolContentsColumn;

/// The list of columns, opened from the header, and the sort in the header's menu.
class ColumnChooserWindowTest {
    @Test
    void columns_are_found_shown_and_moved_while_the_list_stays_open() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            appFixture.click("#chooseColumns");
            appFixture.until("the list is open", () -> appFixture.find("#columnSearch") != null);
            search(appFixture, "订单");
            assertThat(found(appFixture)).containsExactly(PoolField.ORDER_ID);
            appFixture.hands().push(KeyCode.ENTER);
            appFixture.until("the column is shown", () -> shown(appFixture).contains(PoolField.ORDER_ID));
            search(appFixture, "cpu");
            assertThat(found(appFixture)).contains(PoolField.CPU_CORES, PoolField.FREE_CPU_CORES);
            appFixture.hands().push(KeyCode.DOWN);
            assertThat(appFixture.text("#columnMeaning")).isNotEmpty();
            assertThat(shown(appFixture).indexOf(PoolField.CPU_CORES)).isEqualTo(3);
            appFixture.hands().push(KeyCode.ALT, KeyCode.UP);
            appFixture.until("it has moved to the left", () -> shown(appFixture).indexOf(PoolField.CPU_CORES) == 2);
            assertThat(appFixture.find("#columnSearch")).isNotNull();
            fire(appFixture, "#resetColumns");
            appFixture.until("the columns of the first start are back",
                    () -> !shown(appFixture).contains(PoolField.ORDER_ID)
                            && shown(appFixture).indexOf(PoolField.CPU_CORES) == 3);
            fire(appFixture, "#closeColumns");
            appFixture.until("the list is closed", () -> appFixture.find("#columnSearch") == null);
        }
    }

    @Test
    void the_menu_of_a_header_sorts_and_leads_to_the_list() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            fire(appFixture, appFixture.headerMenu(PoolField.NODES), "columns-sortDescending");
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().sortOrderProperty().get()))
                    .isEqualTo(SortOrder.by(PoolField.NODES, true));
            fire(appFixture, appFixture.headerMenu(PoolField.NAME), "columns-sortAscending");
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().sortOrderProperty().get()))
                    .isEqualTo(SortOrder.by(PoolField.NAME, false));
            fire(appFixture, appFixture.headerMenu(PoolField.NAME), "columns-choose");
            appFixture.until("the list is open", () -> appFixture.find("#columnSearch") != null);
        }
    }

    @Test
    void the_field_reference_finds_a_field_by_its_meaning_and_by_its_name_in_either_language() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.fx(() -> {
                ((javafx.scene.control.MenuBar) appFixture.find("#menuBar")).getMenus()
                        .getLast()
                        .getItems()
                        .stream()
                        .filter(item -> "fieldsItem".equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire();
                return true;
            });
            appFixture.until("the reference is open", () -> appFixture.find("#fieldSearch") != null);
            int all = titles(appFixture).size();
            assertThat(all).isEqualTo(PoolField.values().length + PoolContentsColumn.values().length);
            for (var sought : List.of("order_id", "订单", "Order")) {
                appFixture.fx(() -> {
                    ((TextField) appFixture.find("#fieldSearch")).setText(sought);
                    return true;
                });
                appFixture.settle();
                assertThat(titles(appFixture)).as(sought)
                        .hasSizeBetween(1, all / 2)
                        .anyMatch(title -> title.contains("订单"));
            }
        }
    }

    private static List<String> titles(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.find("#fieldGroups")
                .lookupAll(".field-title")
                .stream()
                .map(label -> ((javafx.scene.control.Label) label).getText())
                .toList());
    }

    private static void fire(AppFixture appFixture, List<MenuItem> menu, String id) {
        appFixture.fx(() -> {
            menu.stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow().fire();
            return true;
        });
        appFixture.settle();
    }

    private static void fire(AppFixture appFixture, String button) {
        appFixture.fx(() -> {
            ((Button) appFixture.find(button)).fire();
            return true;
        });
        appFixture.settle();
    }

    private static void search(AppFixture appFixture, String text) {
        appFixture.fx(() -> {
            appFixture.find("#columnSearch").requestFocus();
            ((TextField) appFixture.find("#columnSearch")).setText(text);
            return true;
        });
        appFixture.settle();
    }

    @SuppressWarnings("unchecked")
    private static List<PoolField> found(AppFixture appFixture) {
        return appFixture.fx(() -> List.copyOf(((ListView<PoolField>) appFixture.find("#columnList")).getItems()));
    }

    /// The columns in sight, from left to right.
    private static List<PoolField> shown(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.table()
                .getVisibleLeafColumns()
                .stream()
                .map(column -> (PoolField) column.getUserData())
                .toList());
    }
}
