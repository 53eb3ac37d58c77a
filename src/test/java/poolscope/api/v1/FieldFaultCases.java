package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.api.v1.FaultTestService.answer;
import static poolscope.api.v1.FaultTestService.fails;
import static poolscope.api.v1.FaultTestService.pool;
import static poolscope.api.v1.FaultTestService.reads;
import static poolscope.api.v1.FaultTestService.rows;

import java.math.BigDecimal;
import java.util.List;
import poolscope.api.ApiTarget;
import poolscope.api.RawServer;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.PoolStatus;

/// B5: JSON of other types than the document says.
final class FieldFaultCases {
    private static final Coverage FLAGGED = new Coverage.Incomplete(Reason.COUNTS_DISAGREE);

    private FieldFaultCases() {}

    static List<FaultCase> cases() {
        return List.of(new FaultCase(62, "no list in clusters", () -> {
            for (var rest : List.of("", ",\"clusters\":null", ",\"clusters\":{}", ",\"clusters\":\"x\""))
                fails(answer("200 OK", "{\"total_count\":0" + rest + "}"), "UnreadableAnswer.WRONG_SHAPE", 1);
        }), new FaultCase(63, "elements that are no objects", () -> {
            var inventory = rows("null", "5", "[{}]", "{\"cluster_id\":\"a\"}");
            assertThat(inventory.pools()).hasSize(1);
            assertThat(inventory.reading().unreadable()).isEqualTo(3);
        }), new FaultCase(64, "ids", () -> {
            assertThat(rows("{\"cluster_id\":17}").pools().getFirst().poolNamesAndOwner().id())
                    .isEqualTo(FieldValue.text("17"));
            assertThat(rows("{}", "{\"cluster_id\":null}", "{\"cluster_id\":\"\"}").pools()).hasSize(3);
            fails(answer("200 OK", "{\"clusters\":[{\"cluster_id\":\"" + "x".repeat(5_000_000)),
                    "UnreadableAnswer.TEXT_TOO_LONG", 1);
        }), new FaultCase(65, "one id twice", () -> {
            var inventory = rows("{\"cluster_id\":\"a\",\"cluster_name\":\"1\"}",
                    "{\"cluster_id\":\"a\",\"cluster_name\":\"2\"}");
            assertThat(inventory.pools()).singleElement()
                    .satisfies(p -> assertThat(p.poolNamesAndOwner().name()).isEqualTo(FieldValue.text("2")));
            assertThat(inventory.reading().duplicates()).isEqualTo(1);
            assertThat(inventory.coverage()).isEqualTo(FLAGGED);
        }), new FaultCase(66, "statuses", () -> {
            for (var word : List.of("1", "true", "{}", "\"RUNNING\"", "\"unheard of\"", "null"))
                assertThat(pool("\"status\":" + word).status().kind()).as(word)
                        .isNotEqualTo(PoolStatus.of("running").kind());
            assertThat(pool("\"x\":1").status().word()).isEmpty();
        }), new FaultCase(67, "nodes", () -> {
            assertThat(pool("\"nodes\":null").poolNodeGroups()).isEqualTo(PoolNodeGroups.NOT_REPORTED);
            assertThat(pool("\"nodes\":[]").poolNodeGroups()).isEqualTo(PoolNodeGroups.NOT_REPORTED);
            assertThat(pool("\"nodes\":[{\"count\":2}]").poolNodeGroups().count()).isEqualTo(FieldValue.Number.of(2));
            assertThat(pool("\"nodes\":\"many\"").poolNodeGroups().count())
                    .isEqualTo(new FieldValue.Unreadable("\"many\""));
        }), new FaultCase(68, "counts of nodes", () -> {
            for (var raw : List.of("5.9", "\"5\"", "-1", "1099511627776"))
                assertThat(pool("\"nodes\":{\"count\":" + raw + "}").poolNodeGroups().groups().getFirst().count())
                        .isEqualTo(new FieldValue.Unreadable(raw));
        }), new FaultCase(69, "more available than there are", () -> {
            var group = pool("\"nodes\":{\"count\":2,\"available_count\":5}").poolNodeGroups().groups().getFirst();
            assertThat(group.count()).isEqualTo(FieldValue.Number.of(2));
            assertThat(group.available()).isEqualTo(FieldValue.Number.of(5));
        }), new FaultCase(70, "fractions of cards", () -> {
            assertThat(pool("\"allocatable_gpus\":\"0.5\"").allocatableResources().accelerators())
                    .isEqualTo(number("0.5"));
            for (var raw : List.of("1e400", "\"NaN\"", "-0.0"))
                assertThat(pool("\"allocatable_gpus\":" + raw).allocatableResources().accelerators())
                        .isEqualTo(new FieldValue.Unreadable(raw));
        }), new FaultCase(71, "large and exact numbers", () -> {
            for (var exact : List.of("4096.0", "9007199254740993", "9223372036854775808"))
                assertThat(pool("\"allocatable_memory\":" + exact).allocatableResources().memoryMiB())
                        .isEqualTo(number(exact));
        }), new FaultCase(72, "times", () -> {
            for (var raw : List.of("1574923077", "1574923077927000", "0", "-1", "9223372036854775808",
                    "\"2019-11-28\""))
                assertThat(pool("\"created_at\":" + raw).createdAt()).isEqualTo(new FieldValue.Unreadable(raw));
            assertThat(pool("\"created_at\":\"1574923077927\"").createdAt()).isInstanceOf(FieldValue.Time.class);
        }), new FaultCase(73, "total_count", () -> {
            for (var total : List.of("", "\"total_count\":null,", "\"total_count\":\"x\",", "\"total_count\":-1,",
                    "\"total_count\":0,")) {
                var inventory = reads("{" + total + "\"clusters\":[{\"cluster_id\":\"a\"}]}");
                assertThat(inventory.pools()).as(total).hasSize(1);
                assertThat(inventory.isComplete()).as(total).isFalse();
            }
            assertThat(reads("{\"total_count\":2147483648,\"clusters\":[{\"cluster_id\":\"a\"}]}").isComplete())
                    .isFalse();
        }), new FaultCase(74, "count that is not how many there are", () -> {
            var lie = "{\"total_count\":1,\"count\":4,\"clusters\":[{\"cluster_id\":\"a\"}]}";
            try (var server = RawServer.saying(answer("200 OK", lie));
                    var reader = ClusterListReader.open(ApiTarget.of(server.connection("http"), FaultTestService.TOKEN),
                            RequestClockAndTimeouts.real())) {
                assertThat(TestService.read(reader).coverage()).isEqualTo(FLAGGED);
                assertThat(server.requests).hasSize(2);
            }
        }), new FaultCase(75, "descriptions", () -> {
            assertThat(pool("\"description\":null").poolNamesAndOwner().description()).isEqualTo(FieldValue.ABSENT);
            assertThat(pool("\"description\":\"a\\nb\"").poolNamesAndOwner().description())
                    .isEqualTo(FieldValue.text("a\nb"));
            var text = "x".repeat(100_000);
            assertThat(pool("\"description\":\"" + text + "\"").poolNamesAndOwner().description())
                    .isEqualTo(FieldValue.text(text));
        }), new FaultCase(76, "period of a prepaid pool",
                () -> assertThat(
                        pool("\"order_id\":\"o\",\"period_type\":\"week\"," + "\"period_num\":0").billing().toString())
                        .contains("week")
                        .contains("0")),
                new FaultCase(77, "a failure inside a success", () -> {
                    fails(answer("200 OK", "{\"is_success\":false,\"error_code\":\"ModelArts.9999\"}"),
                            "UnreadableAnswer.REPORTS_FAILURE", 1);
                    fails(answer("200 OK", "{\"total_count\":0,\"clusters\":[],\"error_msg\":\"x\"}"),
                            "UnreadableAnswer.REPORTS_FAILURE", 1);
                }));
    }

    private static FieldValue number(String text) {
        return new FieldValue.Number(new BigDecimal(text));
    }
}
