package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
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
            assertThat(rows).anyMatch(row -> row.contains("200")).anyMatch(row -> row.contains("403"));
            assertThat(rows).allMatch(row -> row.endsWith(row.matches(".*, [45]\\d\\d, .*") ? "true" : "false"));
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

    private static List<String> words(TableRow<?> row) {
        return row.lookupAll(".table-cell").stream().map(cell -> ((TableCell<?, ?>) cell).getText()).toList();
    }
}
