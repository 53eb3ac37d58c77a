package poolscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.pool.Inventory;
import poolscope.pool.InventoryPartReadOutcome.Kind;
import poolscope.pool.InventoryPartReadOutcome.State;
import poolscope.pool.node.PoolContentsList;

/// What is said of lists of which only a part was read, word for word.
@Timeout(60)
class PartOfListTextTest {
    private static PoolContentsText words(Locale locale) {
        var texts = Texts.of(locale);
        return new PoolContentsText(texts, new PoolFieldText(texts, ZoneOffset.UTC),
                new TimeText(texts, ZoneOffset.UTC));
    }

    @Test
    void nodes_of_which_the_service_gave_only_a_part_say_so() {
        var part = new PoolContentsList<>(List.of("a node"), false, Instant.EPOCH);
        assertThat(words(Locale.ENGLISH).notWhole(part)).isEqualTo("The service gave only a part of the list.");
        assertThat(words(Locale.SIMPLIFIED_CHINESE).notWhole(part)).isEqualTo("服务只返回了列表的一部分。");
    }

    @Test
    void the_sentence_follows_the_summary_in_chinese_without_a_space() {
        var part = new PoolContentsList<>(List.of("a node"), false, Instant.EPOCH);
        assertThat(words(Locale.ENGLISH).summary("1 node.", part))
                .isEqualTo("1 node. The service gave only a part of the list.");
        assertThat(words(Locale.SIMPLIFIED_CHINESE).summary("1 个节点。", part)).isEqualTo("1 个节点。服务只返回了列表的一部分。");
        assertThat(words(Locale.ENGLISH).summary("1 node.",
                new PoolContentsList<>(List.of("a node"), true, Instant.EPOCH))).isEqualTo("1 node.");
        assertThat(words(Locale.ENGLISH).summary("", part)).isEqualTo("The service gave only a part of the list.");
    }

    @Test
    void nodes_of_which_a_later_page_failed_say_so_and_why() {
        var failure = new Failure.ServiceTrouble(Optional.empty(),
                new FailureDetails(new FailureDetails.RequestLine("GET", "host", "/v2/p/pools/a/nodes"), 500, "", "",
                        "", "", Optional.empty(), Instant.EPOCH, 1));
        var part = new PoolContentsList<>(List.of("a node"), false, Optional.of(failure), Instant.EPOCH);
        assertThat(words(Locale.ENGLISH).notWhole(part)).isEqualTo(
                "Only a part of the list was read: the service answered with an error of its own (HTTP 500).");
        assertThat(words(Locale.SIMPLIFIED_CHINESE).notWhole(part)).isEqualTo("只读取了列表的一部分：服务自身出错（HTTP 500）。");
    }

    @Test
    void a_list_of_pools_of_more_than_64_MiB_says_the_limit_and_how_to_read_the_other_list() throws Exception {
        var inventory = readBesideAnEndlessListOfV2();
        assertThat(inventory.isComplete()).isFalse();
        var state = inventory.parts()
                .stream()
                .filter(part -> part.kind() == Kind.V2_POOLS)
                .findFirst()
                .orElseThrow()
                .state();
        var failure = (Failure) ((State.Failed) state).cause();
        var host = failure.failureDetails().request().host();
        assertThat(new FailureText(Texts.of(Locale.ENGLISH)).notRead("the pools of v2", failure))
                .isEqualTo(("Not read: the pools of v2, the answer of %s is larger than 64 MiB, the most that is "
                        + "read at once. Is this the endpoint of the ModelArts API? The pools of v2 come in one answer: "
                        + "when there are too many, choose “v1 only (clusters)” in the connection to read those of v1.")
                        .formatted(host));
        assertThat(new FailureText(Texts.of(Locale.SIMPLIFIED_CHINESE)).notRead("v2 资源池", failure))
                .isEqualTo(("未读取：v2 资源池；%s 的响应超过 64 MiB，这是一次读取的上限。终端节点是否为 ModelArts API？"
                        + "v2 资源池在一个响应中返回：数量过多时，请在连接中选择“仅 v1（clusters）”，只读取 v1 资源池。").formatted(host));
    }

    private static Inventory readBesideAnEndlessListOfV2() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/p/clusters", exchange -> {
            var body = "{\"total_count\":1,\"clusters\":[{\"cluster_id\":\"a\"}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (exchange; var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.createContext("/v2/p/pools", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (exchange; var out = exchange.getResponseBody()) {
                while (true)
                    out.write(new byte[1 << 20]);
            } catch (IOException _) {
                // the client has read enough
            }
        });
        server.start();
        var draft = new ServiceAndProject.Draft("c", "n", "", "http://localhost:" + server.getAddress().getPort(), "p");
        try (var reader = InventoryReader.open(ApiTarget.of(ServiceAndProject.of(draft).orThrow(), Credentials.NONE),
                RequestClockAndTimeouts.real())) {
            return reader.read(_ -> {
            });
        } finally {
            server.stop(0);
        }
    }
}
