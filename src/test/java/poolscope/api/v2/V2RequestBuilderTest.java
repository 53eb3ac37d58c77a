package poolscope.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import poolscope.api.http.ApiRequest;
import poolscope.connection.ServiceAndProject;

class V2RequestBuilderTest {
    private static final V2PagedListAssembler.Position START = V2PagedListAssembler.Position.START;
    private final V2RequestBuilder requests = new V2RequestBuilder(
            new ServiceAndProject("c", "lab", Optional.empty(), URI.create("https://service.example.com"), "p1"));

    private static String address(ApiRequest request) {
        assertThat(request.method()).isEqualTo("GET");
        return request.uri().toString().replace("https://service.example.com", "");
    }

    @Test
    void each_call_has_its_path() {
        assertThat(List.of(requests.pools("", START), requests.runtimeMetrics(START), requests.resourceFlavors(START),
                requests.scheduledEvents(START), requests.nodes("pool-a", START), requests.workloads("pool-a", START),
                requests.events("pool-a", START))).map(V2RequestBuilderTest::address)
                .containsExactly("/v2/p1/pools", "/v2/p1/metrics/runtime/pools", "/v1/p1/resourceflavors",
                        "/v1/p1/scheduled-events", "/v2/p1/pools/pool-a/nodes", "/v2/p1/pools/pool-a/workloads",
                        "/v1/p1/events?resource=pools&name=pool-a");
    }

    @Test
    void the_next_page_is_asked_for_by_its_token_or_else_by_the_offset() {
        var token = new V2PagedListAssembler.Position("a+b/c=", 500);
        var offset = new V2PagedListAssembler.Position("", 500);
        assertThat(address(requests.nodes("a", token))).endsWith("/nodes?continue=a%2Bb%2Fc%3D");
        assertThat(address(requests.nodes("a", offset))).endsWith("/nodes");
        assertThat(address(requests.workloads("a", offset))).endsWith("/workloads?offset=500");
        assertThat(address(requests.events("a", token))).endsWith("?resource=pools&name=a&continue=a%2Bb%2Fc%3D");
        assertThat(address(requests.pools("w 1", token))).endsWith("/pools?continue=a%2Bb%2Fc%3D&workspaceId=w%201");
    }

    @Test
    void an_odd_id_does_not_lead_elsewhere() {
        assertThat(address(requests.nodes("../../v1/x?y", START)))
                .isEqualTo("/v2/p1/pools/%2E%2E%2F%2E%2E%2Fv1%2Fx%3Fy/nodes");
    }
}
