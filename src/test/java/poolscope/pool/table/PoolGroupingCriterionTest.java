package poolscope.pool.table;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Pools;
import poolscope.pool.filter.FilterSamples;
import poolscope.pool.filter.PoolFilter;

/// Groups, against the collectors of the Java library over the same pools.
class PoolGroupingCriterionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final List<Pool> pools = new Pools(5).some(700);
    private final PoolSet set = PoolSet.of(List.of(Pools.inventory(pools)));

    private ArrangedPools by(PoolGroupingCriterion poolGroupingCriterion, SortOrder sortOrder) {
        return ArrangedPools.of(set, new TableQuery(PoolFilter.ALL, sortOrder, poolGroupingCriterion), NOW);
    }

    private static List<Pool> of(ArrangedPools arrangedPools, PoolGroup group) {
        return arrangedPools.pools().subList(group.from(), group.to());
    }

    private static List<String> owners(ArrangedPools arrangedPools) {
        return arrangedPools.groups()
                .stream()
                .map(group -> of(arrangedPools, group).getFirst().poolNamesAndOwner().owner().asText("—"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(PoolGroupingCriterion.class)
    void every_pool_stands_in_one_group_beside_those_like_it_and_in_the_order_of_the_sort(
            PoolGroupingCriterion poolGroupingCriterion) {
        Function<Pool, Object> like = pool -> switch (poolGroupingCriterion) {
            case NONE -> "";
            case STATUS -> pool.status().word();
            case SPECIFICATION -> pool.poolNodeGroups().specification().asText("");
            case CONNECTION -> pool.poolOrigin().connection();
            case OWNER -> pool.poolNamesAndOwner().owner().asText("");
            case ACCELERATOR -> pool.v2().accelerator().asText("");
            case SCOPE -> pool.v2().setup().scope().asText("");
            case WORKSPACE -> pool.v2().setup().workspace().asText("");
            case API -> pool.poolOrigin().api();
            case BILLING -> pool.billing() instanceof Billing.Prepaid;
            case SPECIFICATION_AND_STATUS ->
                List.of(pool.poolNodeGroups().specification().asText(""), pool.status().word());
        };
        for (var sortOrder : List.of(SortOrder.AS_SENT, SortOrder.by(PoolField.NAME, true),
                SortOrder.by(PoolField.MEMORY, false))) {
            var arrangedPools = by(poolGroupingCriterion, sortOrder);
            var expected = ArrangedPools
                    .of(set, new TableQuery(PoolFilter.ALL, sortOrder, PoolGroupingCriterion.NONE), NOW)
                    .pools()
                    .stream()
                    .collect(groupingBy(like));
            if (poolGroupingCriterion == PoolGroupingCriterion.NONE) assertThat(arrangedPools.groups()).isEmpty();
            else
                assertThat(arrangedPools.groups().stream().map(group -> of(arrangedPools, group)).toList())
                        .containsExactlyInAnyOrderElementsOf(expected.values());
            int end = 0;
            for (var group : arrangedPools.groups()) {
                assertThat(group.from()).isEqualTo(end);
                end = group.to();
            }
            assertThat(arrangedPools.order()).hasSize(700).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(PoolGroupingCriterion.class)
    void groups_add_up_to_the_whole(PoolGroupingCriterion poolGroupingCriterion) {
        var arrangedPools = by(poolGroupingCriterion, SortOrder.AS_SENT);
        assertThat(arrangedPools.poolTotals()).isEqualTo(PoolTotals.of(pools));
        for (var group : arrangedPools.groups())
            assertThat(group.poolTotals()).isEqualTo(PoolTotals.of(of(arrangedPools, group)));
    }

    @Test
    void groups_stand_by_what_they_have_in_common_with_those_that_do_not_say_last() {
        var names = List.of("owner0", "owner1", "owner2", "owner3", "owner4", "—");
        assertThat(owners(by(PoolGroupingCriterion.OWNER, SortOrder.AS_SENT))).isEqualTo(names);
        assertThat(owners(by(PoolGroupingCriterion.OWNER, SortOrder.by(PoolField.NAME, true)))).isEqualTo(names);
        var down = new ArrayList<>(names.subList(0, 5));
        Collections.reverse(down);
        down.add("—");
        assertThat(owners(by(PoolGroupingCriterion.OWNER, SortOrder.by(PoolField.OWNER, true)))).isEqualTo(down);
        var words = by(PoolGroupingCriterion.STATUS, SortOrder.AS_SENT).groups().stream().map(PoolGroup::key).toList();
        assertThat(words)
                .containsExactlyElementsOf(Stream.of("running", "deploying", "scaling", "concerning", "abnormal", "")
                        .map(PoolStatus::of)
                        .map(s -> new PoolGroupIdentity.SharedValues(List.of(PoolField.STATUS),
                                List.of(s.word().isEmpty() ? FieldValue.ABSENT : new FieldValue.State(s))))
                        .toList());
    }

    @Test
    void groups_stand_by_their_subtotals_when_the_first_key_is_a_number() {
        var samples = Stream.of("b 5", "a 1", "a 1", "c ?", "d 9", "b 1")
                .map(text -> FilterSamples.pool()
                        .with(PoolField.OWNER, text.substring(0, 1))
                        .with(PoolField.ACCELERATORS,
                                text.endsWith("?")
                                        ? FieldValue.ABSENT
                                        : new FieldValue.Number(new BigDecimal(text.substring(2))))
                        .make())
                .toList();
        var four = PoolSet.of(List.of(Pools.inventory(samples)));
        var up = new TableQuery(PoolFilter.ALL, SortOrder.by(PoolField.ACCELERATORS, false),
                PoolGroupingCriterion.OWNER);
        assertThat(owners(ArrangedPools.of(four, up, NOW))).containsExactly("a", "b", "d", "c");
        var down = new TableQuery(PoolFilter.ALL, SortOrder.by(PoolField.ACCELERATORS, true),
                PoolGroupingCriterion.OWNER);
        assertThat(owners(ArrangedPools.of(four, down, NOW))).containsExactly("d", "b", "a", "c");
    }

    @Test
    void a_group_of_which_the_filter_shows_no_pool_has_no_head() {
        var samples = Stream.of("a", "b", "c")
                .map(owner -> FilterSamples.pool().with(PoolField.OWNER, owner).make())
                .toList();
        var tableQuery = new TableQuery(PoolFilter.parse("not owner=b").filter(), SortOrder.AS_SENT,
                PoolGroupingCriterion.OWNER);
        assertThat(owners(ArrangedPools.of(PoolSet.holding(samples), tableQuery, NOW))).containsExactly("a", "c");
    }

    @Test
    void a_fold_of_two_fields_stands_by_the_one_that_is_sorted_by() {
        var arrangedPools = by(PoolGroupingCriterion.SPECIFICATION_AND_STATUS, SortOrder.by(PoolField.STATUS, true));
        var statuses = arrangedPools.groups()
                .stream()
                .map(group -> of(arrangedPools, group).getFirst().status())
                .filter(status -> !status.word().isEmpty())
                .toList();
        assertThat(statuses).isSortedAccordingTo(PoolStatus.WORST_LAST.reversed());
        assertThat(arrangedPools.groups().size()).isGreaterThan(20);
    }

    @Test
    void names_that_differ_in_case_are_two_groups_beside_each_other() {
        var samples = Stream.of("B", "a", "A", "b", "a")
                .map(owner -> FilterSamples.pool().with(PoolField.OWNER, owner).make())
                .toList();
        var tableQuery = new TableQuery(PoolFilter.ALL, SortOrder.AS_SENT, PoolGroupingCriterion.OWNER);
        assertThat(owners(ArrangedPools.of(PoolSet.of(List.of(Pools.inventory(samples))), tableQuery, NOW)))
                .containsExactly("A", "a", "B", "b");
    }

    @Test
    void a_collapsed_group_shows_its_head_alone() {
        var arrangedPools = by(PoolGroupingCriterion.OWNER, SortOrder.by(PoolField.NAME, false));
        var groups = arrangedPools.groups();
        var second = groups.get(1);
        var lines = arrangedPools.lines(second.key()::equals);
        assertThat(lines).hasSize(700 + 6 - second.size()).startsWith(~0, 0, 1).containsSequence(~1, ~2, second.to());
        assertThat(IntStream.of(lines).filter(line -> line >= 0).toArray()).isSorted()
                .doesNotContain(second.from(), second.to() - 1);
        var all = new LinkedHashSet<PoolGroupIdentity>();
        groups.forEach(group -> all.add(group.key()));
        assertThat(arrangedPools.lines(all::contains)).containsExactly(~0, ~1, ~2, ~3, ~4, ~5);
        assertThat(arrangedPools.size()).isEqualTo(700);
    }

    @Test
    void without_groups_every_line_is_a_pool() {
        var arrangedPools = by(PoolGroupingCriterion.NONE, SortOrder.AS_SENT);
        assertThat(arrangedPools.lines(_ -> false)).containsExactly(IntStream.range(0, 700).toArray());
        assertThat(ArrangedPools.EMPTY.lines(_ -> false)).isEmpty();
    }

    @Test
    void settings_find_a_grouping_by_its_id() {
        for (var poolGroupingCriterion : PoolGroupingCriterion.values())
            assertThat(PoolGroupingCriterion.ofId(poolGroupingCriterion.id())).contains(poolGroupingCriterion);
        assertThat(PoolGroupingCriterion.ofId("colour")).isEmpty();
        assertThat(PoolGroupingCriterion.SPECIFICATION_AND_STATUS.next()).isEqualTo(PoolGroupingCriterion.NONE);
    }
}
