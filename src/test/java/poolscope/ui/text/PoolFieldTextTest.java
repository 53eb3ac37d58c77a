package poolscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Pools;
import poolscope.pool.ReportedNodeFlavor;
import poolscope.pool.table.PoolGroupIdentity;
import poolscope.pool.table.PoolTotals;

class PoolFieldTextTest {
    private final PoolFieldText english = new PoolFieldText(Texts.of(Locale.ENGLISH), ZoneOffset.ofHours(8));
    private final PoolFieldText chinese = new PoolFieldText(Texts.of(Locale.SIMPLIFIED_CHINESE), ZoneOffset.ofHours(8));

    @Test
    void P08_unknown_is_a_dash_and_never_zero() {
        for (var field : PoolField.values()) {
            assertThat(english.cell(field, FieldValue.ABSENT)).isEqualTo("—");
            if (field.unit().isNumeric())
                assertThat(english.cell(field, new FieldValue.Unreadable("\"NaN\""))).isEqualTo("—");
        }
        assertThat(english.whole(PoolField.ACCELERATORS, new FieldValue.Unreadable("\"NaN\""))).contains("\"NaN\"");
    }

    @ParameterizedTest
    @CsvSource({"27307, 26.67", "4096, 4", "0, 0", "1048576, '1,024'", "512, 0.5", "256, 0.25", "128, 0.13",
            "4096.5, 4"})
    void memory_is_written_in_gibibytes(BigDecimal mebibytes, String text) {
        assertThat(english.cell(PoolField.MEMORY, new FieldValue.Number(mebibytes))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"month, 12, 12 months, 12 个月", "month, 1, 1 month, 1 个月", "year, 1, 1 year, 1 年",
            "year, 3, 3 years, 3 年", "week, 2, 2 × week, 2 × week", "month, 0, 0 months, 0 个月",
            "month, 1200, '1,200 months', '1,200 个月'"})
    void the_period_that_was_paid_ahead_is_written_in_words(String unit, long number, String inEnglish,
            String inChinese) {
        var prepaid = new Billing.Prepaid(FieldValue.ABSENT, FieldValue.text("o"), FieldValue.text(unit),
                FieldValue.Number.of(number));
        assertThat(english.periods().paidAhead(prepaid)).isEqualTo(inEnglish);
        assertThat(chinese.periods().paidAhead(prepaid)).isEqualTo(inChinese);
        assertThat(chinese.cell(PoolField.PERIOD_TYPE, FieldValue.text("month"))).isEqualTo("月");
        assertThat(chinese.cell(PoolField.PERIOD_TYPE, FieldValue.text("week"))).isEqualTo("week");
    }

    @ParameterizedTest
    @CsvSource({"WORKSPACE, 0, default (0), 默认（0）", "WORKSPACE, d6f0a9c3, d6f0a9c3, d6f0a9c3", "OWNER, 0, 0, 0",
            "WORKSPACE, , —, —"})
    void the_head_of_a_group_says_what_the_column_says(PoolField field, String value, String inEnglish,
            String inChinese) {
        var found = value == null ? FieldValue.ABSENT : FieldValue.text(value);
        var key = new PoolGroupIdentity.SharedValues(List.of(field), List.of(found));
        assertThat(english.groupHead(english.groupName(key), 24)).isEqualTo(inEnglish + " — 24");
        assertThat(chinese.groupHead(chinese.groupName(key), 24)).isEqualTo(inChinese + "（24 个）");
        assertThat(english.cell(field, found)).isEqualTo(inEnglish);
    }

    private static PoolFieldText on(String day, Locale locale) {
        return new PoolFieldText(Texts.of(locale), ZoneOffset.UTC, () -> Instant.parse(day + "T00:00:00Z"));
    }

    /// The day of the tooltip's zone begins eight hours before that of UTC.
    private static Pool prepaid(String created, String unit, int number) {
        var pool = new Pools(1).one("a");
        return new Pool(pool.poolNamesAndOwner(), new FieldValue.Time(Instant.parse(created)), pool.status(),
                pool.poolNodeGroups(), pool.allocatableResources(), new Billing.Prepaid(FieldValue.ABSENT,
                        FieldValue.ABSENT, FieldValue.text(unit), FieldValue.Number.of(number)),
                pool.knownUndocumentedFields(), pool.poolOrigin(), pool.raw());
    }

    @Test
    void an_estimated_end_is_in_brackets_and_says_its_calculation() {
        var text = on("2027-03-14", Locale.ENGLISH);
        var pool = prepaid("2026-03-14T08:30:00Z", "year", 1);

        assertThat(text.cell(PoolField.ESTIMATED_END, PoolField.ESTIMATED_END.of(pool))).isEqualTo("[2027-03-14]");
        assertThat(text.estimatedEnd(pool)).isEqualTo("[2027-03-14]");
        assertThat(text.wholeEstimatedEnd(pool)).isEqualTo("""
                Estimated, not from the service:
                created 2026-03-14 + 1 year = [2027-03-14], to the end of that day
                Day of creation + number × period, by the calendar, in days of UTC+08:00.
                Not known: renewals, nodes bought later, a change from pay-per-use.""");
        assertThat(on("2027-03-14", Locale.SIMPLIFIED_CHINESE).wholeEstimatedEnd(pool))
                .contains("创建于 2026-03-14 + 1 年 = [2027-03-14]", "UTC+08:00", "续费");
    }

