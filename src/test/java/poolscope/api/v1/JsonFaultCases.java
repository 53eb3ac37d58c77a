package poolscope.api.v1;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.api.v1.FaultTestService.EMPTY_LIST;
import static poolscope.api.v1.FaultTestService.ok;
import static poolscope.api.v1.FaultTestService.reads;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import poolscope.pool.FieldValue;

/// B4: bodies that are not quite JSON. None of them is a list, and none is "no pools".
final class JsonFaultCases {
    private static final String NOT_JSON = "UnreadableAnswer.NOT_JSON";
    private static final String TEXT_TOO_LONG = "UnreadableAnswer.TEXT_TOO_LONG";

    private JsonFaultCases() {}

    static List<FaultCase> cases() {
        return List.of(new FaultCase(50, "truncated at every byte", JsonFaultCases::truncated),
                new FaultCase(51, "something follows", () -> {
                    for (var tail : List.of(" x", EMPTY_LIST, "\0\0\0"))
                        fails(EMPTY_LIST + tail, NOT_JSON, 1);
                }),
                new FaultCase(52, "byte order mark",
                        () -> assertThat(reads("\uFEFF" + EMPTY_LIST).isComplete()).isTrue()),
                new FaultCase(53, "other encodings", () -> {
                    for (var charset : List.of(UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE")))
                        assertThat(reads(ok(EMPTY_LIST.getBytes(charset))).isComplete()).as(charset.name()).isTrue();
                    var chinese = "{\"total_count\":1,\"clusters\":[{\"cluster_name\":\"池\"}]}";
                    FaultTestService.fails(ok(chinese.getBytes(Charset.forName("GBK"))), NOT_JSON, 1);
                }), new FaultCase(54, "null, [], a string or a number", () -> {
                    for (var document : List.of("null", "[]", "\"\"", "0"))
                        fails(document, "UnreadableAnswer.NOT_A_LIST", 1);
                }), new FaultCase(55, "too deep", () -> {
                    for (int depth : new int[]{101, 1001, 1_000_000})
                        fails("{\"a\":" + "[".repeat(depth), "UnreadableAnswer.TOO_DEEP", 1);
                }), new FaultCase(56, "numbers beyond measure", () -> {
                    fails("{\"a\":" + "1".repeat(1001) + ",\"total_count\":0,\"clusters\":[]}",
                            "UnreadableAnswer.NUMBER_TOO_LONG", 1);
                    var memory = FaultTestService.pool("\"allocatable_memory\":1e999999999")
                            .allocatableResources()
                            .memoryMiB();
                    assertThat(memory).isEqualTo(new FieldValue.Unreadable("1e999999999"));
                }), new FaultCase(57, "texts and names beyond measure", () -> {
                    fails("{\"clusters\":[{\"cluster_name\":\"" + "x".repeat(2_000_000) + "\"}]}", TEXT_TOO_LONG, 1);
                    fails("{\"" + "x".repeat(1 << 20) + "\":1,\"total_count\":0,\"clusters\":[]}", TEXT_TOO_LONG, 1);
                }),
                new FaultCase(58, "a name twice",
                        () -> fails("{\"total_count\":1,\"total_count\":0,\"clusters\":[]}",
                                "UnreadableAnswer.DUPLICATE_NAME", 1)),
                new FaultCase(59, "what only some parsers take", () -> {
                    for (var extra : List.of("\"a\":NaN", "\"a\":Infinity", "/*c*/\"a\":1", "'a':1", "\"a\":[1,]"))
                        fails("{" + extra + ",\"total_count\":0,\"clusters\":[]}", NOT_JSON, 1);
                }),
                new FaultCase(60, "raw control character in a text",
                        () -> fails("{\"a\":\"\n\",\"total_count\":0,\"clusters\":[]}", NOT_JSON, 1)),
                new FaultCase(61, "lone surrogate, U+0000, non-character", () -> {
                    for (var odd : List.of("\\ud800", "\\u0000", "\\uffff"))
                        assertThat(
                                FaultTestService.pool("\"cluster_name\":\"x" + odd + "\"").poolNamesAndOwner().name())
                                .asString()
                                .contains("x");
                }));
    }

    private static void fails(String json, String failure, int requests) throws Exception {
        FaultTestService.fails(ok(json.getBytes(UTF_8)), failure, requests);
    }

    private static void truncated() throws Exception {
        byte[] sample = ClusterListPageJsonTest.sample();
        for (int length = 0; length < sample.length - 1; length++) {
            byte[] part = Arrays.copyOf(sample, length);
            assertThat(ClusterListPageJsonTest.cause(part)).as("%d bytes", length).isNotNull();
        }
        FaultTestService.fails(ok(Arrays.copyOf(sample, sample.length / 2)), "UnreadableAnswer.TRUNCATED", 3);
    }
}
