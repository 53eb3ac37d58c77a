package poolscope.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static poolscope.demo.DemoClient.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.MovableClock;

class ErrorsTest {
    private final DemoClient client = new DemoClient(TestCloudSettings.of(5).withClock(new MovableClock()));

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"offset=-1", "offset=x", "offset=", "offset=1.5", "offset=99999999999", "limit=0",
            "limit=-1", "limit=ten", "sort_by=status", "sort_by=", "order=up", "order=ASC",
            "cluster_name=%25zz%E4%B8&offset=-1"})
    void refuses_a_bad_parameter_with_the_code_of_modelarts(String query) throws Exception {
        var answer = client.send(client.clusters(query));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()).get("error_code").textValue()).isEqualTo("ModelArts.0104");
        assertThat(json(answer.body()).get("error_message").textValue()).startsWith("Invalid parameter: ");
    }

    @Test
    void refuses_another_project() throws Exception {
        var answer = client.send(client.to("/v1/0123456789abcdef0123456789abcdef/clusters"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer.body()).get("error_code").textValue()).isEqualTo("ModelArts.0210");
    }

    @Test
    void does_not_know_another_path() throws Exception {
        var answer = client.send(client.to("/v2/" + client.cloud.projectId() + "/pools"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer.body()).get("error_code").textValue()).isEqualTo("APIG.0101");
        assertThat(json(answer.body()).get("request_id").textValue())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void allows_no_other_method() throws Exception {
        var posted = client.send(client.clusters("").POST(BodyPublishers.ofString("{}")));
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).hasValue("GET");
        assertThat(client.send(client.clusters("").HEAD()).statusCode()).isEqualTo(405);
        assertThat(client.send(client.to("/v3/auth/tokens")).statusCode()).isEqualTo(405);
    }

    @Test
    void every_response_has_a_request_id_of_its_own_and_the_time() throws Exception {
        var seen = new HashSet<String>();
        for (var path : new String[]{"/v1/" + client.cloud.projectId() + "/clusters", "/nowhere", "/nowhere"}) {
            var headers = client.send(client.to(path)).headers();
            assertThat(headers.firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f]{32}").matches(seen::add);
            var date = ZonedDateTime.parse(headers.firstValue("Date").orElseThrow(),
                    DateTimeFormatter.RFC_1123_DATE_TIME);
            assertThat(date.toInstant()).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
        }
    }

    @Test
    void records_requests() throws Exception {
        client.send(client.clusters("cluster_name=%E6%8E%A8%20a&limit=3").header("X-Auth-Token", "secret"));
        assertThat(client.cloud.requestCount()).isEqualTo(1);
        var request = client.cloud.requests().getFirst();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/v1/" + client.cloud.projectId() + "/clusters");
        assertThat(request.query()).isEqualTo("cluster_name=%E6%8E%A8%20a&limit=3");
        assertThat(request.header("x-auth-TOKEN")).isEqualTo("secret");
        assertThat(request.header("absent")).isEmpty();
    }

    @Test
    void keeps_the_last_thousand_requests() throws Exception {
        for (var i = 0; i < 1003; i++)
            client.send(client.to("/" + i));
        assertThat(client.cloud.requestCount()).isEqualTo(1003);
        assertThat(client.cloud.requests()).hasSize(1000);
        assertThat(client.cloud.requests().getFirst().path()).isEqualTo("/3");
    }
}
