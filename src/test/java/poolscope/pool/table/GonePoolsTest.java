package poolscope.pool.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Pools;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.filter.TextMatcher;
import poolscope.pool.fit.JobDemand;

class GonePoolsTest {
    private static final Instant NOW = Instant.EPOCH;

    @ParameterizedTest
    @CsvSource({"1, , false", "2, NAME, false", "3, NAME, true", "4, STATUS, false", "5, NODES, true",
            "6, CREATED_AT, true", "7, MEMORY, false", "8, ACCELERATORS, true"})
    void they_stand_where_they_would_stand_if_they_were_there(long seed, PoolField field, boolean descending) {
        var random = new Random(seed);
        var everything = new Pools(seed).some(60);
        List<Pool> there = new ArrayList<>();
        List<GonePools.Gone> gone = new ArrayList<>();
        for (var pool : everything)
            if (random.nextInt(4) == 0) gone.add(new GonePools.Gone(pool, there.size()));
            else
                there.add(pool);
        var query = new TableQuery(PoolFilter.parse("not status:abnormal").filter(),
                field == null ? SortOrder.AS_SENT : SortOrder.by(field, descending), PoolGroupingCriterion.NONE,
                Optional.empty());
        var set = PoolSet.holding(there);
        var made = ArrangedPools.of(set, query, NOW);

        assertThat(merged(made, new GonePools(set, gone).lines(made, NOW))).isEqualTo(
                ArrangedPools.of(PoolSet.holding(everything), query, NOW).pools().stream().map(Pool::key).toList());
    }

    private static List<String> merged(ArrangedPools made, List<GonePools.Line> gone) {
        List<String> keys = new ArrayList<>();
        for (int place = 0; place <= made.size(); place++) {
            for (var line : gone)
                if (line.place() == place) keys.add(line.pool().key());
            if (place < made.size()) keys.add(made.at(place).key());
        }
        return keys;
    }

    @Test
    void in_groups_they_stand_in_their_own_group_and_behind_the_last_one_when_it_has_no_other_pool() {
        var pools = new Pools(3);
        var a = pools.with(FieldValue.text("a"), FieldValue.Number.of(1));
        var b = pools.with(FieldValue.text("b"), FieldValue.Number.of(1));
        var set = PoolSet.holding(List.of(a, b));
        var made = ArrangedPools.of(set, new TableQuery(PoolFilter.ALL, SortOrder.AS_SENT,
                PoolGroupingCriterion.SPECIFICATION, Optional.empty()), NOW);
        var ofA = pools.with(FieldValue.text("a"), FieldValue.Number.of(2));
        var ofC = pools.with(FieldValue.text("c"), FieldValue.Number.of(2));
        assertThat(new GonePools(set, List.of(new GonePools.Gone(ofC, 0), new GonePools.Gone(ofA, 2))).lines(made, NOW))
                .containsExactly(new GonePools.Line(ofA, 0, 1), new GonePools.Line(ofC, -1, 2));
    }

    @Test
    void the_last_of_a_group_stands_before_the_first_of_the_next_wherever_both_were_sent() {
        var pools = new Pools(3);
        var set = PoolSet.holding(List.of(pools.with(FieldValue.text("a"), FieldValue.Number.of(1)),
                pools.with(FieldValue.text("b"), FieldValue.Number.of(1))));
        var made = ArrangedPools.of(set, new TableQuery(PoolFilter.ALL, SortOrder.AS_SENT,
                PoolGroupingCriterion.SPECIFICATION, Optional.empty()), NOW);
        var ofA = pools.with(FieldValue.text("a"), FieldValue.Number.of(2));
        var ofB = pools.with(FieldValue.text("b"), FieldValue.Number.of(2));
        assertThat(new GonePools(set, List.of(new GonePools.Gone(ofB, 0), new GonePools.Gone(ofA, 2))).lines(made, NOW))
                .containsExactly(new GonePools.Line(ofA, 0, 1), new GonePools.Line(ofB, 1, 1));
    }

    @Test
    void nothing_fits_into_them() {
        var set = PoolSet.holding(new Pools(4).some(3));
        var query = new TableQuery(PoolFilter.ALL, SortOrder.AS_SENT, PoolGroupingCriterion.NONE,
                Optional.of(new JobDemand(1, JobDemand.Amounts.NONE, TextMatcher.of(""), false)));
        var gone = new GonePools(set, List.of(new GonePools.Gone(new Pools(5).one("gone"), 0)));
        assertThat(gone.lines(ArrangedPools.of(set, query, NOW), NOW)).isEmpty();
    }
}
