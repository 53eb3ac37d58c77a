package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolNodeGroupsTest {
    private static PoolNodeGroups.Group group(String specification, FieldValue count, FieldValue available) {
        return new PoolNodeGroups.Group(FieldValue.text(specification), count, available);
    }

    @Test
    void several_groups_are_added_and_named_each_once() {
        var poolNodeGroups = new PoolNodeGroups(List.of(group("a", FieldValue.Number.of(4), FieldValue.Number.of(3)),
                group("b", FieldValue.Number.of(2), FieldValue.Number.of(2)),
                group("a", FieldValue.Number.of(1), FieldValue.Number.of(0))));
        assertThat(poolNodeGroups.count()).isEqualTo(FieldValue.Number.of(7));
        assertThat(poolNodeGroups.available()).isEqualTo(FieldValue.Number.of(5));
        assertThat(poolNodeGroups.unavailable()).isEqualTo(FieldValue.Number.of(2));
        assertThat(poolNodeGroups.portion())
                .isEqualTo(new FieldValue.Portion(BigDecimal.valueOf(5), BigDecimal.valueOf(7)));
        assertThat(poolNodeGroups.specification()).isEqualTo(FieldValue.text("a + b"));
    }

    @Test
    void P08_a_sum_with_an_unknown_part_is_unknown() {
        var poolNodeGroups = new PoolNodeGroups(List.of(group("a", FieldValue.Number.of(4), FieldValue.ABSENT),
                group("b", FieldValue.Number.of(2), FieldValue.Number.of(2))));
        assertThat(poolNodeGroups.count()).isEqualTo(FieldValue.Number.of(6));
        assertThat(poolNodeGroups.available()).isEqualTo(FieldValue.ABSENT);
        assertThat(poolNodeGroups.unavailable()).isEqualTo(FieldValue.ABSENT);
        assertThat(poolNodeGroups.portion()).isEqualTo(FieldValue.ABSENT);
        assertThat(PoolNodeGroups.NOT_REPORTED.count()).isEqualTo(FieldValue.ABSENT);
        assertThat(PoolNodeGroups.NOT_REPORTED.specification()).isEqualTo(FieldValue.ABSENT);
    }
}
