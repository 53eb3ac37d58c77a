package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolNodeGroupsTest {
    private static PoolNodeGroups.Group group(String specification, Value count, Value available) {
        return new PoolNodeGroups.Group(Value.text(specification), count, available);
    }

    @Test
    void several_groups_are_added_and_named_each_once() {
        var poolNodeGroups = new PoolNodeGroups(List.of(group("a", Value.Number.of(4), Value.Number.of(3)),
                group("b", Value.Number.of(2), Value.Number.of(2)),
                group("a", Value.Number.of(1), Value.Number.of(0))));
        assertThat(poolNodeGroups.count()).isEqualTo(Value.Number.of(7));
        assertThat(poolNodeGroups.available()).isEqualTo(Value.Number.of(5));
        assertThat(poolNodeGroups.unavailable()).isEqualTo(Value.Number.of(2));
        assertThat(poolNodeGroups.portion()).isEqualTo(new Value.Portion(BigDecimal.valueOf(5), BigDecimal.valueOf(7)));
        assertThat(poolNodeGroups.specification()).isEqualTo(Value.text("a + b"));
    }

    @Test
    void P08_a_sum_with_an_unknown_part_is_unknown() {
        var poolNodeGroups = new PoolNodeGroups(List.of(group("a", Value.Number.of(4), Value.ABSENT),
                group("b", Value.Number.of(2), Value.Number.of(2))));
        assertThat(poolNodeGroups.count()).isEqualTo(Value.Number.of(6));
        assertThat(poolNodeGroups.available()).isEqualTo(Value.ABSENT);
        assertThat(poolNodeGroups.unavailable()).isEqualTo(Value.ABSENT);
        assertThat(poolNodeGroups.portion()).isEqualTo(Value.ABSENT);
        assertThat(PoolNodeGroups.NOT_REPORTED.count()).isEqualTo(Value.ABSENT);
        assertThat(PoolNodeGroups.NOT_REPORTED.specification()).isEqualTo(Value.ABSENT);
    }
}
