package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodesTest {
    private static Nodes.Group group(String specification, Value count, Value available) {
        return new Nodes.Group(Value.text(specification), count, available);
    }

    @Test
    void several_groups_are_added_and_named_each_once() {
        var nodes = new Nodes(List.of(group("a", Value.Number.of(4), Value.Number.of(3)),
                group("b", Value.Number.of(2), Value.Number.of(2)),
                group("a", Value.Number.of(1), Value.Number.of(0))));
        assertThat(nodes.count()).isEqualTo(Value.Number.of(7));
        assertThat(nodes.available()).isEqualTo(Value.Number.of(5));
        assertThat(nodes.unavailable()).isEqualTo(Value.Number.of(2));
        assertThat(nodes.portion()).isEqualTo(new Value.Portion(BigDecimal.valueOf(5), BigDecimal.valueOf(7)));
        assertThat(nodes.specification()).isEqualTo(Value.text("a + b"));
    }

    @Test
    void P08_a_sum_with_an_unknown_part_is_unknown() {
        var nodes = new Nodes(List.of(group("a", Value.Number.of(4), Value.ABSENT),
                group("b", Value.Number.of(2), Value.Number.of(2))));
        assertThat(nodes.count()).isEqualTo(Value.Number.of(6));
        assertThat(nodes.available()).isEqualTo(Value.ABSENT);
        assertThat(nodes.unavailable()).isEqualTo(Value.ABSENT);
        assertThat(nodes.portion()).isEqualTo(Value.ABSENT);
        assertThat(Nodes.NOT_REPORTED.count()).isEqualTo(Value.ABSENT);
        assertThat(Nodes.NOT_REPORTED.specification()).isEqualTo(Value.ABSENT);
    }
}
