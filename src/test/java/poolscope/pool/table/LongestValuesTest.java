package poolscope.pool.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.Pools;

class LongestValuesTest {
    private static Pool named(String name) {
        var pool = new Pools(1).one("id");
        var other = pool.poolNamesAndOwner();
        return new Pool(
                new PoolNamesAndOwner(other.id(), FieldValue.text(name), other.description(), other.tenant(),
                        other.project(), other.owner()),
                pool.createdAt(), pool.status(), pool.poolNodeGroups(), pool.allocatableResources(), pool.billing(),
                pool.knownUndocumentedFields(), pool.poolOrigin(), pool.raw());
    }

    @Test
    void no_other_name_is_longer_than_one_that_was_found() {
        var pools = new ArrayList<Pool>();
        for (int i = 0; i < 300; i++)
            pools.add(named("n".repeat(i * 7 % 90) + i));
        var found = LongestValues.of(pools, PoolField.NAME);
        var expected = pools.stream()
                .map(PoolField.NAME::of)
                .map(name -> name.asText(""))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        assertThat(found).hasSize(12);
        assertThat(found.stream().map(name -> name.asText("").length()).sorted(Comparator.reverseOrder()))
                .containsExactlyElementsOf(expected.stream().limit(12).map(String::length).toList());
    }

    @Test
    void a_value_that_many_pools_have_does_not_take_the_place_of_others() {
        var pools = new ArrayList<Pool>();
        for (int i = 0; i < 50; i++)
            pools.add(named("the same name"));
        pools.add(named("another one"));
        assertThat(LongestValues.of(pools, PoolField.NAME)).containsExactlyInAnyOrder(FieldValue.text("the same name"),
                FieldValue.text("another one"));
    }

    @Test
    void a_Chinese_letter_is_wider_than_a_Latin_one_but_not_than_two() {
        assertThat(LongestValues.width(FieldValue.text("推理"))).isGreaterThan(width("abc")).isLessThan(width("abcd"));
    }

    @Test
    void of_names_with_as_many_letters_the_one_with_wide_letters_is_longer() {
        var pools = new ArrayList<Pool>();
        for (int i = 100; i < 150; i++)
            pools.add(named("gpu-infer-ap-" + i));
        pools.add(named("ascend-910-a-150"));
        assertThat(LongestValues.of(pools, PoolField.NAME)).contains(FieldValue.text("ascend-910-a-150"));
    }

    private static int width(String text) {
        return LongestValues.width(FieldValue.text(text));
    }

    @Test
    void every_status_is_found_because_a_short_word_may_be_a_long_one_on_screen() {
        var pools = new Pools(3).some(400);
        assertThat(LongestValues.of(pools, PoolField.STATUS))
                .containsExactlyInAnyOrderElementsOf(pools.stream().map(PoolField.STATUS::of).distinct().toList());
    }

    @Test
    void of_many_pools_only_a_sample_is_looked_at() {
        var looked = new ArrayList<Integer>();
        var pool = named("a");
        var pools = new AbstractList<Pool>() {
            @Override
            public Pool get(int index) {
                looked.add(index);
                return pool;
            }

            @Override
            public int size() {
                return 1_000_000;
            }
        };
        LongestValues.of(pools, PoolField.NAME);
        assertThat(looked).hasSizeBetween(10_000, 20_000)
                .startsWith(0)
                .last()
                .satisfies(place -> assertThat(place).isGreaterThan(980_000));
    }

    @Test
    void there_are_none_without_pools() {
        assertThat(LongestValues.of(List.of(), PoolField.NAME)).isEmpty();
    }
}
