package poolscope.api.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.PropertyCases;
import poolscope.api.Failure;
import poolscope.api.http.ApiResponse;
import poolscope.api.signin.IamProjectsReader;
import poolscope.api.signin.TokenRequest;
import poolscope.api.v1.ClusterListPageJson;
import poolscope.api.v1.FaultTestService;
import poolscope.connection.PoolQuery;
import poolscope.pool.PoolOrigin;

/// Whatever bytes an answer holds, each reader gives what it reads or says that it can't: nothing else comes out
/// of one.
@Execution(ExecutionMode.CONCURRENT)
class AnyBytesTest {
    private static final PoolOrigin ORIGIN = new PoolOrigin("c", "Here", "", 1, Instant.EPOCH, "");
    private static final List<String> DOCUMENTS = List.of(
            "{\"total_count\":1,\"count\":1,\"clusters\":[{\"cluster_id\":\"a\"}]}",
            "{\"error_code\":\"APIG.0301\",\"error_msg\":\"no\"}", "{\"projects\":[{\"id\":\"p\",\"name\":\"n\"}]}",
            "{\"token\":{\"issued_at\":\"2026-01-01T00:00:00.000000Z\",\"expires_at\":\"2026-01-02T00:00:00.000000Z\"}}");
    private static final List<byte[]> BEGINNINGS = Stream
            .of("", "0000FEFF", "FFFE0000", "0000FFFE", "FEFF0000", "FEFF", "FFFE", "EFBBBF", "EFBBBFEFBBBF",
                    "EFBBBFFEFF", "EFBBBFFFFE", "FEFFFEFF", "FEFF0000007B", "00007B00", "0000007B", "7B000000",
                    "007B0000", "007B", "7B00", "00", "0000", "000000", "00000000", "7B", "7B22", "1F8B", "C080",
                    "EDA080", "F4908080")
            .map(HexFormat.of()::parseHex)
            .toList();

    static Stream<byte[]> structured() {
        var charsets = List.of("UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE", "GBK");
        return BEGINNINGS.stream()
                .flatMap(beginning -> Stream.concat(Stream.of(beginning), DOCUMENTS.stream()
                        .flatMap(document -> charsets.stream()
                                .map(charset -> joined(beginning, document.getBytes(Charset.forName(charset)))))));
    }

