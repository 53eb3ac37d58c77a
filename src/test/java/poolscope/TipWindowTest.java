package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.CornerRadii;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import poolscope.export.ExportFormat;
import poolscope.pool.PoolField;
import poolscope.ui.OpaquePopupStyleSheet;
import poolscope.ui.parts.LazyTooltip;

/// Tooltips, shown when the pointer rests on a control.
class TipWindowTest {

    private static void hover(AppFixture appFixture, Node part) {
        Bounds place = appFixture.fx(() -> part.localToScreen(part.getBoundsInLocal()));
        // Two moves: JavaFX sends MOUSE_ENTERED only for a pointer that moves.
        appFixture.hands().moveTo(place.getCenterX(), place.getCenterY() - 1);
        appFixture.hands().moveTo(place.getCenterX(), place.getCenterY());
    }

    /// A layout may replace the cell under the pointer, and then no tooltip opens: the pointer moves again.
    ///
    /// @return the tooltip, which may be hidden again: on a busy machine, the seconds that it is shown for are over soon
    private static Tooltip hoverUntilShown(AppFixture appFixture, Callable<? extends Node> part,
            Predicate<String> wanted) {
        var seen = new AtomicReference<Optional<Tooltip>>(Optional.empty());
        for (int times = 0; times < 10; times++) {
            hover(appFixture, appFixture.fx(part::call));
            appFixture.within(Duration.ofSeconds(3), () -> {
                seen.set(shownTooltip().filter(tooltip -> wanted.test(tooltip.getText())));
                return seen.get().isPresent();
            });
            if (seen.get().isPresent()) return seen.get().get();
        }
        throw new AssertionError("The tooltip did not open; shown is " + appFixture.fx(TipWindowTest::tooltip));
    }

    private static Optional<String> tooltip() {
        return shownTooltip().map(Tooltip::getText);
    }

    private static Optional<Tooltip> shownTooltip() {
        return Window.getWindows()
                .stream()
                .filter(window -> window instanceof Tooltip && window.isShowing())
                .map(Tooltip.class::cast)
                .findFirst();
    }

