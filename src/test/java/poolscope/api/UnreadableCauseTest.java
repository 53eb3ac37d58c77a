package poolscope.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.api.v1.FaultTestService.EMPTY_LIST;
import static poolscope.api.v1.FaultTestService.answer;
import static poolscope.api.v1.FaultTestService.fails;
import static poolscope.api.v1.FaultTestService.ok;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v1.FaultTestService;
import poolscope.api.v1.TestService;

/// Each way in which an answer can be unreadable has a cause of its own.
@Timeout(60)
class UnreadableCauseTest {

    private static Failure body(String body, String cause) throws Exception {
        return fails(ok(body.getBytes(UTF_8)), "UnreadableAnswer." + cause, 1);
    }

    @Test
    void what_is_nested_long_or_there_twice_is_told_apart_from_what_is_large() throws Exception {
        body("{\"a\":" + "[".repeat(101), "TOO_DEEP");
        body("{\"a\":" + "1".repeat(101) + "}", "NUMBER_TOO_LONG");
        body("{\"a\":0." + "1".repeat(1001) + "}", "NUMBER_TOO_LONG");
        body("{\"clusters\":[{\"cluster_name\":\"" + "x".repeat(2_000_000) + "\"}]}", "TEXT_TOO_LONG");
        body("{\"" + "x".repeat(1 << 20) + "\":1}", "TEXT_TOO_LONG");
        var twice = body("{\"total_count\":1,\"clusters\":[],\"total_count\":2}", "DUPLICATE_NAME");
        assertThat(twice.failureDetails().detail()).isEqualTo("total_count");
        body("{\"clusters\":[{\"cluster_id\":\"a\",\"cluster_id\":\"b\"}]}", "DUPLICATE_NAME");
    }

    @Test
    void a_head_that_is_too_large_is_told_as_the_head() throws Exception {
        fails("HTTP/1.1 200 OK\r\nX: " + "a".repeat(400_000) + "\r\n\r\n", "UnreadableAnswer.HEADERS_TOO_LARGE", 1);
        fails("HTTP/1.1 200 OK\r\n" + "X: a\r\n".repeat(80_000) + "\r\n", "UnreadableAnswer.HEADERS_TOO_LARGE", 1);
    }

    @Test
    void a_damaged_gzip_is_no_unknown_encoding() throws Exception {
        byte[] packed = TransportTest.gzip(EMPTY_LIST.getBytes(UTF_8));
        byte[] flipped = packed.clone();
        flipped[packed.length - 6] ^= 1;
        for (var damaged : List.of(new byte[]{1, 2, 3}, Arrays.copyOf(packed, packed.length - 4), flipped))
            fails(packed("gzip", damaged), "UnreadableAnswer.DAMAGED_GZIP", 1);
        fails(packed("br", packed), "UnreadableAnswer.ENCODED", 1);
    }

    private static byte[] packed(String encoding, byte[] body) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(("HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    @Test
    void what_does_not_speak_http_is_not_told_as_not_speaking_https() throws Exception {
        fails("SSH-2.0-OpenSSH_9.6\r\n", "UnreadableAnswer.NOT_HTTP", 1);
        fails("HTTP/1.1 abc\r\n\r\n", "UnreadableAnswer.NOT_HTTP", 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"null", "[]", "\"\"", "0", "[{\"cluster_id\":\"a\"}]"})
    void json_that_is_no_object_is_told_without_braces(String document) throws Exception {
        assertThat(body(document, "NOT_A_LIST").failureDetails().detail()).isEmpty();
    }

    @Test
    void a_place_that_is_not_known_is_not_said() throws Exception {
        for (var document : List.of("{\"a\":", "{\"a\":" + "[".repeat(101), "{\"a\":\"" + "x".repeat(2_000_000) + "\"}",
                "{\"clusters\":[]} x", "nonsense", "{\"a\":" + "1".repeat(2000) + "}", "\u0000\u0000{}",
                "{\"a\":1,\"a\":2}"))
            try (var server = RawServer.saying(answer("200 OK", document));
                    var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), FaultTestService.TOKEN),
                            FaultTestService.quick(new java.util.ArrayList<>()))) {
                assertThat(TestService.failure(reader).failureDetails().detail()).doesNotContain("-1", "{}");
            }
    }

    @Test
    void what_a_web_page_is_called_is_redacted_and_cut() throws Exception {
        var page = "<html><title>Sign in, MIIFcanary0123456789 " + "x".repeat(250) + "</title>";
        try (var server = RawServer.saying(answer("200 OK", page));
                var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), FaultTestService.TOKEN),
                        FaultTestService.quick(new java.util.ArrayList<>()))) {
            var detail = TestService.failure(reader).failureDetails().detail();
            assertThat(detail).startsWith("Sign in").doesNotContain("canary").hasSizeLessThan(130);
        }
    }
}
