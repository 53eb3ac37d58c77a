package poolscope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import poolscope.pool.Pool;

/// The details of a pool of v2 in the window: opens them, and reads what they show and what the service sent.
final class V2DetailsFixture {
    private static final JsonMapper JSON = new JsonMapper();

    private V2DetailsFixture() {}

    static AppFixture open() throws Exception {
        return AppFixture.open(AppFixture.still(4).withV2Pools(12)).untilRead();
    }

    static Pool select(AppFixture app, String name) {
        app.until("it is there", () -> app.shown().stream().anyMatch(pool -> isCalled(pool, name)));
        app.fx(() -> {
            var pool = app.shown().stream().filter(one -> isCalled(one, name)).findFirst().orElseThrow();
            app.table().getSelectionModel().clearAndSelect(app.shown().indexOf(pool));
            return true;
        });
        app.settle();
        return app.fx(() -> app.shown().stream().filter(one -> isCalled(one, name)).findFirst().orElseThrow());
    }

    static boolean isCalled(Pool pool, String name) {
        return pool.poolNamesAndOwner().name().asText("").equals(name);
    }

    static void choose(AppFixture app, String tab) {
        app.fx(() -> {
            ((ToggleButton) app.find("#tab" + tab)).fire();
            return true;
        });
    }

    static List<JsonNode> sent(AppFixture app, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var uri = URI.create(app.cloud.endpoint() + path);
            var body = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
            return StreamSupport.stream(JSON.readTree(body).path("items").spliterator(), false).toList();
        }
    }

    static long asked(AppFixture app, String ending) {
        return app.cloud.requests().stream().filter(request -> request.path().endsWith(ending)).count();
    }

    @SuppressWarnings("unchecked")
    static TableView<Object> table(AppFixture app, String id) {
        return (TableView<Object>) app.find(id);
    }

    static List<String> column(AppFixture app, String id) {
        return app.fx(() -> app.find("#nodeTable")
                .lookupAll(".table-cell")
                .stream()
                .filter(cell -> cell instanceof TableCell<?, ?> one && one.getTableColumn() != null
                        && id.equals(one.getTableColumn().getId()) && !one.isEmpty())
                .map(cell -> ((TableCell<?, ?>) cell).getText())
                .toList());
    }

    /// What stands in that column of each row, also of columns out of sight.
    @SuppressWarnings("unchecked")
    static List<String> written(AppFixture app, String id) {
        return app.fx(() -> {
            var table = table(app, "#nodeTable");
            var column = table.getColumns().stream().filter(one -> id.equals(one.getId())).findFirst().orElseThrow();
            return table.getItems().stream().map((Function<Object, String>) column.getUserData()).toList();
        });
    }

    static void untilJobsAreKnown(AppFixture app) {
        app.until("the jobs of nodes are there",
                () -> !written(app, "node.jobs").isEmpty() && !written(app, "node.jobs").contains("—"));
    }
}
