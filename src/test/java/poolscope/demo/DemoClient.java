package poolscope.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/// An HTTP client of the test cloud.
final class DemoClient implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final TestCloud cloud;
    final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    DemoClient(TestCloudSettings settings) {
        try {
            cloud = TestCloud.start(settings);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    HttpRequest.Builder to(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(cloud.endpoint() + pathAndQuery));
    }

    HttpRequest.Builder clusters(String query) {
        return to("/v1/" + cloud.projectId() + "/clusters" + (query.isEmpty() ? "" : "?" + query));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /// The response of a list that must succeed.
    JsonNode list(String query) throws IOException, InterruptedException {
        var answer = send(clusters(query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    static JsonNode json(String text) throws IOException {
        return MAPPER.readTree(text);
    }

    /// One field of all rows, as text.
    static List<String> each(JsonNode list, String field) {
        var values = new ArrayList<String>();
        list.get("clusters").forEach(row -> values.add(row.path(field).asText()));
        return values;
    }

    static List<String> ids(JsonNode list) {
        return each(list, "cluster_id");
    }

    @Override
    public void close() {
        cloud.close();
        http.shutdownNow();
    }
}
