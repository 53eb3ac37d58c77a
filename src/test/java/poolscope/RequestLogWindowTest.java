package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;
import poolscope.demo.Fault;

class RequestLogWindowTest {
    @Test
    void failed_requests_are_coloured_and_milliseconds_stand_at_the_right() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.cloud.failAll(Fault.forbidden());
            appFixture.fx(() -> {
                appFixture.appComposition.poolSources().refresh();
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

    @Test
    void a_running_request_is_there_and_the_copied_text_has_the_columns_of_the_table_for_the_chosen_connection()
            throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.untilRead();
            appFixture.cloud.failAll(new Fault.Stall());
            appFixture.fx(() -> {
                appFixture.appComposition.poolSources().refresh();
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
            assertThat(copied.getFirst())
                    .isEqualTo("Time\tConnection\tMethod\tHost and path\tQuery\tStatus\tms\tRequest ID");
            assertThat(copied.subList(1, copied.size())).isNotEmpty().allMatch(row -> row.contains("\tDemo cloud\t"));
            assertThat(copied).anyMatch(row -> row.contains("offset=0&limit="));
        }
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
