package poolscope.pool.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Pools;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.SortOrder;
import poolscope.pool.table.TableQuery;

class StatusSinceCalculatorTest {
    private static final Instant EIGHT = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant TEN_PAST = EIGHT.plus(Duration.ofMinutes(10));
    private static final Instant NOON = EIGHT.plus(Duration.ofHours(4));

    private static Pool pool(String id, String status) {
        var any = new Pools(1).one(id);
        return new Pool(any.poolNamesAndOwner(), any.createdAt(), PoolStatus.of(status), any.poolNodeGroups(),
                any.allocatableResources(), any.billing(), any.knownUndocumentedFields(), any.poolOrigin(), any.raw());
    }

    private static Inventory read(Instant at, Coverage coverage, Pool... pools) {
        var any = Pools.inventory(List.of(pools));
        return new Inventory(any.pools(), at, coverage, any.reading(), "", List.of());
    }

    private static Inventory whole(Instant at, Pool... pools) {
        return read(at, new Coverage.Complete(), pools);
    }

    private static FieldValue since(Inventory inventory, String id) {
        return inventory.pools()
                .stream()
                .filter(pool -> pool.key().equals(id))
                .map(PoolField.STATUS_SINCE::of)
                .findFirst()
                .orElseThrow();
    }

    private static Inventory after(Inventory known, Inventory read) {
        return StatusSinceCalculator.addTo(read, Optional.of(known));
    }

    private static Inventory first(Inventory read) {
        return StatusSinceCalculator.addTo(read, Optional.empty());
    }

    @Test
    void at_the_first_reading_it_is_only_known_that_it_was_not_later() {
        assertThat(since(first(whole(EIGHT, pool("a", "abnormal"))), "a")).isEqualTo(new FieldValue.Before(EIGHT));
    }

    @Test
    void a_change_that_was_watched_is_dated_by_the_reading_that_found_it_and_stays_so() {
        var known = first(whole(EIGHT, pool("a", "running")));
        var changed = after(known, whole(TEN_PAST, pool("a", "abnormal")));
        assertThat(since(changed, "a")).isEqualTo(new FieldValue.Time(TEN_PAST));
        var later = after(changed, whole(TEN_PAST.plusSeconds(60), pool("a", "abnormal")));
        assertThat(since(later, "a")).isEqualTo(new FieldValue.Time(TEN_PAST));
    }

    @Test
    void a_change_while_nobody_watched_may_be_much_older() {
        var known = first(whole(EIGHT, pool("a", "running")));
        assertThat(since(after(known, whole(NOON, pool("a", "abnormal"))), "a")).isEqualTo(new FieldValue.Before(NOON));
    }

    @Test
    void a_status_that_is_the_same_after_a_pause_keeps_its_beginning() {
        var known = first(whole(EIGHT, pool("a", "abnormal")));
        assertThat(since(after(known, whole(NOON, pool("a", "abnormal"))), "a"))
                .isEqualTo(new FieldValue.Before(EIGHT));
    }

    @Test
    void of_a_list_kept_by_a_program_that_knew_no_beginnings_its_time_is_the_latest_possible() {
        var kept = Inventory.earlier(List.of(pool("a", "abnormal")), EIGHT, true, "");
        assertThat(since(after(kept, whole(NOON, pool("a", "abnormal"))), "a")).isEqualTo(new FieldValue.Before(EIGHT));
    }

    @Test
    void a_new_pool_has_its_status_since_it_was_first_seen_unless_it_may_have_been_missed_before() {
        var whole = first(whole(EIGHT, pool("a", "running")));
        assertThat(since(after(whole, whole(TEN_PAST, pool("b", "deploying"))), "b"))
                .isEqualTo(new FieldValue.Time(TEN_PAST));
        var part = first(read(EIGHT, new Coverage.Incomplete(Inventory.Reason.FAILED), pool("a", "running")));
        assertThat(since(after(part, whole(TEN_PAST, pool("b", "deploying"))), "b"))
                .isEqualTo(new FieldValue.Before(TEN_PAST));
    }

    @Test
    void of_a_kept_list_it_counts_whether_it_had_been_read_whole() {
        var now = whole(TEN_PAST, pool("b", "deploying"));
        assertThat(since(after(Inventory.earlier(List.of(pool("a", "running")), EIGHT, true, ""), now), "b"))
                .isEqualTo(new FieldValue.Time(TEN_PAST));
        assertThat(since(after(Inventory.earlier(List.of(pool("a", "running")), EIGHT, false, ""), now), "b"))
                .isEqualTo(new FieldValue.Before(TEN_PAST));
    }

    @Test
    void pages_of_a_list_that_is_still_being_read_say_nothing_of_before() {
        var soFar = read(EIGHT, new Coverage.SoFar(), pool("a", "running"));
        assertThat(since(after(soFar, whole(TEN_PAST, pool("a", "abnormal"))), "a"))
                .isEqualTo(new FieldValue.Before(TEN_PAST));
    }

    @Test
    void before_a_moment_sorts_just_before_it_and_what_is_not_known_last() {
        var pools = List.of(pool("unknown", "abnormal"),
                pool("at", "abnormal").withStatusSince(new FieldValue.Time(TEN_PAST)),
                pool("before", "abnormal").withStatusSince(new FieldValue.Before(TEN_PAST)),
                pool("earlier", "abnormal").withStatusSince(new FieldValue.Time(EIGHT)));
        var query = new TableQuery(PoolFilter.ALL, SortOrder.by(PoolField.STATUS_SINCE, false),
                PoolGroupingCriterion.NONE, Optional.empty());
        assertThat(ArrangedPools.of(PoolSet.holding(pools), query, NOON).pools()).extracting(Pool::key)
                .containsExactly("earlier", "before", "at", "unknown");
    }

    @Test
    void a_sorted_status_column_has_the_worst_at_one_end() {
        var pools = List.of(pool("o", "Deleting"), pool("a", "abnormal"), pool("r", "running"), pool("d", "deploying"),
                pool("c", "concerning"));
        var query = new TableQuery(PoolFilter.ALL, SortOrder.by(PoolField.STATUS, true), PoolGroupingCriterion.NONE,
                Optional.empty());
        assertThat(ArrangedPools.of(PoolSet.holding(pools), query, NOON).pools()).extracting(Pool::key)
                .containsExactly("a", "c", "o", "d", "r");
    }
}
