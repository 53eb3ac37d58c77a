package poolscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.live.table.TableRowItem;
import poolscope.pool.PoolField;
import poolscope.pool.table.SortOrder;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;
import poolscope.ui.pools.TableLayoutColumns;

/// How the width of the window is used.
class ColumnWidthsWindowTest {
    @ParameterizedTest
    @CsvSource({"ENGLISH, 1024, 640, 100", "CHINESE, 1024, 640, 100", "ENGLISH, 1280, 800, 150",
            "CHINESE, 1280, 800, 150", "ENGLISH, 1024, 640, 150", "CHINESE, 1024, 640, 150"})
    void accelerators_are_in_sight_in_a_small_window(WindowAppearance.Language language, int width, int height,
            int zoom) throws Exception {
        try (var appFixture = sized(AppFixture.open(240), width, height, zoom)) {
            appFixture.fx(() -> {
                var windowAppearance = appFixture.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                windowAppearance.set(windowAppearance.get().withLanguage(language));
                return true;
            });
            sized(appFixture, width, height, zoom);
            appFixture.until("the whole column is in sight", () -> right(appFixture, PoolField.ACCELERATORS) > 0
                    && right(appFixture, PoolField.ACCELERATORS) <= appFixture.table().getWidth() - 10);
            assertThat(cut(appFixture, "numeric")).isEmpty();
        }
    }

    @Test
    void the_name_stays_in_sight_from_the_start() throws Exception {
        try (var appFixture = sized(AppFixture.open(240), 900, 640, 150)) {
            appFixture.fx(() -> {
                appFixture.table().scrollToColumn(column(appFixture, PoolField.OWNER));
                return true;
            });
            appFixture.until("scrolled to the right",
                    () -> right(appFixture, PoolField.OWNER) <= appFixture.table().getWidth());
            assertThat(appFixture.fx(
                    () -> place(appFixture, PoolField.NAME).getMinX() - appFixture.table().localToScene(0, 0).getX()))
                    .isBetween(-1.0, 2.0);
        }
    }

    @Test
    void nothing_is_cut_while_there_is_room_beside_it() throws Exception {
        try (var appFixture = sized(AppFixture.open(240), 1_900, 800, 100)) {
            assertThat(right(appFixture, PoolField.OWNER)).isLessThan(appFixture.table().getWidth());
            assertThat(cut(appFixture, "value-cell")).isEmpty();
        }
    }

    @Test
    void names_are_whole_rather_than_a_part_of_a_column_at_the_edge() throws Exception {
        try (var appFixture = sized(AppFixture.open(240), 1_280, 800, 100)) {
            var names = appFixture.shown().stream().map(pool -> pool.poolNamesAndOwner().name().asText("")).toList();
            assertThat(right(appFixture, PoolField.OWNER)).isGreaterThan(appFixture.table().getWidth());
            assertThat(cut(appFixture, "value-cell")).isNotEmpty().doesNotContainAnyElementsOf(names);
        }
    }

    @Test
    void names_of_many_pools_are_whole_although_other_columns_are_not() throws Exception {
        try (var appFixture = sized(AppFixture.open(100_000), 1_280, 800, 100)) {
            assertThat(appFixture.fx(() -> appFixture.find(".source-card .name").getBoundsInParent().getHeight()))
                    .as("the name of the connection is one line beside the number of pools")
                    .isLessThan(20);
            var names = appFixture.shown().stream().map(pool -> pool.poolNamesAndOwner().name().asText("")).toList();
            for (int row = 0; row < 100_000; row += 5_000) {
                int place = row;
                appFixture.fx(() -> {
                    appFixture.table().scrollTo(place);
                    return true;
                });
                appFixture.settle();
                assertThat(cut(appFixture, "value-cell")).doesNotContainAnyElementsOf(names);
            }
        }
    }

