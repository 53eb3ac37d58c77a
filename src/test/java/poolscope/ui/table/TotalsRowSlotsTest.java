package poolscope.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import poolscope.pool.PoolField;
import poolscope.ui.table.TotalsRowSlots.Column;
import poolscope.ui.table.TotalsRowSlots.Slot;

class TotalsRowSlotsTest {
    private static final Column NAME = new Column(Optional.of(PoolField.NAME), 100, false);
    private static final Column CORES = new Column(Optional.of(PoolField.CPU_CORES), 50, false);
    private static final Column CARDS = new Column(Optional.of(PoolField.ACCELERATORS), 40, false);

    @Test
    void a_sum_stands_under_its_column_with_space_for_other_texts_before_it_and_at_the_end() {
        assertThat(slots(0, NAME, CORES, CARDS)).containsExactly(free(0, 100), sum(PoolField.CPU_CORES, 100, 50),
                free(150, 0), sum(PoolField.ACCELERATORS, 150, 40), free(190, 0));
    }

    @Test
    void a_sum_that_is_wider_than_its_column_takes_space_before_it_and_then_after_it() {
        assertThat(slots(80, NAME, CORES)).containsExactly(free(0, 70), sum(PoolField.CPU_CORES, 70, 80), free(150, 0));
        assertThat(slots(80, CORES, NAME)).containsExactly(free(0, 0), sum(PoolField.CPU_CORES, 0, 80), free(80, 70));
    }

    @Test
    void no_text_goes_over_the_edge_of_the_pinned_columns() {
        var pinned = new Column(NAME.field(), NAME.width(), true);
        assertThat(slots(0, pinned, CORES)).containsExactly(free(0, 0), new Slot(Optional.empty(), 0, 100, true),
                free(100, 0), sum(PoolField.CPU_CORES, 100, 50), free(150, 0));
    }

    private static List<Slot> slots(double needed, Column... columns) {
        return TotalsRowSlots.of(List.of(columns), field -> field != PoolField.NAME, _ -> needed);
    }

    private static Slot free(double from, double width) {
        return new Slot(Optional.empty(), from, width, false);
    }

    private static Slot sum(PoolField field, double from, double width) {
        return new Slot(Optional.of(field), from, width, false);
    }
}