    /// Documents with a few bytes changed, cut or doubled, and bytes that were never a document.
    static Stream<byte[]> random() {
        var random = PropertyCases.random(13);
        var seeds = structured().toList();
        return IntStream.range(0, PropertyCases.times(20_000)).mapToObj(i -> {
            byte[] bytes = i % 5 == 0 ? new byte[random.nextInt(64)] : seeds.get(random.nextInt(seeds.size())).clone();
            if (i % 5 == 0) random.nextBytes(bytes);
            for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--)
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? 0 : random.nextInt(256));
            return random.nextInt(4) > 0 ? bytes : java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        });
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts)
            all.writeBytes(part);
        return all.toByteArray();
    }

    private static ApiResponse answer(byte[] body) {
        return new ApiResponse(200, HttpHeaders.of(Map.of(), (_, _) -> true), body, Instant.EPOCH);
    }

    /// What each reader makes of these bytes: nothing when it did what it promises.
    private static List<String> surprises(byte[] body) {
        var surprises = new ArrayList<String>();
        check("list", body, surprises,
                () -> ClusterListPageJson.read(body, ORIGIN, new ValueInterner(), PoolQuery.SortBy.CREATED_AT));
        check("error body", body, surprises, () -> ErrorResponseBody.parse(body));
        check("token", body, surprises, () -> TokenRequest.life(answer(body)));
        check("projects", body, surprises, () -> IamProjectsReader.read(answer(body)));
        return surprises;
    }

    @FunctionalInterface
    private interface Reading {
        Object read() throws UnreadableResponseException;
    }

    private static void check(String reader, byte[] body, List<String> surprises, Reading reading) {
        try {
            assertThat(reading.read()).isNotNull();
        } catch (UnreadableResponseException e) {
            if (e.getMessage().contains("byte -"))
                surprises.add(reader + " of " + HexFormat.of().formatHex(body) + ": " + e);
        } catch (Exception | Error e) {
            surprises.add(reader + " of " + HexFormat.of().formatHex(body) + ": " + e);
        }
    }

    @Test
    void every_reader_reads_or_refuses_whatever_a_document_begins_with() {
        assertThat(structured().flatMap(body -> surprises(body).stream())).isEmpty();
    }

    @Test
    void every_reader_reads_or_refuses_whatever_bytes_come() {
        assertThat(random().flatMap(body -> surprises(body).stream()).limit(20)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00007B00", "0000FFFE", "0000FFFE7B7D", "FEFF0000007B", "EFBBBFFEFF007B007D",
            "FEFF000000000000"})
    void bytes_in_no_order_that_Unicode_knows_are_no_list(String hex) {
        byte[] body = HexFormat.of().parseHex(hex);
        assertThatThrownBy(
                () -> ClusterListPageJson.read(body, ORIGIN, new ValueInterner(), PoolQuery.SortBy.CREATED_AT))
                .isInstanceOfSatisfying(UnreadableResponseException.class, e -> assertThat(e.cause())
                        .isIn(Failure.UnreadableAnswer.Cause.NOT_JSON, Failure.UnreadableAnswer.Cause.TRUNCATED));
    }

    static Stream<Charset> unicode() {
        return Stream.of("UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE").map(Charset::forName);
    }

    @ParameterizedTest
    @MethodSource("unicode")
    void a_refusal_is_understood_in_every_encoding_of_Unicode(Charset charset) {
        byte[] body = "{\"error_code\":\"APIG.0301\",\"error_msg\":\"名\",\"request_id\":\"r\"}".getBytes(charset);
        assertThat(ErrorResponseBody.parse(body)).isEqualTo(new ErrorResponseBody("APIG.0301", "名", "r", true));
    }

    @Test
    void what_is_no_JSON_is_shown_as_the_text_that_it_is() {
        assertThat(ErrorResponseBody.parse("forbidden".getBytes(UTF_8)).message()).isEqualTo("forbidden");
        assertThat(ErrorResponseBody.parse("\0\0{\0".getBytes(ISO_8859_1)).isJson()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00007B0000007B00", "0000FFFE0000FFFE", "B7C3CECAB1BBBEDCBEF8", "8BFF0048C1E21F90"})
    void bytes_that_are_no_text_are_no_words_of_the_service(String hex) {
        assertThat(ErrorResponseBody.parse(HexFormat.of().parseHex(hex)).message()).isEmpty();
    }

    @Test
    void neither_are_those_in_the_title_of_a_page() {
        var title = HexFormat.of().parseHex("B7C3CECAB1BBBEDCBEF8");
        assertThat(ErrorResponseBody.parse(joined("<html><title>".getBytes(UTF_8), title, "</title>".getBytes(UTF_8)))
                .message()).isEmpty();
    }

    @Test
    void words_with_a_letter_in_another_encoding_are_still_words() {
        assertThat(ErrorResponseBody.parse("Zugriff verweigert für\tdiesen Host\r\n".getBytes(ISO_8859_1)).message())
                .isEqualTo("Zugriff verweigert f\uFFFDr\tdiesen Host");
        assertThat(ErrorResponseBody.parse("访问被拒绝".getBytes(UTF_8)).message()).isEqualTo("访问被拒绝");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00007B00", "0000FFFE"})
    void a_service_that_answers_with_such_bytes_is_a_failure_with_a_name(String hex) throws Exception {
        byte[] body = HexFormat.of().parseHex(hex);
        FaultTestService.fails(FaultTestService.ok(body), "UnreadableAnswer.NOT_JSON", 1);
        var refusal = joined(
                ("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n")
                        .getBytes(ISO_8859_1),
                body);
        FaultTestService.fails(refusal, "NotAllowed.UNEXPLAINED", 1);
    }
}