    @Test
    void a_width_that_the_operator_chose_stays_when_the_window_is_resized() throws Exception {
        try (var appFixture = sized(AppFixture.open(240), 1_900, 800, 100)) {
            appFixture.fx(() -> {
                column(appFixture, PoolField.STATUS).setPrefWidth(260);
                return true;
            });
            double specification = column(appFixture, PoolField.SPECIFICATION).getWidth();
            sized(appFixture, 1_000, 640, 100);
            assertThat(column(appFixture, PoolField.STATUS).getWidth()).isEqualTo(260);
            assertThat(column(appFixture, PoolField.SPECIFICATION).getWidth()).isLessThan(specification);
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().layoutProperty().get().columns())
                    .stream()
                    .filter(one -> one.fieldId().equals(PoolField.STATUS.id()))
                    .map(one -> one.width())
                    .toList()).containsExactly(260.0);
        }
    }

    @Test
    void a_column_with_the_width_that_javafx_takes_for_none_keeps_it_when_it_is_first_shown() throws Exception {
        try (var appFixture = sized(AppFixture.open(240), 1_280, 800, 100)) {
            appFixture.fx(() -> {
                var layout = appFixture.appComposition.pools().layoutProperty();
                layout.set(TableLayoutColumns.withColumns(layout.get(),
                        TableLayoutColumns.of(layout.get())
                                .stream()
                                .map(one -> one.field() == PoolField.ORDER_ID
                                        ? new TableLayoutColumns.Column(one.field(), 80, true, false)
                                        : one)
                                .toList()));
                return true;
            });
            appFixture.until("it is shown",
                    () -> appFixture.table()
                            .lookupAll(".column-header")
                            .stream()
                            .anyMatch(header -> PoolField.ORDER_ID.id().equals(header.getId())));
            sized(appFixture, 1_280, 800, 100);
            assertThat(appFixture.fx(() -> column(appFixture, PoolField.ORDER_ID).getWidth())).isCloseTo(80,
                    within(0.1));
        }
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, 1280, 100", "CHINESE, 1280, 100", "ENGLISH, 1024, 100", "ENGLISH, 1900, 150"})
    void headers_of_columns_that_are_sorted_by_are_whole(WindowAppearance.Language language, int width, int zoom)
            throws Exception {
        try (var appFixture = sized(AppFixture.open(240), width, 800, zoom)) {
            appFixture.fx(() -> {
                var windowAppearance = appFixture.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                windowAppearance.set(windowAppearance.get().withLanguage(language));
                return true;
            });
            for (var fields : List.of(
                    List.of(PoolField.STATUS, PoolField.NODES, PoolField.CPU_CORES, PoolField.MEMORY,
                            PoolField.ACCELERATORS),
                    List.of(PoolField.OWNER, PoolField.CREATED_AT, PoolField.SPECIFICATION, PoolField.NAME))) {
                appFixture.fx(() -> {
                    appFixture.appComposition.pools()
                            .sort(new SortOrder(fields.stream().map(field -> new SortOrder.Key(field, true)).toList()));
                    return true;
                });
                sized(appFixture, width, 800, zoom);
                assertThat(appFixture.fx(() -> appFixture.table()
                        .lookupAll(".header-name .label")
                        .stream()
                        .filter(label -> ((Region) label.getParent()).getPadding().getRight() == 0)
                        .filter(ColumnWidthsWindowTest::isCut)
                        .map(label -> ((Labeled) label).getText())
                        .toList())).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"240, 1280", "240, 1024", "240, 900", "5, 1024", "5, 900"})
    void the_text_of_no_header_reaches_under_the_button_that_chooses_columns(int pools, int width) throws Exception {
        try (var appFixture = sized(AppFixture.open(pools), width, 800, 100)) {
            appFixture.shown();
            for (int step = 0; step < 8; step++) {
                appFixture.fx(() -> {
                    appFixture.table().lookupAll(".scroll-bar").forEach(ColumnWidthsWindowTest::scrollOn);
                    return true;
                });
                sized(appFixture, width, 800, 100);
                assertThat(appFixture.fx(() -> headersUnderButton(appFixture))).as("step %s", step).isEmpty();
            }
        }
    }

    private static void scrollOn(Node node) {
        if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL)
            bar.setValue(Math.min(bar.getMax(), bar.getValue() + 37));
    }

    private static List<String> headersUnderButton(AppFixture appFixture) {
        var button = appFixture.find("#chooseColumns")
                .localToScene(appFixture.find("#chooseColumns").getLayoutBounds());
        return appFixture.table()
                .lookupAll(".header-name .label")
                .stream()
                .filter(label -> label.getParent().isVisible() && !((Labeled) label).getText().isEmpty())
                .map(label -> label.lookup(".text"))
                .filter(text -> {
                    var bounds = text.localToScene(text.getLayoutBounds());
                    return bounds.getMinX() < button.getMinX() && bounds.getMaxX() > button.getMinX() + 1;
                })
                .map(text -> ((Text) text).getText())
                .toList();
    }

    @Test
    void the_fit_column_is_as_wide_as_the_words_in_view_and_gets_wider_once_for_longer_ones() throws Exception {
        try (var appFixture = sized(AppFixture.open(240), 1_280, 800, 100)) {
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.J);
            appFixture.until("the strip is open", () -> appFixture.find("#fit").isVisible());
            appFixture.hands().write("2x8");
            appFixture.until("it is answered",
                    () -> appFixture.table().getColumns().getFirst().getId().equals("fit-column"));
            var column = appFixture.table().getColumns().getFirst();
            appFixture.until("only what fits is in view",
                    () -> texts(appFixture, ".fit-cell").stream().allMatch("(✔) fits by capacity"::equals));
            assertThat(appFixture.fx(column::getWidth)).isLessThan(150);
            var widths = new LinkedHashSet<Double>();
            for (int row = 0; row < 240; row += 5) {
                int place = row;
                appFixture.fx(() -> {
                    appFixture.table().scrollTo(place);
                    return true;
                });
                appFixture.settle();
                widths.add(appFixture.fx(column::getWidth));
                // the longest words are cut in a table that has no room for them beside the other columns
                if (widths.size() == 1)
                    assertThat(cut(appFixture, "value-cell"))
                            .doesNotContainAnyElementsOf(texts(appFixture, ".fit-cell"));
            }
            assertThat(widths).hasSizeLessThanOrEqualTo(2);
        }
    }

    private static List<String> texts(AppFixture appFixture, String cells) {
        return appFixture.fx(() -> appFixture.table()
                .lookupAll(cells)
                .stream()
                .filter(Node::isVisible)
                .map(cell -> ((Labeled) cell).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }

    private static double right(AppFixture appFixture, PoolField field) {
        return appFixture.fx(() -> place(appFixture, field).getMaxX() - appFixture.table().localToScene(0, 0).getX());
    }

    private static javafx.geometry.Bounds place(AppFixture appFixture, PoolField field) {
        return appFixture.table()
                .lookupAll(".column-header")
                .stream()
                .filter(header -> field.id().equals(header.getId()))
                .findFirst()
                .map(header -> header.localToScene(header.getLayoutBounds()))
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static TableColumn<TableRowItem, ?> column(AppFixture appFixture, PoolField field) {
        return appFixture.table()
                .getColumns()
                .stream()
                .filter(one -> field.id().equals(one.getId()))
                .findFirst()
                .orElseThrow();
    }

    /// Texts of cells in sight that end in an ellipsis.
    private static List<String> cut(AppFixture appFixture, String style) {
        return appFixture.fx(() -> appFixture.table()
                .lookupAll(".value-cell")
                .stream()
                .filter(node -> node instanceof TableCell<?, ?> cell && !cell.isEmpty() && cell.isVisible()
                        && (style.equals("value-cell") || cell.getTableColumn().getUserData() instanceof PoolField field
                                && field.unit().isNumeric()))
                .filter(ColumnWidthsWindowTest::isCut)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    static boolean isCut(Node labeled) {
        return labeled.lookup(".text") instanceof Text drawn && !((Labeled) labeled).getText().isEmpty()
                && !drawn.getText().equals(((Labeled) labeled).getText());
    }

    @Test
    void totals_have_no_short_notation_after_a_filter_that_had_lower_ones() throws Exception {
        try (var app = sized(AppFixture.open(20_000), 1_280, 800, 100)) {
            var whole = app.text("#total-allocatable_cpu_cores");
            assertThat(whole).matches("[0-9,]+");
            app.type("zzz");
            app.untilFiltered();
            sized(app, 1_200, 800, 100);
            app.type("");
            app.untilFiltered();
            assertThat(app.text("#total-allocatable_cpu_cores")).isEqualTo(whole);
        }
    }

    @Test
    void specifications_that_begin_alike_are_shortened_inside() throws Exception {
        try (var app = sized(AppFixture.open(240), 1_280, 800, 100)) {
            app.fx(() -> {
                column(app, PoolField.SPECIFICATION).setPrefWidth(130);
                return true;
            });
            app.settle();
            var drawn = app.fx(() -> app.table()
                    .lookupAll(".value-cell")
                    .stream()
                    .filter(cell -> PoolField.SPECIFICATION.id().equals(cell.getId()))
                    .map(cell -> ((Text) cell.lookup(".text")).getText())
                    .filter(text -> text.contains("…") || text.contains("..."))
                    .toList());
            assertThat(drawn).isNotEmpty().allMatch(text -> text.matches("mod.+(…|\\.\\.\\.).+"));
        }
    }

    static AppFixture sized(AppFixture appFixture, double width, double height, int zoom) {
        appFixture.fx(() -> {
            appFixture.appComposition.stage().setWidth(width);
            appFixture.appComposition.stage().setHeight(height);
            var windowAppearance = appFixture.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            windowAppearance.set(windowAppearance.get().withZoomPercent(zoom));
            return true;
        });
        appFixture.settle();
        appFixture.fx(() -> {
            appFixture.appComposition.stage().getScene().getRoot().applyCss();
            appFixture.appComposition.stage().getScene().getRoot().layout();
            return true;
        });
        appFixture.settle();
        return appFixture;
    }
}