    @Test
    void an_end_that_has_passed_says_so_and_that_renewals_are_not_known() {
        var pool = prepaid("2026-03-14T08:30:00Z", "year", 1);

        assertThat(on("2027-03-15", Locale.ENGLISH).estimatedEnd(pool)).isEqualTo("[2027-03-14] past");
        assertThat(on("2027-03-15", Locale.SIMPLIFIED_CHINESE).estimatedEnd(pool)).isEqualTo("[2027-03-14] 已过");
        assertThat(on("2027-03-15", Locale.ENGLISH).wholeEstimatedEnd(pool))
                .contains("This day has passed. Whether the period was renewed is not known.");
    }

    @Test
    void the_last_day_of_a_shorter_month_is_explained() {
        assertThat(on("2026-02-01", Locale.ENGLISH).wholeEstimatedEnd(prepaid("2026-01-31T00:00:00Z", "month", 1)))
                .contains("2026-01-31 + 1 month = [2026-02-28]", "its last day counts");
    }

    @Test
    void a_pool_without_an_estimated_end_says_why() {
        var text = on("2026-02-01", Locale.ENGLISH);

        assertThat(text.estimatedEnd(prepaid("2026-01-31T00:00:00Z", "week", 1)))
                .isEqualTo("period “week” is neither month nor year");
        assertThat(text.wholeEstimatedEnd(new Pools(1).one("a"))).isEqualTo("No end is estimated: pay-per-use.");
    }

    @Test
    void a_period_without_number_or_unit_is_not_guessed() {
        assertThat(english.periods()
                .paidAhead(new Billing.Prepaid(FieldValue.ABSENT, FieldValue.text("o"), FieldValue.text("month"),
                        FieldValue.ABSENT)))
                .isEmpty();
        assertThat(english.periods()
                .paidAhead(new Billing.Prepaid(FieldValue.ABSENT, FieldValue.text("o"), FieldValue.ABSENT,
                        FieldValue.Number.of(1))))
                .isEmpty();
    }

    @Test
    void the_tooltip_of_memory_has_the_number_as_sent() {
        assertThat(english.whole(PoolField.MEMORY, FieldValue.Number.of(27_307))).contains("27,307 MiB");
    }

    @ParameterizedTest
    @CsvSource({"7.06, 7.06", "5.5, 5.5", "5.500, 5.5", "1024, '1,024'", "1234.565, '1,234.57'"})
    void a_number_has_the_decimals_that_it_needs_and_two_at_most(BigDecimal cores, String text) {
        assertThat(english.cell(PoolField.CPU_CORES, new FieldValue.Number(cores))).isEqualTo(text);
    }

    /// Halves are rounded up in decimals: in binary 2.675 and 1.005 lie below them.
    @ParameterizedTest
    @CsvSource({"3.25, 3.25, 3.25", "0.25, 0.25, 0.25", "8, 8, 8.00", "2.675, 2.68, 2.68", "1.005, 1.01, 1.01",
            "0.125, 0.13, 0.13", "0.135, 0.14, 0.14", "4.0, 4, 4.00", "0.994, 0.99, 0.99", "0.995, 1, 1.00"})
    void cards_are_rounded_half_up_and_stand_under_each_other_in_a_column(BigDecimal cards, String alone,
            String inColumn) {
        var value = new FieldValue.Number(cards);
        assertThat(english.cell(PoolField.ACCELERATORS, value)).isEqualTo(alone);
        assertThat(english.figure(PoolField.ACCELERATORS, value)).isEqualTo(alone);
        assertThat(english.cell(PoolField.ACCELERATORS, value, 2)).isEqualTo(inColumn);
        assertThat(english.cell(PoolField.ACCELERATORS, FieldValue.ABSENT, 2)).isEqualTo("—");
    }

    @Test
    void cards_of_several_families_have_no_common_sum() {
        var poolTotals = PoolTotals
                .of(List.of(pool("modelarts.kat1.8xlarge", "1024.5"), pool("modelarts.vm.gpu.v100", "312"),
                        pool("modelarts.vm.gpu.v100", "0.25"), pool("modelarts.vm.cpu.8u", "0")));
        assertThat(english.totals().sum(PoolField.ACCELERATORS, poolTotals))
                .isEqualTo("V100:\u00a0312.25 · Ascend\u00a0910:\u00a01,024.5");
        assertThat(english.totals().sumInCell(PoolField.ACCELERATORS, poolTotals, 2)).isEqualTo("mixed");
        for (var said : List.of(english.totals().summary(PoolField.ACCELERATORS, poolTotals),
                english.totals().wholeSum(PoolField.ACCELERATORS, poolTotals)))
            assertThat(said).contains("V100:\u00a0312.25 · Ascend\u00a0910:\u00a01,024.5").doesNotContain("1,336.75");
        var one = PoolTotals
                .of(List.of(pool("modelarts.vm.gpu.v100", "312"), pool("modelarts.p3.8xlarge.public", "0.25")));
        assertThat(english.totals().sum(PoolField.ACCELERATORS, one)).isEqualTo("312.25");
        assertThat(english.totals().sumInCell(PoolField.ACCELERATORS, one, 2)).isEqualTo("312.25");
    }

