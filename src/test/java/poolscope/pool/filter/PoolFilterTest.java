package poolscope.pool.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.pool.filter.FilterSamples.NOW;
import static poolscope.pool.filter.FilterSamples.pool;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

class PoolFilterTest {
    /// 3 of 4 nodes, 16 cards, 512 GiB, made two days ago.
    private static final Pool BIG = pool().with(PoolField.NAME, "Train-01")
            .with(PoolField.ID, "0f3a")
            .with(PoolField.OWNER, "alice")
            .with(PoolField.SPECIFICATION, "modelarts.bm.npu.ascend910")
            .with(PoolField.NODE_COUNT, 4)
            .with(PoolField.AVAILABLE_NODES, 3)
            .with(PoolField.CPU_CORES, 7.06)
            .with(PoolField.MEMORY, 524_288)
            .with(PoolField.ACCELERATORS, 16)
            .with(PoolField.ORDER_ID, "CS20")
            .with(PoolField.DESCRIPTION, "训练 (a) \"x\"")
            .created("2026-02-27T08:55:12Z")
            .make();
    /// Nothing is known of it but a strange status.
    private static final Pool BARE = pool().with(PoolField.NAME, "bare")
            .with(PoolField.DESCRIPTION, "")
            .status("scaling")
            .with(PoolField.ACCELERATORS, new FieldValue.Unreadable("\"12x\""))
            .make();

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', value = {"train ¦ 1", "TRAIN 01 ¦ 1", "train 02 ¦ 0", "alice ¦ 1",
            "running ¦ 1", "prod cn-north ¦ 1", "ascend910 ¦ 1", "\"n-0\" ¦ 1", "\"n 0\" ¦ 0", "训练 ¦ 1",
            "\"(a) \\\"x\\\"\" ¦ 1", "16 ¦ 0", "* ¦ 1", "name:rain ¦ 1", "name:\"\" ¦ 1", "name=train-01 ¦ 0",
            "name=Train-01 ¦ 1", "name!=x ¦ 1", "owner in (bob, alice) ¦ 1", "owner in (bob) ¦ 0",
            "owner in(alice) ¦ 1", "spec~\"ascend|gpu\" ¦ 1", "spec~ASCEND\\d+$ ¦ 1", "spec~^ascend ¦ 0",
            "status~^run ¦ 1", "gpu:16 ¦ 1", "gpu=16.0 ¦ 1", "gpu>16 ¦ 0", "gpu>=16 ¦ 1", "gpu<16 ¦ 0",
            "gpu<=1.6e1 ¦ 1", "gpu!=16 ¦ 0", "gpu <> 3 ¦ 1", "gpu ≥ 16 ¦ 1", "gpu ≠ 16 ¦ 0", "gpu in (8, 16) ¦ 1",
            "cpu=7.06 ¦ 1", "cards>8 ¦ 1", "mem>=512GiB ¦ 1", "mem>0.5TiB ¦ 0", "mem=0.5t ¦ 1", "mem:524288 ¦ 1",
            "mem<536870912KiB ¦ 0", "mem<=536870912k ¦ 1", "avail<nodes ¦ 1", "avail>=nodes ¦ 0", "nodes = avail ¦ 0",
            "nodes != avail ¦ 1", "unavail=1 ¦ 1", "available_count=3 ¦ 1", "age<7d ¦ 1", "age<2d ¦ 0", "age<=2d ¦ 1",
            "age>=48h ¦ 1", "age>1w ¦ 0", "age<1mo ¦ 1", "age>1y ¦ 0", "age>2879m ¦ 1", "age<172801s ¦ 1",
            "created>=2026-01-31 ¦ 1", "created:2026-02-27 ¦ 1", "created!=2026-02-27 ¦ 0", "created>2026-02-27 ¦ 0",
            "created<=2026-02-27 ¦ 1", "created<2026-02-27 ¦ 0", "created=2026-02-27T08:55:12Z ¦ 1",
            "created<2026-02-27T09:00 ¦ 1", "created>2026-02-27T16:55+08:00 ¦ 1",
            "created in (2026/02/26, 2026-02-27) ¦ 1", "has:order ¦ 1", "missing:order ¦ 0", "has:product ¦ 0",
            "has:age ¦ 1", "has:id and has:cluster_id ¦ 1", "status:running ¦ 1", "status:RUN ¦ 1", "状态:运 ¦ 1",
            "状态:告 ¦ 0", "状态 in （告警、运行中） ¦ 1", "状态 in （告警、异常） ¦ 0", "owner in (bob、alice) ¦ 1", "status=running ¦ 1",
            "status=RUN ¦ 0", "status!=running ¦ 0", "status in (running, other) ¦ 1", "status:other ¦ 0",
            "conn:prod region=cn-north-4 ¦ 1", "allocatable_gpus>8 ¦ 1", "count=4 ¦ 1", "max_node_count>1 ¦ 0",
            "owner in (bob , alice) ¦ 1", "train in ¦ 1", "name:or ¦ 0", "age<999999999s ¦ 1", "created>2026-02-26 ¦ 1",
            "created<=2026-02-26 ¦ 0", "created>2026-02-27T08:55:12Z ¦ 0", "created<2026-02-27T08:55:12Z ¦ 0",
            "created>=2026-02-27T08:55:13Z ¦ 0"})
    void each_operator_asks_what_it_says(String text, int shown) {
        var parsed = PoolFilter.parse(text);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.filter().matches(BIG, NOW)).isEqualTo(shown == 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', value = {"nope or train ¦ 1", "train or nope nope ¦ 1",
            "nope train or nope ¦ 0", "not nope and train ¦ 1", "not (nope or train) ¦ 0", "!nope !train ¦ 0",
            "not not train ¦ 1", "! nope or nope ¦ 1", "not nope nope ¦ 0", "(train) ¦ 1",
            "((nope or train) and (alice)) ¦ 1", "train AND alice Or nope ¦ 1", "not * ¦ 0", "train owner in lab ¦ 0",
            "gpu>8(train or nope) ¦ 1"})
    void not_binds_tighter_than_and_and_that_tighter_than_or(String text, int shown) {
        var parsed = PoolFilter.parse(text);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.filter().matches(BIG, NOW)).isEqualTo(shown == 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', value = {"gpu>=8 ¦ 0", "not gpu>=8 ¦ 1", "gpu!=8 ¦ 0",
            "not gpu=8 ¦ 1", "owner:a ¦ 0", "not owner:a ¦ 1", "owner!=a ¦ 0", "age<7d ¦ 0", "not age<7d ¦ 1",
            "avail<nodes ¦ 0", "mem in (1, 2) ¦ 0", "has:gpu ¦ 0", "missing:gpu ¦ 1", "missing:desc ¦ 1",
            "desc=\"\" ¦ 1", "12x ¦ 0", "status:scaling ¦ 1", "status:scal ¦ 1", "status=scaling ¦ 1",
            "status=Scaling ¦ 0", "status:other ¦ 1", "status:oth ¦ 1", "status!=running ¦ 1", "status in (other) ¦ 1",
            "status=\"other\" ¦ 0", "状态：其他 ¦ 1", "状态：其 ¦ 1", "状态：运 ¦ 0"})
    void what_is_not_known_never_satisfies_a_comparison(String text, int shown) {
        var parsed = PoolFilter.parse(text);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.filter().matches(BARE, NOW)).isEqualTo(shown == 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', value = {"gpu>=8 ¦ 1", "not gpu>=8 ¦ 0", "gpu>=8 or bare ¦ 0",
            "gpu>=8 nope ¦ 0", "not (not gpu>=8) ¦ 1", "not (bare gpu>=8) ¦ 0", "missing:order gpu=1 ¦ 1",
            "order:x ¦ 0", "nope ¦ 0", "status:running ¦ 0"})
    void a_filter_tells_what_it_hides_only_because_a_value_is_not_known(String text, int hidden) {
        assertThat(FilterSamples.hidesUnknown(PoolFilter.parse(text).filter(), BARE, NOW)).isEqualTo(hidden == 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', value = {"状态：异常 ¦ status:abnormal", "名称：训练 ¦ name:训练",
            "可用节点＜节点 ¦ avail<nodes", "显卡＞＝８ 且 内存＞＝５１２ＧｉＢ ¦ gpu>=8 mem>=512GiB",
            "加速卡>0 或 非（规格～“a|b”） ¦ gpu>0 or not spec~\"a|b\"", "归属用户 in （a，b） ¦ owner in (a, b)",
            "有：订单　缺：显卡 ¦ has:order missing:gpu", "时长＜７天 ¦ age<7d", "ｇｐｕ！＝８ ¦ gpu!=8", "！（a b） ¦ not (a b)",
            "创建时间≥2026-01-31 ¦ created>=2026-01-31", "状态 in（运行中，其它） ¦ status in (running, other)", "“名称：x” ¦ \"名称：x\"",
            "CLUSTER_NAME:x ¦ name:x", "allocatable_memory=1024 ¦ mem=1GiB", "mem=1536m ¦ mem=1536",
            "mem>=2048TiB ¦ mem>=2048TiB", "train owner in lab ¦ train owner \"in\" lab", "a and a A ¦ a A",
            "not missing:gpu ¦ has:gpu", "not status:running ¦ status!=running", "owner in (a) ¦ owner=a",
            "created in (2026-01-31, 2026-02-01) ¦ created=2026-01-31 or created=2026-02-01", "gpu==8 ¦ gpu=8",
            "a or (b or c) ¦ a or b or c"})
    void there_is_one_canonical_way_to_write_it(String text, String canonical) {
        var parsed = PoolFilter.parse(text);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.filter().print()).isEqualTo(canonical);
        assertThat(PoolFilter.parse(canonical).filter()).isEqualTo(parsed.filter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu>=", "gpu>", "gpu >= ", "gpu!=", "gpu>8 and", "gpu>8 or ", "not", "!", "(gpu>8", "(",
            "((a) ", "\"pool", "name:\"a b", "age<", "age<7", "age<90", "ends>=2026-0", "avail<nod", "created>=2026-0",
            "created>=2026-01-31T", "has:", "has:gp", "missing:ord", "owner in", "owner in (", "owner in (a",
            "owner in (a,", "spec~[a", "spec~", "name:", "状态：", "a or (b and not"})
    void what_is_still_being_typed_is_incomplete(String text) {
        assertThat(PoolFilter.parse(text).verdict()).isEqualTo(PoolFilter.Verdict.INCOMPLETE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', value = {"gpus>=8 ¦ UNKNOWN_FIELD ¦ 0 ¦ 4 ¦ gpus,gpu",
            "a statsu:x ¦ UNKNOWN_FIELD ¦ 2 ¦ 8 ¦ statsu,status", "http://x ¦ UNKNOWN_FIELD ¦ 0 ¦ 4 ¦ http",
            "a　ｍｅｎ＞５ ¦ UNKNOWN_FIELD ¦ 2 ¦ 5 ¦ men,mem", "xyzzy in (a) ¦ UNKNOWN_FIELD ¦ 0 ¦ 5 ¦ xyzzy",
            "zhuangtai:x ¦ UNKNOWN_FIELD ¦ 0 ¦ 9 ¦ zhuangtai,状态", "jsk>8 ¦ UNKNOWN_FIELD ¦ 0 ¦ 3 ¦ jsk,加速卡",
            "has:xyzzy ¦ UNKNOWN_FIELD ¦ 4 ¦ 9 ¦ xyzzy", "gpu>=eight a ¦ NOT_A_NUMBER ¦ 5 ¦ 10 ¦ gpu,eight",
            "mem>5XiB ¦ NOT_A_NUMBER ¦ 4 ¦ 8 ¦ mem,5XiB", "gpu>name ¦ NOT_A_NUMBER ¦ 4 ¦ 8 ¦ gpu,name",
            "gpu in (8, x) ¦ NOT_A_NUMBER ¦ 11 ¦ 12 ¦ gpu,x", "created>2026-13-01 a ¦ NOT_A_TIME ¦ 8 ¦ 18 ¦ 2026-13-01",
            "created>soon ¦ NOT_A_TIME ¦ 8 ¦ 12 ¦ soon", "ends<2026-13-01 a ¦ NOT_A_DAY ¦ 5 ¦ 15 ¦ 2026-13-01",
            "ends<soon ¦ NOT_A_DAY ¦ 5 ¦ 9 ¦ soon", "age<1000000000s a ¦ NOT_AN_AGE ¦ 4 ¦ 15 ¦ 1000000000s",
            "owner in (a b) c ¦ VALUE_MISSING ¦ 12 ¦ 12 ¦ ``", "age<7 a ¦ NOT_AN_AGE ¦ 4 ¦ 5 ¦ 7",
            "age<7x ¦ NOT_AN_AGE ¦ 4 ¦ 6 ¦ 7x", "age=7d ¦ OPERATOR_UNFIT ¦ 3 ¦ 4 ¦ age,=",
            "age in (7d) ¦ OPERATOR_UNFIT ¦ 0 ¦ 3 ¦ age,in", "name<b ¦ OPERATOR_UNFIT ¦ 4 ¦ 5 ¦ name,<",
            "gpu~8 ¦ OPERATOR_UNFIT ¦ 3 ¦ 4 ¦ gpu,~", "status>a ¦ OPERATOR_UNFIT ¦ 6 ¦ 7 ¦ status,>",
            "has<gpu ¦ OPERATOR_UNFIT ¦ 3 ¦ 4 ¦ has,<", "spec~\"(\" a ¦ BAD_PATTERN ¦ 5 ¦ 8 ¦ (",
            "spec~\"(a){9}\" b ¦ BAD_PATTERN ¦ 5 ¦ 13 ¦ (a){9}", ">=8 ¦ FIELD_MISSING ¦ 0 ¦ 2 ¦ ``",
            "in (a) ¦ FIELD_MISSING ¦ 0 ¦ 2 ¦ ``", "a) b ¦ BRACKET_STRAY ¦ 1 ¦ 2 ¦ ``",
            "or a ¦ TERM_MISSING ¦ 0 ¦ 0 ¦ ``", "a and or b ¦ TERM_MISSING ¦ 6 ¦ 6 ¦ ``",
            "a and and b ¦ TERM_MISSING ¦ 6 ¦ 6 ¦ ``", "() a ¦ TERM_MISSING ¦ 1 ¦ 1 ¦ ``",
            "gpu>= and a ¦ VALUE_MISSING ¦ 6 ¦ 6 ¦ ``", "name:(a) ¦ VALUE_MISSING ¦ 5 ¦ 5 ¦ ``",
            "owner in (a,) b ¦ VALUE_MISSING ¦ 12 ¦ 12 ¦ ``"})
    void what_is_wrong_is_told_with_its_place(String text, FilterProblem.Kind kind, int from, int to, String args) {
        var parsed = PoolFilter.parse(text);
        assertThat(parsed.verdict()).isEqualTo(PoolFilter.Verdict.WRONG);
        var problem = parsed.problems().getFirst();
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.from()).isEqualTo(from);
        assertThat(problem.to()).isEqualTo(to);
        assertThat(String.join(",", problem.args())).isEqualTo(args);
    }

    @Test
    void the_parts_around_a_problem_still_are_a_filter() {
        assertThat(PoolFilter.parse("status:running gpu>=").filter().print()).isEqualTo("status:running");
        assertThat(PoolFilter.parse("gpu>=8 or avail<").filter().print()).isEqualTo("gpu>=8");
        assertThat(PoolFilter.parse("a gpus>=8 b").filter().print()).isEqualTo("a b");
        assertThat(PoolFilter.parse("b gpu>= or a").filter().print()).isEqualTo("b or a");
        assertThat(PoolFilter.parse("(a or b").filter().print()).isEqualTo("a or b");
        assertThat(PoolFilter.parse("gpu>=").filter()).isEqualTo(PoolFilter.ALL);
    }

    @Test
    void an_empty_text_shows_everything() {
        assertThat(PoolFilter.parse(" \t　").filter()).isEqualTo(PoolFilter.ALL);
        assertThat(PoolFilter.parse("").verdict()).isEqualTo(PoolFilter.Verdict.VALID);
        assertThat(PoolFilter.ALL.print()).isEmpty();
        assertThat(PoolFilter.ALL.matches(BARE, NOW)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"since<2026-03-01T08:00:01Z,YES", "since<2026-03-01T08:00:00Z,UNKNOWN",
            "since<=2026-03-01T08:00:00Z,YES", "since<=2026-03-01T07:00:00Z,UNKNOWN", "since>2026-03-01T08:00:00Z,NO",
            "since>=2026-03-01T08:00:00Z,UNKNOWN", "since>=2026-03-01T09:00:00Z,NO",
            "since>2026-03-01T07:00:00Z,UNKNOWN", "since=2026-03-02,NO", "since!=2026-03-02,YES",
            "since<2026-03-02,YES", "since>=2026-03-01,UNKNOWN", "has:since,YES"})
    void of_a_moment_that_is_only_known_not_to_be_later_a_comparison_holds_when_it_does_whenever_it_was(String text,
            FilterEvaluator expected) {
        var pool = pool().make().withStatusSince(new FieldValue.Before(Instant.parse("2026-03-01T08:00:00Z")));
        assertThat(FilterEvaluator.of(PoolFilter.parse(text, java.time.ZoneOffset.UTC).filter(), pool, NOW))
                .isEqualTo(expected);
    }

    @Test
    void the_filter_of_such_a_moment_finds_its_pool() {
        var since = new FieldValue.Before(Instant.parse("2026-03-01T08:00:00Z"));
        var filter = PoolFilter.is(PoolField.STATUS_SINCE, since);
        assertThat(filter.matches(pool().make().withStatusSince(since), NOW)).isTrue();
        assertThat(PoolFilter.parse(filter.print()).filter()).isEqualTo(filter);
    }

    @Test
    void a_date_is_a_day_of_the_zone() {
        var shanghai = ZoneId.of("Asia/Shanghai");
        var early = pool().created("2026-01-30T16:00:00Z").make();
        assertThat(PoolFilter.parse("created:2026-01-31", shanghai).filter().matches(early, NOW)).isTrue();
        assertThat(PoolFilter.parse("created:2026-01-31").filter().matches(early, NOW)).isFalse();
        var text = PoolFilter.parse("created>=2026-01-31", shanghai).filter().print();
        assertThat(text).isEqualTo("created>=2026-01-31");
        assertThat(PoolFilter.parse("created=2026-01-31T00:00", shanghai).filter().matches(early, NOW)).isTrue();
    }

    @Test
    void terms_can_be_added_taken_away_replaced_and_turned_round() {
        var filter = PoolFilter.parse("a gpu>=8 b").filter();
        var gpu = PoolFilter.parse("gpu>=8").filter();
        assertThat(filter.terms()).hasSize(3).contains(gpu);
        assertThat(filter.and(gpu)).isEqualTo(filter);
        assertThat(filter.without(gpu).print()).isEqualTo("a b");
        assertThat(filter.replace(gpu, gpu.negate()).print()).isEqualTo("a not gpu>=8 b");
        assertThat(gpu.negate().negate()).isEqualTo(gpu);
        assertThat(gpu.without(gpu)).isEqualTo(PoolFilter.ALL);
        assertThat(gpu.or(filter).print()).isEqualTo("gpu>=8 or (a gpu>=8 b)");
        assertThat(PoolFilter.ALL.and(gpu)).isEqualTo(gpu);
        assertThat(PoolFilter.ALL.or(gpu)).isEqualTo(PoolFilter.ALL);
        assertThat(PoolFilter.ALL.negate().matches(BIG, NOW)).isFalse();
    }

    @Test
    void several_statuses_are_one_term() {
        assertThat(PoolFilter.parse("status in (abnormal, other)").filter().print())
                .isEqualTo("status in (abnormal, other)");
        assertThat(PoolFilter.parse("status in (other)").filter().print()).isEqualTo("status:other");
    }

    @Test
    void only_this_value_keeps_the_pool_it_was_taken_from_and_reads_back() {
        for (var pool : new Pool[]{BIG, BARE, pool().status("other").make(), pool().status("").make(),
                pool().status("异常").make()})
            for (var field : PoolField.values()) {
                var filter = PoolFilter.is(field, field.of(pool));
                assertThat(filter.matches(pool, NOW)).as("%s", filter.print()).isTrue();
                assertThat(filter.negate().matches(pool, NOW)).isFalse();
                assertThat(PoolFilter.parse(filter.print()).filter()).isEqualTo(filter);
            }
        assertThat(PoolFilter.is(PoolField.NODES, PoolField.NODES.of(BIG)).print()).isEqualTo("avail=3 nodes=4");
        assertThat(PoolFilter.is(PoolField.STATUS, new FieldValue.State(PoolStatus.of("RUNNING"))).matches(BIG, NOW))
                .isFalse();
        assertThat(PoolFilter.is(PoolField.ACCELERATORS, new FieldValue.Number(new BigDecimal("1e400"))).print())
                .isEqualTo("gpu=1E+400");
    }

    @Test
    void comparisons_are_offered_where_they_make_sense() {
        assertThat(PoolFilter.compare(PoolField.ACCELERATORS, ComparisonOperator.AT_LEAST, FieldValue.Number.of(8))
                .map(PoolFilter::print)).contains("gpu>=8");
        assertThat(PoolFilter.compare(PoolField.CREATED_AT, ComparisonOperator.LESS, new FieldValue.Time(Instant.EPOCH))
                .map(PoolFilter::print)).contains("created<1970-01-01T00:00:00Z");
        assertThat(PoolFilter.compare(PoolField.NODES, ComparisonOperator.AT_LEAST, PoolField.NODES.of(BIG))
                .map(PoolFilter::print)).contains("avail>=3");
        assertThat(PoolFilter.compare(PoolField.NAME, ComparisonOperator.AT_LEAST, FieldValue.text("a")))
                .isEqualTo(Optional.empty());
        assertThat(PoolFilter.compare(PoolField.ACCELERATORS, ComparisonOperator.LESS, FieldValue.ABSENT))
                .isEqualTo(Optional.empty());
    }

    @Test
    void a_plain_word_is_looked_for_in_every_text_of_the_catalogue() {
        for (var field : PoolField.values()) {
            if (!FilterCondition.isText(field) && field != PoolField.STATUS || field == PoolField.REGION) continue;
            if (field == PoolField.API || field == PoolField.AUTO_RENEW || field.isDerived()) continue;
            var sample = pool().with(field, "a NEEDLE b")
                    .with(PoolField.ORDER_ID, field == PoolField.ORDER_ID ? "needle" : "x");
            if (field == PoolField.STATUS) sample.status("needle");
            if (field == PoolField.CONNECTION) sample.connection("needle");
            assertThat(PoolFilter.parse("needle").filter().matches(sample.make(), NOW)).as("%s", field).isTrue();
        }
        assertThat(PoolFilter.parse("north").filter().matches(pool().make(), NOW)).isTrue();
        assertThat(PoolFilter.parse("12x")
                .filter()
                .matches(pool().with(PoolField.OWNER, new FieldValue.Unreadable("12x")).make(), NOW)).isTrue();
    }
}
