package poolscope.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StoredResponsesTest {
    private final StoredResponses stored = new StoredResponses();
    private final TestCloudSettings settings = TestCloudSettings.of(3)
            .withV2Pools(5)
            .withClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
            .withDrift(false);

    private static byte[] get(TestCloud cloud, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client
                    .send(HttpRequest.newBuilder(URI.create(cloud.endpoint() + path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    @Test
    void a_response_is_what_the_cloud_would_send_and_is_made_once_for_all_clouds() throws Exception {
        try (var cloud = TestCloud.start(settings)) {
            var path = "/v2/" + cloud.projectId() + "/pools";
            var made = get(cloud, path);
            try (var first = TestCloud.start(settings.withStoredResponses(stored))) {
                assertThat(get(first, path)).isEqualTo(made);
            }
            stored.complete();
            try (var second = TestCloud.start(settings.withStoredResponses(stored))) {
                assertThat(get(second, path)).isEqualTo(made);
                assertThat(stored.madeLate()).isEmpty();
                get(second, path + "?workspaceId=1");
                assertThat(stored.madeLate()).containsExactly("GET " + path + "?workspaceId=1");
            }
        }
    }
}