    @Test
    void what_mixed_and_a_question_mark_mean_is_said_beside_the_whole_sum() {
        var poolTotals = PoolTotals.of(List.of(pool("modelarts.kat1.8xlarge", "8"), pool("modelarts.vm.gpu.v100", "4"),
                new Pools(1).with(FieldValue.text("modelarts.vm.gpu.v100"), FieldValue.ABSENT)));
        assertThat(english.totals().sumInCell(PoolField.ACCELERATORS, poolTotals, 0)).isEqualTo("mixed ?");
        assertThat(english.totals().wholeSum(PoolField.ACCELERATORS, poolTotals))
                .contains("\n?: 1 pool reports no value and is not in the sum", "a table cell says “mixed”");
        assertThat(chinese.totals().wholeSum(PoolField.ACCELERATORS, poolTotals)).contains("\n?：另有 1 个资源池未返回该值，不计入合计",
                "表格单元格中显示“混合”");
    }

    private static Pool pool(String specification, String cards) {
        return new Pools(1).with(FieldValue.text(specification), new FieldValue.Number(new BigDecimal(cards)));
    }

    @Test
    void what_a_specification_has_is_taken_from_the_service_before_the_built_in_table() {
        var name = "modelarts.vm.gpu.v100";
        var sent = new ReportedNodeFlavor(FieldValue.Number.of(9), FieldValue.Number.of(2048), FieldValue.text("v200"),
                FieldValue.Number.of(3));
        assertThat(english.specifications().whole(FieldValue.text(name), Map.of(name, sent)))
                .isEqualTo(name + "\n9 vCPU · 2 GiB · 3 × v200 a node, from the service");
        assertThat(english.specifications().whole(FieldValue.text(name), Map.of())).startsWith(name + "\n[")
                .endsWith("from the built-in table]");
        assertThat(english.specifications().whole(FieldValue.text("spec-x"), Map.of())).isEqualTo("spec-x");
        assertThat(english.specifications().whole(FieldValue.ABSENT, Map.of()))
                .isEqualTo(english.whole(PoolField.SPECIFICATION, FieldValue.ABSENT));
    }

    @Test
    void times_are_local_and_the_tooltip_has_the_offset() {
        var time = new FieldValue.Time(Instant.ofEpochMilli(1_574_923_077_927L));
        assertThat(english.cell(PoolField.CREATED_AT, time)).isEqualTo("2019-11-28 14:37");
        assertThat(english.whole(PoolField.CREATED_AT, time)).contains("2019-11-28 14:37:57 UTC+08:00")
                .contains("1574923077927");
        var india = new PoolFieldText(Texts.of(Locale.ENGLISH), ZoneId.of("Asia/Kolkata"));
        assertThat(india.cell(PoolField.CREATED_AT, time)).isEqualTo("2019-11-28 12:07");
    }

    @Test
    void P12_a_time_that_makes_no_sense_is_shown_as_it_came_with_a_mark() {
        assertThat(english.cell(PoolField.CREATED_AT, new FieldValue.Unreadable("1574923077")))
                .isEqualTo("1574923077 ⚠");
    }

    @Test
    void P09_an_unknown_status_is_shown_as_it_came() {
        assertThat(english.status(PoolStatus.of("scaling"))).isEqualTo("scaling");
        assertThat(chinese.status(PoolStatus.of("scaling"))).isEqualTo("scaling");
        assertThat(chinese.status(PoolStatus.of("abnormal"))).isEqualTo("异常");
        assertThat(english.status(PoolStatus.of("RUNNING"))).isEqualTo("RUNNING");
        assertThat(english.status(PoolStatus.NOT_REPORTED)).isEqualTo("—");
    }

    @Test
    void P43_text_of_the_service_is_inert() {
        assertThat(english.cell(PoolField.NAME, FieldValue.text("a\u202Eb\u0000c\nd"))).isEqualTo("a\uFFFDb\uFFFDc d");
        assertThat(english.cell(PoolField.NAME, FieldValue.text("x".repeat(100_000)))).hasSize(2_001).endsWith("…");
        assertThat(english.cell(PoolField.NAME, FieldValue.text("😀 推理"))).isEqualTo("😀 推理");
        assertThat(english.cell(PoolField.NAME, FieldValue.text("\uD83D"))).isEqualTo("\uFFFD");
    }
}
