package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import poolscope.demo.Fault;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.LazyTooltip;

class RequestLogWindowTest {
    @Test
    void failed_requests_are_coloured_and_milliseconds_stand_at_the_right() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.cloud.failAll(Fault.forbidden());
            appFixture.fx(() -> {
                appFixture.appComposition.observableTickedConnectionPools().refresh();
                return true;
            });
            appFixture.until("it failed", () -> appFixture.find("#sourcesStatus").isVisible());
            ScreenTour.openRequestLog(appFixture);
            var rows = appFixture.fx(() -> appFixture.find("#requests")
                    .lookupAll(".table-row-cell")
                    .stream()
                    .map(row -> (TableRow<?>) row)
                    .filter(row -> !row.isEmpty())
                    .map(row -> words(row) + " "
                            + row.getPseudoClassStates()
                                    .stream()
                                    .anyMatch(state -> state.getPseudoClassName().equals("failed")))
                    .toList());
            assertThat(rows).anyMatch(row -> row.contains("200")).anyMatch(row -> row.contains("403 failed"));
            assertThat(rows).allMatch(row -> row.endsWith(row.contains(" failed, ") ? "true" : "false"));
            assertThat(appFixture.fx(() -> appFixture.find("#requests")
                    .lookupAll(".table-cell")
                    .stream()
                    .map(cell -> (TableCell<?, ?>) cell)
                    .filter(cell -> cell.getTableColumn().getText().equals("ms") && !cell.isEmpty())
                    .map(TableCell::getAlignment)
                    .distinct()
                    .toList())).containsExactly(Pos.CENTER_RIGHT);
        }
    }

    /// It was the name of the failure in the code, so wide that paths beside it were cut.
    @Test
    void why_no_response_came_is_said_in_words() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.cloud.failAll(new Fault.Disconnect());
            appFixture.fx(() -> {
                appFixture.appComposition.observableTickedConnectionPools().refresh();
                return true;
            });
            appFixture.until("it failed", () -> appFixture.find("#sourcesStatus").isVisible());
            ScreenTour.openRequestLog(appFixture);
            appFixture.until("it is said",
                    () -> appFixture.find("#requests")
                            .lookupAll(".table-row-cell")
                            .stream()
                            .anyMatch(row -> words((TableRow<?>) row).contains("connection broke")));
        }
    }

    @Test
    void queries_are_whole_in_a_window_of_1280_pixels_and_nothing_is_out_of_sight() throws Exception {
        try (var appFixture = ColumnWidthsWindowTest.sized(AppFixture.open(3_000), 1_280, 800, 100)) {
            ScreenTour.openRequestLog(appFixture);
            appFixture.until("the log is laid out",
                    () -> !appFixture.find("#requests").lookupAll(".table-cell").isEmpty());
            var table = (TableView<?>) appFixture.find("#requests");
            var cut = appFixture.fx(() -> table.lookupAll(".table-cell")
                    .stream()
                    .map(cell -> (TableCell<?, ?>) cell)
                    .filter(cell -> !cell.isEmpty()
                            && !List.of("Host and path", "Request ID").contains(cell.getTableColumn().getText()))
                    .filter(ColumnWidthsWindowTest::isCut)
                    .map(TableCell::getText)
                    .toList());
            assertThat(cut).isEmpty();
            assertThat(appFixture.fx(() -> table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum()))
                    .isBetween(table.getWidth() * 0.9, table.getWidth());
        }
    }

    @Test
    void a_running_request_is_there_and_the_copied_text_has_the_columns_of_the_table_for_the_chosen_connection()
            throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.untilRead();
            appFixture.cloud.failAll(new Fault.Stall());
            appFixture.fx(() -> {
                appFixture.appComposition.observableTickedConnectionPools().refresh();
                return true;
            });
            ScreenTour.openRequestLog(appFixture);
            appFixture.until("it is running", () -> rows(appFixture).stream().anyMatch(row -> row.contains("running")));
            appFixture.fx(() -> {
                ((ComboBox<?>) appFixture.find("#connection")).getSelectionModel().selectLast();
                ((Button) appFixture.find("#copyRequests")).fire();
                return true;
            });
            var copied = appFixture.fx(() -> Clipboard.getSystemClipboard().getString()).lines().toList();
            appFixture.fx(() -> ClipboardText.put("something else"));
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.C);
            appFixture.settle();
            assertThat(appFixture.fx(() -> Clipboard.getSystemClipboard().getString()).lines())
                    .as("the key, before a row is selected")
                    .first()
                    .isEqualTo(copied.getFirst());
            assertThat(copied.getFirst())
                    .isEqualTo("Time\tConnection\tMethod\tHost and path\tQuery\tStatus\tms\tRequest ID");
            assertThat(copied.subList(1, copied.size())).isNotEmpty().allMatch(row -> row.contains("\tDemo cloud\t"));
            assertThat(copied).anyMatch(row -> row.contains("offset=0&limit="));
        }
    }

    @Test
    void the_key_for_copying_copies_the_selected_requests_which_stay_selected() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.untilRead();
            ScreenTour.openRequestLog(appFixture);
            appFixture.until("a request is there", () -> !requests(appFixture).getItems().isEmpty());
            var oldest = appFixture.fx(() -> {
                var table = requests(appFixture);
                table.requestFocus();
                table.getSelectionModel().clearSelection();
                table.getSelectionModel().selectLast();
                return String.valueOf(table.getSelectionModel().getSelectedItem());
            });
            int before = appFixture.fx(() -> requests(appFixture).getItems().size());
            appFixture.fx(() -> {
                appFixture.appComposition.observableTickedConnectionPools().refresh();
                return true;
            });
            appFixture.until("more are there", () -> requests(appFixture).getItems().size() > before);
            assertThat(appFixture.fx(() -> List.copyOf(requests(appFixture).getSelectionModel().getSelectedItems())))
                    .extracting(String::valueOf)
                    .containsExactly(oldest);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.C);
            assertThat(appFixture.fx(() -> Clipboard.getSystemClipboard().getString()).lines()).hasSize(2)
                    .element(0)
                    .asString()
                    .startsWith("Time\t");
        }
    }

    @Test
    void a_path_that_is_cut_is_whole_in_its_tooltip() throws Exception {
        try (var appFixture = ColumnWidthsWindowTest.sized(AppFixture.open(5), 900, 640, 100)) {
            ScreenTour.openRequestLog(appFixture);
            appFixture.until("the log is laid out",
                    () -> !appFixture.find("#requests").lookupAll(".table-cell").isEmpty());
            assertThat(appFixture.fx(() -> requests(appFixture).lookupAll(".table-cell")
                    .stream()
                    .map(TableCell.class::cast)
                    .filter(cell -> !cell.isEmpty() && LazyTooltip.isCut(cell))
                    .map(cell -> List.of(LazyTooltip.getText(cell), cell.getText()))
                    .toList())).isNotEmpty()
                    .allSatisfy(texts -> assertThat(texts.getFirst()).isEqualTo(texts.getLast()));
        }
    }

    private static TableView<?> requests(AppFixture appFixture) {
        return (TableView<?>) appFixture.find("#requests");
    }

    private static List<String> rows(AppFixture appFixture) {
        return appFixture.find("#requests")
                .lookupAll(".table-row-cell")
                .stream()
                .map(row -> String.join(", ", words((TableRow<?>) row).stream().map(String::valueOf).toList()))
                .toList();
    }

    private static List<String> words(TableRow<?> row) {
        return row.lookupAll(".table-cell").stream().map(cell -> ((TableCell<?, ?>) cell).getText()).toList();
    }
}
