package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.PropertyCases;
import poolscope.pool.EstimatedPrepaidEnd.Reason;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.SortOrder;
import poolscope.pool.table.TableQuery;

class EstimatedPrepaidEndTest {
    private static final FieldValue MONTH = FieldValue.text("month");
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private static Pool pool(String id, Billing billing, FieldValue createdAt, FieldValue autoRenew) {
        var pool = new Pools(1).one(id);
        var v2 = new V2OnlyPoolFields(FieldValue.ABSENT, FieldValue.ABSENT, autoRenew, FieldValue.ABSENT,
                FieldValue.ABSENT, V2PoolConfiguration.NOT_REPORTED, FreeResources.NOT_REPORTED);
        return new Pool(pool.poolNamesAndOwner(), createdAt, pool.status(), pool.poolNodeGroups(),
                pool.allocatableResources(), billing, pool.knownUndocumentedFields(), v2, pool.poolOrigin(),
                pool.raw());
    }

    private static Pool prepaid(FieldValue createdAt, FieldValue unit, FieldValue number) {
        return pool("a", new Billing.Prepaid(FieldValue.ABSENT, FieldValue.ABSENT, unit, number), createdAt,
                FieldValue.ABSENT);
    }

    private static FieldValue at(String time) {
        return new FieldValue.Time(Instant.parse(time));
    }

    /// The first line is the example of the vendor's page on yearly/monthly billing: bought on 8 March 2023 at 15:50:04
    /// (UTC+8) for one month, ends on 8 April 2023 at 23:59:59. The others are counted by hand.
    @ParameterizedTest
    @CsvSource({"2023-03-08T07:50:04Z, 1, month, 2023-04-08", "2026-01-31T00:00:00Z, 1, month, 2026-02-28",
            "2024-01-31T00:00:00Z, 1, month, 2024-02-29", "2026-01-29T00:00:00Z, 1, month, 2026-02-28",
            "2026-01-31T00:00:00Z, 2, month, 2026-03-31", "2026-01-31T00:00:00Z, 3, month, 2026-04-30",
            "2025-12-31T00:00:00Z, 2, month, 2026-02-28", "2026-02-28T00:00:00Z, 1, month, 2026-03-28",
            "2024-02-29T00:00:00Z, 1, year, 2025-02-28", "2024-02-29T00:00:00Z, 4, year, 2028-02-29",
            "2024-02-29T00:00:00Z, 12, month, 2025-02-28", "2026-03-14T00:00:00Z, 1, year, 2027-03-14",
            "2026-03-14T00:00:00Z, 9, month, 2026-12-14", "2026-12-31T15:59:59.999Z, 1, month, 2027-01-31",
            "2026-12-31T16:00:00Z, 1, month, 2027-02-01", "2026-01-30T15:59:59Z, 1, month, 2026-02-28",
            "2099-12-31T00:00:00Z, 1, year, 2100-12-31", "2096-02-29T00:00:00Z, 4, year, 2100-02-28"})
    void an_end_is_counted_by_the_calendar(String created, int number, String unit, LocalDate end) {
        var estimate = EstimatedPrepaidEnd
                .of(prepaid(at(created), FieldValue.text(unit), FieldValue.Number.of(number)));

        assertThat(estimate).isInstanceOfSatisfying(EstimatedPrepaidEnd.On.class,
                on -> assertThat(on.end()).isEqualTo(end));
    }

