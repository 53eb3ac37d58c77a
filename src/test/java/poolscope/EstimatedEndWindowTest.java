package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import org.junit.jupiter.api.Test;
import poolscope.pool.Billing;
import poolscope.pool.EstimatedPrepaidEnd;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;
import poolscope.ui.parts.LazyTooltip;

/// Estimated ends of prepaid periods, switched on and off in the menu.
class EstimatedEndWindowTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static MenuItem item(AppFixture appFixture, String id) {
        return appFixture.fx(() -> ((MenuBar) appFixture.find("#menuBar")).getMenus()
                .stream()
                .flatMap(menu -> menu.getItems().stream())
                .flatMap(
                        item -> item instanceof Menu menu ? menu.getItems().stream() : java.util.stream.Stream.of(item))
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow());
    }

    private static void toggle(AppFixture appFixture) {
        var toggle = (CheckMenuItem) item(appFixture, "estimatedEndsItem");
        appFixture.fx(() -> {
            toggle.setSelected(!toggle.isSelected());
            toggle.fire();
            return true;
        });
        appFixture.settle();
    }

    private static boolean isColumnShown(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.table()
                .getVisibleLeafColumns()
                .stream()
                .anyMatch(column -> PoolField.ESTIMATED_END.id().equals(column.getId())));
    }

    /// Shows the name and the estimate, and selects the first prepaid pool whose end can be calculated.
    private static Pool select(AppFixture appFixture) {
        return appFixture.fx(() -> {
            var shown = appFixture.shownNow();
            var pool = shown.stream()
                    .filter(one -> EstimatedPrepaidEnd.of(one) instanceof EstimatedPrepaidEnd.On)
                    .findFirst();
            appFixture.table().scrollTo(shown.indexOf(pool.orElseThrow()));
            appFixture.table().getSelectionModel().select(shown.indexOf(pool.orElseThrow()));
            appFixture.table().scrollToColumnIndex(appFixture.table().getColumns().size() - 1);
            return pool.orElseThrow();
        });
    }

    private static List<TableCell<?, ?>> cells(AppFixture appFixture) {
        return appFixture.table()
                .lookupAll(".value-cell")
                .stream()
                .<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.isVisible() && !cell.isEmpty() && cell.getTableRow().isVisible()
                        && cell.getTableColumn().getUserData() == PoolField.ESTIMATED_END)
                .toList();
    }

    private static boolean isDetailShown(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.find("#detail-estimated_end").getParent().isVisible());
    }

    @Test
    void estimates_are_off_at_first_and_appear_in_brackets_with_their_calculation() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.fx(() -> {
                for (var column : appFixture.table().getColumns())
                    if (!column.getId().equals("cluster_name")) column.setVisible(false);
                return true;
            });
            var pool = select(appFixture);
            appFixture.until("its details are shown", () -> appFixture.find("#detail-estimated_end") != null);
            assertThat(isColumnShown(appFixture)).isFalse();
            assertThat(isDetailShown(appFixture)).isFalse();
            assertThat(item(appFixture, "show-estimated_end").isVisible()).isFalse();

            toggle(appFixture);

            assertThat(isColumnShown(appFixture)).isTrue();
            assertThat(item(appFixture, "show-estimated_end").isVisible()).isTrue();
            assertThat(isDetailShown(appFixture)).isTrue();
            var end = ((EstimatedPrepaidEnd.On) EstimatedPrepaidEnd.of(pool)).end();
            assertThat(appFixture.text("#detail-estimated_end")).startsWith("[" + end + "]");
            assertThat(appFixture.fx(() -> LazyTooltip.getText((Label) appFixture.find("#detail-estimated_end"))))
                    .contains("Estimated, not from the service", "= [" + end + "]", "UTC+08:00", "Not known: renewals");
            appFixture.until("the table shows it",
                    () -> cells(appFixture).stream().anyMatch(cell -> cell.getText().startsWith("[" + end + "]")));
            assertThat(appFixture.fx(() -> cells(appFixture).stream().map(Labeled::getText).toList()))
                    .allMatch(text -> text.equals("—") || text.matches("\\[\\d{4}-\\d\\d-\\d\\d](?: past)?"));
            assertThat(appFixture.fx(() -> cells(appFixture).stream()
                    .filter(cell -> cell.getText().startsWith("[" + end + "]"))
                    .map(LazyTooltip::getText)
                    .toList())).allMatch(tip -> tip.contains("= [" + end + "], to the end of that day"));
            assertThat(appFixture.fx(() -> cells(appFixture).stream()
                    .filter(cell -> cell.getText().equals("—"))
                    .map(LazyTooltip::getText)
                    .toList())).isNotEmpty().allMatch(tip -> tip.startsWith("No end is estimated: "));
            appFixture.until("it is remembered",
                    () -> Files.exists(appFixture.folder.resolve("settings.json"))
                            && JSON.readTree(appFixture.folder.resolve("settings.json").toFile())
                                    .at("/look/estimatedEnds")
                                    .asBoolean());

            toggle(appFixture);

            assertThat(isColumnShown(appFixture)).isFalse();
            assertThat(isDetailShown(appFixture)).isFalse();
        }
    }

    @Test
    void the_new_column_is_scrolled_to() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            toggle(appFixture);
            appFixture.until("the column is in sight", () -> {
                var table = appFixture.table();
                var right = table.localToScene(table.getBoundsInLocal()).getMaxX();
                return cells(appFixture).stream()
                        .map(cell -> cell.localToScene(cell.getBoundsInLocal()))
                        .anyMatch(place -> place.getMinX() > 0 && place.getMaxX() <= right + 1);
            });
        }
    }

    @Test
    void a_pool_that_is_paid_by_use_has_no_line_for_an_end() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            toggle(appFixture);
            appFixture.fx(() -> {
                var shown = appFixture.shownNow();
                appFixture.table()
                        .getSelectionModel()
                        .select(shown.indexOf(shown.stream()
                                .filter(one -> one.billing() instanceof Billing.OnDemand)
                                .findFirst()
                                .orElseThrow()));
                return true;
            });
            appFixture.until("its details are shown", () -> appFixture.find("#detail-estimated_end") != null);
            assertThat(isDetailShown(appFixture)).isFalse();
        }
    }

    @Test
    void estimates_are_said_in_Chinese_too() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.fx(() -> {
                var settings = appFixture.appComposition.settings();
                settings.part(Settings::windowAppearance, Settings::withWindowAppearance)
                        .set(settings.settings()
                                .windowAppearance()
                                .withEstimatedEnds(true)
                                .withLanguage(WindowAppearance.Language.CHINESE));
                return true;
            });
            appFixture.settle();
            select(appFixture);
            appFixture.until("its details are shown", () -> appFixture.find("#detail-estimated_end") != null);
            assertThat(appFixture.fx(() -> LazyTooltip.getText((Label) appFixture.find("#detail-estimated_end"))))
                    .contains("估算值，服务未返回", "续费");
            assertThat(appFixture.fx(() -> ((CheckMenuItem) item(appFixture, "estimatedEndsItem")).getText()))
                    .startsWith("估算包年/包月到期日");
        }
    }
}
