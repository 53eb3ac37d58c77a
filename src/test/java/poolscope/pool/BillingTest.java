package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.SortOrder;
import poolscope.pool.table.TableQuery;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

class BillingTest {
    private static Pool bought(String id, FieldValue number, FieldValue type) {
        var any = new Pools(1).one(id);
        return new Pool(any.poolNamesAndOwner(), any.createdAt(), any.status(), any.poolNodeGroups(),
                any.allocatableResources(),
                new Billing.Prepaid(FieldValue.ABSENT, FieldValue.text("CS1"), type, number),
                any.knownUndocumentedFields(), any.poolOrigin(), any.raw());
    }

    private static Pool bought(int number, String type) {
        return bought(number + type, new FieldValue.Number(BigDecimal.valueOf(number)), FieldValue.text(type));
    }

    private static String shown(Locale locale, Pool pool) {
        return new PoolFieldText(Texts.of(locale), ZoneOffset.UTC).cell(PoolField.BOUGHT, PoolField.BOUGHT.of(pool));
    }

    @Test
    void one_column_says_number_and_unit_in_the_language_of_the_screen() {
        assertThat(shown(Locale.ENGLISH, bought(6, "month"))).isEqualTo("6 months");
        assertThat(shown(Locale.ENGLISH, bought(1, "year"))).isEqualTo("1 year");
        assertThat(shown(Locale.SIMPLIFIED_CHINESE, bought(6, "month"))).isEqualTo("6 个月");
        assertThat(shown(Locale.ENGLISH, bought(3, "week x"))).isEqualTo("3 × week x");
    }

    @Test
    void a_prepaid_pool_without_a_period_is_prepaid_and_one_that_is_paid_by_use_says_nothing() {
        var pool = bought("a", FieldValue.ABSENT, FieldValue.text("month"));
        assertThat(shown(Locale.ENGLISH, pool)).isEqualTo("prepaid");
        assertThat(PoolFilter.parse("has:prepaid").filter().matches(pool, Instant.EPOCH)).isTrue();
        assertThat(PoolFilter.parse("has:prepaid").filter().matches(new Pools(1).one("b"), Instant.EPOCH)).isFalse();
    }

    @Test
    void periods_are_sorted_by_their_length() {
        var pools = List.of(bought(2, "year"), bought(6, "month"), bought(1, "year"), bought(18, "month"),
                bought("none", FieldValue.ABSENT, FieldValue.ABSENT));
        var query = new TableQuery(PoolFilter.ALL, SortOrder.by(PoolField.BOUGHT, false), PoolGroupingCriterion.NONE,
                Optional.empty());
        assertThat(ArrangedPools.of(PoolSet.holding(pools), query, Instant.EPOCH).pools()).extracting(Pool::key)
                .containsExactly("6month", "1year", "18month", "2year", "none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bought=\"6 months\"", "bought:\"6 month\"", "已购:\"6 个月\"", "已购=6个月"})
    void a_period_is_found_as_it_is_shown(String filter) {
        var parsed = PoolFilter.parse(filter).filter();
        assertThat(parsed.matches(bought(6, "month"), Instant.EPOCH)).isTrue();
        assertThat(parsed.matches(bought(1, "year"), Instant.EPOCH)).isFalse();
        assertThat(PoolFilter.parse(parsed.print()).filter()).isEqualTo(parsed);
    }
}