    private static Callable<Node> cell(AppFixture appFixture, PoolField field, int place) {
        return () -> appFixture.table()
                .lookupAll(".value-cell")
                .stream()
                .filter(node -> node instanceof TableCell<?, ?> cell && cell.getIndex() == place
                        && cell.getTableRow().isVisible() && cell.getTableColumn().getUserData() == field)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_cell_that_is_not_cut_has_no_tooltip_that_repeats_it() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            widenName(appFixture, 180);
            for (var field : List.of(PoolField.NAME, PoolField.CPU_CORES)) {
                hover(appFixture, appFixture.fx(cell(appFixture, field, 2)::call));
                assertThat(appFixture.within(Duration.ofSeconds(2), () -> tooltip().isPresent())).as(field.id())
                        .isFalse();
            }
            hoverUntilShown(appFixture, cell(appFixture, PoolField.MEMORY, 2), text -> text.contains("MiB"));
        }
    }

    @Test
    void tooltips_are_square_and_have_a_border_where_windows_can_t_be_transparent() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            appFixture.fx(() -> {
                var sheets = appFixture.appComposition.stage().getScene().getStylesheets();
                if (sheets.size() == 2) sheets.add(OpaquePopupStyleSheet.sheet());
                return true;
            });
            var shown = hoverUntilShown(appFixture, () -> appFixture.find("#refresh"), _ -> true);
            var box = appFixture.fx(() -> (Label) shown.getScene()
                    .getRoot()
                    .lookupAll(".tooltip")
                    .stream()
                    .filter(Label.class::isInstance)
                    .findFirst()
                    .orElseThrow());
            var background = appFixture.fx(box::getBackground);
            assertThat(background.getFills()).hasSize(2)
                    .allSatisfy(fill -> assertThat(fill.getRadii()).isEqualTo(CornerRadii.EMPTY))
                    .allSatisfy(fill -> assertThat(((Color) fill.getFill()).isOpaque()).isTrue());
            assertThat(background.getFills().getFirst().getFill()).as("the border")
                    .isNotEqualTo(background.getFills().getLast().getFill());
            assertThat(appFixture.fx(() -> box.getEffect() == null)).isTrue();
        }
    }

    /// The tooltip took the key, which then had to be pressed again.
    @Test
    void escape_hides_a_tooltip_and_closes_the_fit_finder_at_once() throws Exception {
        try (var app = AppFixture.open(20)) {
            app.hands().push(KeyCode.SHORTCUT, KeyCode.J);
            app.until("the fit finder is open", () -> app.find("#fit").isVisible());
            hoverUntilShown(app, () -> app.find("#fitNodes"), _ -> true);
            app.hands().push(KeyCode.ESCAPE);
            app.until("it is closed", () -> !app.find("#fit").isVisible());
            assertThat(app.fx(TipWindowTest::tooltip)).isEmpty();
        }
    }

    @Test
    void a_button_that_is_disabled_says_why_when_it_is_pointed_at() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.E);
            appFixture.until("the form is open", () -> appFixture.find("#copyExport") != null);
            appFixture.fx(() -> {
                @SuppressWarnings("unchecked")
                var format = (ComboBox<ExportFormat>) appFixture.find("#format");
                format.setValue(ExportFormat.XLSX);
                return true;
            });
            appFixture.until("it is disabled", () -> appFixture.find("#copyExport").isDisabled());
            hoverUntilShown(appFixture, () -> appFixture.find("#copyExport"),
                    "An Excel workbook cannot be copied. Choose a text format, or write a file."::equals);
            hover(appFixture, appFixture.find("#export"));
            appFixture.until("the reason is gone", () -> tooltip().filter(said -> said.contains("Excel")).isEmpty());
        }
    }

    private static void widenName(AppFixture appFixture, double width) {
        appFixture.fx(() -> {
            appFixture.table()
                    .getColumns()
                    .stream()
                    .filter(column -> column.getUserData() == PoolField.NAME)
                    .forEach(column -> column.setPrefWidth(width));
            return true;
        });
        appFixture.settle();
    }

    @Test
    void a_cell_shows_its_whole_value_in_a_tooltip() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            widenName(appFixture, 50);
            var name = new JsonMapper().readTree(appFixture.shown().get(2).raw().text())
                    .findValue("cluster_name")
                    .asText();
            hoverUntilShown(appFixture, cell(appFixture, PoolField.NAME, 2), text -> text.contains(name));
            hoverUntilShown(appFixture, cell(appFixture, PoolField.STATUS, 2), text -> !text.contains(name));
        }
    }

    @Test
    void a_tooltip_is_hidden_when_its_row_disappears() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var pool = appFixture.shown().get(2);
            widenName(appFixture, 50);
            // A tooltip also hides when the pointer leaves its cell; here only the row may hide it.
            var shown = hoverUntilShown(appFixture, cell(appFixture, PoolField.NAME, 2), _ -> true);
            var text = appFixture.fx(shown::getText);
            appFixture.fx(() -> {
                shown.setHideDelay(javafx.util.Duration.minutes(10));
                return true;
            });
            appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().leaveOut(PoolField.ID, PoolField.ID.of(pool));
                return true;
            });
            appFixture.until("the row is gone", () -> !appFixture.shownNow().contains(pool));
            // Sooner than the five seconds after which every tooltip hides.
            assertThat(
                    appFixture.within(Duration.ofSeconds(2), () -> !shown.isShowing() || !shown.getText().equals(text)))
                    .isTrue();
        }
    }

    @Test
    void a_long_text_is_wrapped() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var field = appFixture.find("#refresh");
            appFixture.fx(() -> {
                LazyTooltip.setText(field, "a word ".repeat(60));
                return true;
            });
            var shown = hoverUntilShown(appFixture, () -> field, _ -> true);
            double line = appFixture.fx(() -> shown.getFont().getSize());
            assertThat(appFixture.fx(shown::getWidth)).isLessThan(44 * line);
            assertThat(appFixture.fx(shown::getHeight)).as("420 letters in lines of 80 at most")
                    .isGreaterThan(5 * line)
                    .isLessThan(30 * line);
        }
    }

    @Test
    void a_tooltip_changes_its_text_while_it_is_shown_and_an_empty_text_shows_none() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var field = appFixture.find("#refresh");
            var shown = hoverUntilShown(appFixture, () -> field, _ -> true);
            appFixture.fx(() -> {
                LazyTooltip.setText(field, "another");
                return true;
            });
            assertThat(appFixture.fx(shown::getText)).isEqualTo("another");
            assertThat(appFixture.fx(field::getAccessibleHelp)).isEqualTo("another");
            appFixture.fx(() -> {
                shown.hide();
                LazyTooltip.setText(field, "");
                return true;
            });
            appFixture.hands().moveTo("#field");
            hover(appFixture, field);
            assertThat(appFixture.within(Duration.ofSeconds(3), () -> tooltip().isPresent())).isFalse();
        }
    }

    @Test
    void headers_of_the_lists_inside_a_pool_say_what_their_columns_mean() throws Exception {
        try (var appFixture = V2DetailsFixture.open()) {
            V2DetailsFixture.select(appFixture, "aurora");
            V2DetailsFixture.choose(appFixture, "NODES");
            appFixture.until("the nodes are there",
                    () -> !V2DetailsFixture.table(appFixture, "#nodeTable").getItems().isEmpty());
            hoverUntilShown(appFixture, header("#nodeTable", "node.name", appFixture),
                    text -> text.startsWith("Name of the node"));
            V2DetailsFixture.choose(appFixture, "JOBS");
            appFixture.until("the jobs are there", () -> appFixture.find("#jobTable").isVisible());
            hoverUntilShown(appFixture, header("#jobTable", "job.status", appFixture),
                    text -> text.contains("Queue and Pending wait"));
        }
    }

    private static Callable<Node> header(String table, String column, AppFixture appFixture) {
        return () -> appFixture.find(table)
                .lookupAll(".column-header")
                .stream()
                .filter(node -> node instanceof TableColumnHeader header && header.getTableColumn() != null
                        && column.equals(header.getTableColumn().getId()))
                .findFirst()
                .orElseThrow();
    }
}
