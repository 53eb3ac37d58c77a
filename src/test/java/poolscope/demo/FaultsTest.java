package poolscope.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static poolscope.demo.DemoClient.ids;
import static poolscope.demo.DemoClient.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import poolscope.MovableClock;

@Timeout(20)
class FaultsTest {
    private final DemoClient client = new DemoClient(TestCloudSettings.of(30).withClock(new MovableClock()));

    @AfterEach
    void close() {
        client.close();
    }

    private HttpResponse<String> after(Fault... faults) throws Exception {
        client.cloud.script(faults);
        return client.send(client.clusters(""));
    }

    /// A request whose answer may never end.
    private CompletableFuture<HttpResponse<InputStream>> begun() {
        return client.http.sendAsync(client.clusters("").build(), BodyHandlers.ofInputStream());
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean())
            Thread.onSpinWait();
    }

    @Test
    void a_script_is_used_up_in_order_and_then_requests_are_answered_normally() throws Exception {
        client.cloud.script(Fault.status(500), Fault.pass(), Fault.throttled("7"));
        assertThat(client.send(client.clusters("")).statusCode()).isEqualTo(500);
        assertThat(client.send(client.clusters("")).statusCode()).isEqualTo(200);
        var throttled = client.send(client.clusters(""));
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(ids(client.list(""))).hasSize(30);
    }

    @Test
    void fails_every_request_until_heal() throws Exception {
        client.cloud.failAll(Fault.badGatewayHtml());
        for (var i = 0; i < 3; i++)
            assertThat(client.send(client.clusters("")).statusCode()).isEqualTo(502);
        client.cloud.heal();
        assertThat(ids(client.list(""))).hasSize(30);
    }

    @Test
    void sends_each_shape_of_error() throws Exception {
        var gateway = after(Fault.tokenExpired());
        assertThat(gateway.statusCode()).isEqualTo(401);
        assertThat(json(gateway.body()).get("error_msg").textValue())
                .isEqualTo("Incorrect IAM authentication information: decrypt token fail");
        assertThat(json(gateway.body()).get("request_id").textValue())
                .isEqualTo(gateway.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(json(after(Fault.modelArts(404, "ModelArts.0015", "gone")).body()))
                .isEqualTo(json("{\"error_message\":\"gone\",\"error_code\":\"ModelArts.0015\"}"));
        assertThat(json(after(Fault.newerModelArts(400, "ModelArts.50015001", "no")).body()))
                .isEqualTo(json("{\"error_msg\":\"no\",\"error_code\":\"ModelArts.50015001\"}"));
        assertThat(json(after(Fault.iamUnauthorized()).body()).at("/error/code").isInt()).isTrue();
        assertThat(after(Fault.forbidden()).statusCode()).isEqualTo(403);
        assertThat(json(after(Fault.noSuchApi()).body()).get("error_code").textValue()).isEqualTo("APIG.0101");
        assertThat(after(Fault.badGatewayHtml()).body()).startsWith("<html>");
    }

    @Test
    void answers_any_status_with_any_headers() throws Exception {
        var answer = after(new Fault.Respond(418, "text/plain", "short and stout", Map.of("X-Pot", "tea")));
        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("short and stout");
        assertThat(answer.headers().firstValue("X-Pot")).hasValue("tea");
        assertThat(after(Fault.status(204)).statusCode()).isEqualTo(204);
        assertThat(after(Fault.status(304)).statusCode()).isEqualTo(304);
        assertThat(after(Fault.status(599)).body()).isEmpty();
        var empty = after(Fault.json(200, ""));
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
    }

    @Test
    void redirects() throws Exception {
        var answer = after(Fault.redirect(307, URI.create("http://127.0.0.2:9/elsewhere")));
        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("Location")).hasValue("http://127.0.0.2:9/elsewhere");
    }

    @Test
    void changes_the_normal_response() throws Exception {
        var normal = client.send(client.clusters("")).body();
        var labelled = after(new Fault.Labelled("text/html"));
        assertThat(labelled.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(labelled.body()).isEqualTo(normal);
        assertThat(after(new Fault.Labelled("")).headers().firstValue("Content-Type")).isEmpty();
        assertThat(after(Fault.notJson()).body()).startsWith("Service is");
        assertThat(after(Fault.body("null")).body()).isEqualTo("null");
        assertThat(after(new Fault.Edited(text -> text.replace("\"total_count\":30", "\"total_count\":31"))).body())
                .startsWith("{\"total_count\":31,\"count\":30");
    }

    @Test
    void compresses_although_nobody_asked() throws Exception {
        var normal = client.send(client.clusters("")).body();
        client.cloud.script(new Fault.Gzip());
        var answer = client.http.send(client.clusters("").build(), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body()))).hasContent(normal);
    }

    @Test
    void waits_before_it_answers() throws Exception {
        var begin = System.nanoTime();
        assertThat(after(Fault.delay(Duration.ofMillis(150))).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        assertThat(after(new Fault.Delay(Duration.ofMillis(1), Fault.status(503))).statusCode()).isEqualTo(503);
    }

    @Test
    void cuts_an_answer_whose_length_it_has_announced() throws Exception {
        client.cloud.script(new Fault.Truncate(100));
        var answer = begun().get(10, TimeUnit.SECONDS);
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow()).isGreaterThan(1000);
        assertThat(answer.body().readNBytes(100)).hasSize(100);
        assertThatThrownBy(() -> answer.body().read()).isInstanceOf(IOException.class);
    }

    @Test
    void cuts_an_answer_in_chunks() {
        assertThatThrownBy(() -> after(new Fault.TruncateChunked(100))).isInstanceOf(IOException.class);
    }

    @Test
    void disconnects_without_a_response() {
        assertThatThrownBy(() -> after(new Fault.Disconnect(), new Fault.Disconnect())).isInstanceOf(IOException.class);
        assertThat(client.cloud.requestCount()).isBetween(1, 2);
    }

    @Test
    void stalls_after_the_headers_and_counts_the_exchange_as_open() throws Exception {
        client.cloud.script(new Fault.Stall());
        var answer = begun().get(10, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(client.cloud.openExchanges()).isEqualTo(1);
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow()).isGreaterThan(1000);
        client.cloud.close();
        assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
        until(() -> client.cloud.openExchanges() == 0);
    }

    @Test
    void sends_so_many_bytes_a_second_and_notices_when_the_caller_leaves() throws Exception {
        client.cloud.script(new Fault.Throttle(200));
        var begin = System.nanoTime();
        var answer = begun().get(10, TimeUnit.SECONDS);
        assertThat(answer.body().readNBytes(60)).hasSize(60);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(200),
                Duration.ofSeconds(5));
        assertThat(client.cloud.openExchanges()).isEqualTo(1);
        answer.body().close();
        until(() -> client.cloud.openExchanges() == 0);
    }

    @Test
    void a_throttled_response_is_complete_in_the_end() throws Exception {
        var normal = client.send(client.clusters("limit=1")).body();
        client.cloud.script(new Fault.Throttle(20_000));
        assertThat(client.send(client.clusters("limit=1")).body()).isEqualTo(normal);
    }

    @Test
    void never_ends_until_the_caller_leaves() throws Exception {
        client.cloud.script(new Fault.Endless());
        var answer = begun().get(10, TimeUnit.SECONDS);
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(answer.body().readNBytes(5_000_000)).hasSize(5_000_000);
        answer.body().close();
        until(() -> client.cloud.openExchanges() == 0);
    }

    @Test
    void closes_while_responses_are_under_way() throws Exception {
        client.cloud.script(new Fault.Stall(), Fault.delay(Duration.ofHours(1)), new Fault.Endless(),
                new Fault.Throttle(1));
        for (var i = 0; i < 4; i++)
            begun();
        until(() -> client.cloud.openExchanges() == 4);
        client.cloud.close();
        until(() -> client.cloud.openExchanges() == 0);
        assertThatThrownBy(() -> client.send(client.clusters(""))).isInstanceOf(IOException.class);
    }

    @Test
    void may_be_closed_twice() {
        client.cloud.close();
        client.cloud.close();
    }
}
