package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.live.table.GroupRow;
import poolscope.pool.PoolField;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.pools.TableLayoutColumns;

/// Names and subtotals in the rows of groups, as they are drawn.
class GroupRowsWindowTest {

    @ParameterizedTest
    @CsvSource({"ENGLISH, 100", "ENGLISH, 150", "CHINESE, 100", "CHINESE, 150"})
    void subtotals_stand_whole_under_their_columns(WindowAppearance.Language language, int zoom) throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            look(appFixture, language, zoom);
            group(appFixture, PoolGroupingCriterion.STATUS);
            assertSubtotalsAreWhole(appFixture);
            appFixture.scrollRight();
            assertSubtotalsAreWhole(appFixture);
        }
    }

    @Test
    void the_subtotal_of_a_pinned_column_stays_while_the_others_scroll() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            group(appFixture, PoolGroupingCriterion.STATUS);
            appFixture.fx(() -> {
                var layout = appFixture.appComposition.pools().layoutProperty();
                layout.set(TableLayoutColumns.withPinned(layout.get(), PoolField.CPU_CORES, true));
                return true;
            });
            appFixture.settle();
            var before = texts(appFixture, PoolField.CPU_CORES);
            var places = places(appFixture, PoolField.CPU_CORES);
            assertThat(before).isNotEmpty().doesNotContain("");
            appFixture.scrollRight();
            assertThat(texts(appFixture, PoolField.CPU_CORES)).isEqualTo(before);
            assertThat(places(appFixture, PoolField.CPU_CORES)).isEqualTo(places);
        }
    }

    /// The right edges of the texts.
    private static List<Long> places(AppFixture appFixture, PoolField field) {
        return groupRows(appFixture).stream()
                .flatMap(row -> appFixture.fx(() -> row.getChildrenUnmodifiable()
                        .stream()
                        .filter(node -> node instanceof TableCell<?, ?> cell
                                && cell.getTableColumn().getUserData() == field)
                        .map(node -> Math.round(textBounds((Labeled) node).getMaxX()))
                        .toList()).stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {62, 52})
    void subtotals_in_narrow_columns_are_rounded_instead_of_cut(double width) throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            group(appFixture, PoolGroupingCriterion.STATUS);
            appFixture.fx(() -> {
                appFixture.table()
                        .getVisibleLeafColumns()
                        .stream()
                        .filter(column -> column.getUserData() == PoolField.CPU_CORES)
                        .forEach(column -> column.setPrefWidth(width));
                return true;
            });
            appFixture.settle();
            assertSubtotalsAreWhole(appFixture);
            assertThat(texts(appFixture, PoolField.CPU_CORES)).anyMatch(text -> text.matches("[0-9.]+K"));
        }
    }

    @Test
    void by_what_is_grouped_is_said_and_a_focused_group_has_one_ring() throws Exception {
        try (var appFixture = ColumnWidthsWindowTest.sized(AppFixture.open(240), 1_280, 800, 100)) {
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.G);
            appFixture.until("it is said", () -> ((StatusBar) appFixture.find(".status-bar")).getText()
                    .equals("240 of 240 pools shown · groups: Status"));
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                appFixture.table().getSelectionModel().clearAndSelect(0);
                return true;
            });
            appFixture.settle();
            var cell = (TableCell<?, ?>) groupRows(appFixture).getFirst().lookup(".current-column");
            assertThat(appFixture.fx(() -> cell.getBorder() == null || cell.getBorder().getInsets().getLeft() == 0))
                    .as("no ring of a cell through the name of the group")
                    .isTrue();
        }
    }

    @Test
    void a_long_name_is_shortened_and_its_number_of_pools_is_not() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            group(appFixture, PoolGroupingCriterion.SPECIFICATION_AND_STATUS);
            var rows = groupRows(appFixture);
            assertThat(rows).isNotEmpty().allSatisfy(row -> {
                var head = appFixture.fx(() -> (Label) row.lookup(".group-name"));
                int pools = appFixture.fx(() -> ((GroupRow) row.getItem()).nowProperty().getValue().group().size());
                assertThat(drawn(appFixture, head)).isEqualTo(appFixture.<String>fx(head::getText))
                        .endsWith("— " + pools);
            });
            assertThat(rows).anySatisfy(row -> {
                var head = appFixture.fx(() -> (Label) row.lookup(".group-name"));
                var text = appFixture.<String>fx(head::getText);
                var whole = appFixture.fx(() -> LazyTooltip.getText(head));
                assertThat(text).startsWith("mo").contains("…").as("its end").doesNotContain("… — ");
                assertThat(whole).startsWith("modelarts.").doesNotContain("…").endsWith(text.split("…")[1]);
            });
            assertThat(rows).extracting(row -> appFixture.fx(() -> ((Label) row.lookup(".group-name")).getText()))
                    .as("names that begin alike")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void nodes_of_a_group_are_written_like_those_of_a_pool_where_the_column_has_room() throws Exception {
        try (var appFixture = ColumnWidthsWindowTest.sized(AppFixture.open(240), 1_280, 800, 100)) {
            group(appFixture, PoolGroupingCriterion.SPECIFICATION);
            assertThat(texts(appFixture, PoolField.NODES)).anyMatch(text -> text.contains(" / "))
                    .noneMatch(text -> text.matches("\\d+/\\d+"));
        }
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, 100", "ENGLISH, 150", "CHINESE, 100", "CHINESE, 150"})
    void what_the_totals_are_of_is_not_cut(WindowAppearance.Language language, int zoom) throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            look(appFixture, language, zoom);
            var head = appFixture.fx(() -> (Label) appFixture.find("#totalsHead"));
            assertThat(drawn(appFixture, head)).isEqualTo(appFixture.<String>fx(head::getText)).contains("240");
        }
    }

    /// Each subtotal that is not under another part: drawn as it is said, and ending where its column ends.
    private static void assertSubtotalsAreWhole(AppFixture appFixture) {
        for (var row : groupRows(appFixture)) {
            var cells = appFixture.fx(() -> row.getChildrenUnmodifiable()
                    .stream()
                    .filter(node -> node instanceof TableCell<?, ?> cell
                            && cell.getTableColumn().getUserData() instanceof PoolField field && field.isSummed()
                            && !cell.getText().isEmpty())
                    .map(node -> (TableCell<?, ?>) node)
                    .sorted(Comparator.comparingDouble(node -> node.getBoundsInParent().getMinX()))
                    .toList());
            assertThat(cells).isNotEmpty();
            double before = appFixture.fx(() -> textBounds((Labeled) row.lookup(".group-name")).getMaxX());
            for (var cell : cells) {
                assertThat(drawn(appFixture, cell)).isEqualTo(appFixture.<String>fx(cell::getText));
                var bounds = appFixture.fx(() -> textBounds(cell));
                assertThat(bounds.getMinX()).as(cell.getText()).isGreaterThanOrEqualTo(before);
                before = bounds.getMaxX();
            }
        }
    }

    private static Bounds textBounds(Labeled labeled) {
        var text = labeled.lookup(".text");
        return text.localToScene(text.getLayoutBounds());
    }

    private static String drawn(AppFixture appFixture, Labeled labeled) {
        return appFixture.fx(() -> ((Text) labeled.lookup(".text")).getText());
    }

    private static List<String> texts(AppFixture appFixture, PoolField field) {
        return groupRows(appFixture).stream()
                .flatMap(row -> appFixture.fx(() -> row.getChildrenUnmodifiable()
                        .stream()
                        .filter(node -> node instanceof TableCell<?, ?> cell
                                && cell.getTableColumn().getUserData() == field)
                        .map(node -> ((TableCell<?, ?>) node).getText())
                        .toList()).stream())
                .toList();
    }

    private static List<TableRow<?>> groupRows(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.table()
                .lookupAll(".table-row-cell")
                .stream()
                .filter(node -> node instanceof TableRow<?> row && row.isVisible() && row.getItem() instanceof GroupRow)
                .<TableRow<?>>map(node -> (TableRow<?>) node)
                .toList());
    }

    private static void group(AppFixture appFixture, PoolGroupingCriterion by) {
        appFixture.fx(() -> {
            appFixture.appComposition.pools().groups().groupBy(by);
            return true;
        });
        appFixture.until("there are groups",
                () -> !appFixture.appComposition.pools().arrangedPools().groups().isEmpty());
    }

    private static void look(AppFixture appFixture, WindowAppearance.Language language, int zoom) {
        appFixture.fx(() -> {
            var windowAppearance = appFixture.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            windowAppearance.set(windowAppearance.get().withLanguage(language).withZoomPercent(zoom));
            return true;
        });
        appFixture.settle();
    }
}