    @Test
    void a_missing_fact_is_no_end_and_says_why() {
        var created = at("2026-03-14T00:00:00Z");
        var one = FieldValue.Number.of(1);

        assertThat(reason(pool("a", Billing.ON_DEMAND, created, FieldValue.ABSENT))).isEqualTo(Reason.NOT_PREPAID);
        assertThat(reason(prepaid(FieldValue.ABSENT, MONTH, one))).isEqualTo(Reason.NO_CREATION_TIME);
        assertThat(reason(prepaid(new FieldValue.Unreadable("\"soon\""), MONTH, one)))
                .isEqualTo(Reason.NO_CREATION_TIME);
        assertThat(reason(prepaid(created, FieldValue.ABSENT, one))).isEqualTo(Reason.NO_PERIOD);
        assertThat(reason(prepaid(created, FieldValue.text(""), one))).isEqualTo(Reason.NO_PERIOD);
        assertThat(reason(prepaid(created, MONTH, FieldValue.ABSENT))).isEqualTo(Reason.NO_PERIOD);
        assertThat(reason(prepaid(created, MONTH, new FieldValue.Unreadable("[]")))).isEqualTo(Reason.NO_PERIOD);
        assertThat(reason(prepaid(created, FieldValue.text("week"), one))).isEqualTo(Reason.OTHER_UNIT);
        assertThat(reason(prepaid(created, FieldValue.text("hour"), one))).isEqualTo(Reason.OTHER_UNIT);
        assertThat(reason(prepaid(created, MONTH, FieldValue.Number.of(0)))).isEqualTo(Reason.OTHER_NUMBER);
        assertThat(reason(prepaid(created, MONTH, FieldValue.Number.of(-3)))).isEqualTo(Reason.OTHER_NUMBER);
        assertThat(reason(prepaid(created, MONTH, new FieldValue.Number(new BigDecimal("1.5")))))
                .isEqualTo(Reason.OTHER_NUMBER);
        assertThat(reason(prepaid(created, MONTH, new FieldValue.Number(new BigDecimal("1e99")))))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(prepaid(new FieldValue.Time(Instant.MIN), MONTH, one))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(prepaid(created, FieldValue.text("year"), FieldValue.Number.of(8_000))))
                .isEqualTo(Reason.OUT_OF_RANGE);
    }

    private static Reason reason(Pool pool) {
        assertThat(PoolField.ESTIMATED_END.of(pool)).isEqualTo(FieldValue.ABSENT);
        return ((EstimatedPrepaidEnd.None) EstimatedPrepaidEnd.of(pool)).reason();
    }

    @Test
    void a_whole_number_may_come_with_decimals() {
        assertThat(PoolField.ESTIMATED_END
                .of(prepaid(at("2026-03-14T00:00:00Z"), MONTH, new FieldValue.Number(new BigDecimal("12.0")))))
                .isEqualTo(new FieldValue.Day(LocalDate.of(2027, 3, 14)));
    }

    @Test
    void a_pool_that_renews_itself_has_no_estimated_end() {
        var billing = new Billing.Prepaid(FieldValue.ABSENT, FieldValue.ABSENT, MONTH, FieldValue.Number.of(1));
        var created = at("2026-03-14T00:00:00Z");

        assertThat(reason(pool("a", billing, created, FieldValue.text("yes")))).isEqualTo(Reason.RENEWS_ITSELF);
        assertThat(PoolField.ESTIMATED_END.of(pool("a", billing, created, FieldValue.text("no"))))
                .isEqualTo(new FieldValue.Day(LocalDate.of(2026, 4, 14)));
    }

    /// Compared with counting months one after the other on a calendar of twelve lengths.
    @Test
    void an_end_is_the_same_day_of_a_later_month_or_the_last_of_it() {
        var random = PropertyCases.random(7);
        for (int i = 0; i < PropertyCases.times(20_000); i++) {
            var created = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
            boolean isYear = random.nextBoolean();
            int number = 1 + random.nextInt(60);
            var local = created.plusSeconds(8 * 3_600).toString();
            int year = Integer.parseInt(local.substring(0, 4));
            int month = Integer.parseInt(local.substring(5, 7));
            int day = Integer.parseInt(local.substring(8, 10));
            for (int step = isYear ? number * 12 : number; step > 0; step--) {
                month = month % 12 + 1;
                if (month == 1) year++;
            }
            int[] lengths = {31, Year.isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
            var expected = LocalDate.of(year, month, Math.min(day, lengths[month - 1]));

            var on = (EstimatedPrepaidEnd.On) EstimatedPrepaidEnd.of(prepaid(new FieldValue.Time(created),
                    isYear ? FieldValue.text("year") : MONTH, FieldValue.Number.of(number)));

            assertThat(on.end()).as("%s + %d", created, number).isEqualTo(expected);
            assertThat(on.isLastOfShorterMonth()).isEqualTo(day > lengths[month - 1]);
            assertThat(on.unit()).isEqualTo(isYear ? ChronoUnit.YEARS : ChronoUnit.MONTHS);
        }
    }

    private static List<Pool> fleet() {
        var created = at("2026-01-31T00:00:00Z");
        return List.of(pool("none", Billing.ON_DEMAND, created, FieldValue.ABSENT), months("three", created, 3),
                months("unknown", FieldValue.ABSENT, 3), months("one", created, 1), months("ten", created, 10));
    }

    private static Pool months(String id, FieldValue created, int number) {
        return pool(id, new Billing.Prepaid(FieldValue.ABSENT, FieldValue.ABSENT, MONTH, FieldValue.Number.of(number)),
                created, FieldValue.ABSENT);
    }

    private static List<String> sorted(boolean descending) {
        var query = new TableQuery(PoolFilter.ALL, SortOrder.by(PoolField.ESTIMATED_END, descending),
                PoolGroupingCriterion.NONE);
        return ArrangedPools.of(PoolSet.of(List.of(Pools.inventory(fleet()))), query, NOW)
                .pools()
                .stream()
                .map(Pool::key)
                .toList();
    }

    @Test
    void ends_sort_as_days_and_unknown_ones_are_last_in_both_directions() {
        assertThat(sorted(false)).startsWith("one", "three", "ten").endsWith("none", "unknown");
        assertThat(sorted(true)).startsWith("ten", "three", "one").endsWith("none", "unknown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ends<2026-04-30 | one", "estimated_end<=2026-04-30 | three one",
            "ends=2026/02/28 | one", "到期>2026-02-28 | three ten", "has:ends | three one ten",
            "missing:ends | none unknown", "not ends<2026-04-30 | none three unknown ten",
            "ends in (2026-02-28, 2026-11-30) | one ten", "预计到期!=2026-02-28 | three ten"})
    void a_filter_compares_ends_with_days(String text, String expected) {
        var parsed = PoolFilter.parse(text);

        assertThat(parsed.verdict()).isEqualTo(PoolFilter.Verdict.VALID);
        assertThat(fleet().stream().filter(pool -> parsed.filter().matches(pool, NOW)).map(Pool::key))
                .containsExactly(expected.split(" "));
        assertThat(PoolFilter.parse(parsed.filter().print()).filter()).isEqualTo(parsed.filter());
    }

    @ParameterizedTest
    @CsvSource({"ends<30d", "ends<2026-13-01", "ends<2026-01-01T10:00", "ends<soon"})
    void what_is_no_day_is_refused(String text) {
        assertThat(PoolFilter.parse(text).verdict()).isEqualTo(PoolFilter.Verdict.WRONG);
    }
}
