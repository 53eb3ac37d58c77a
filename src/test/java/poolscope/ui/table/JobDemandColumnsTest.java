package poolscope.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import poolscope.pool.PoolField;
import poolscope.pool.filter.TextMatcher;
import poolscope.pool.fit.JobDemand;
import poolscope.settings.TableLayout;
import poolscope.ui.pools.TableLayoutColumns;
import poolscope.ui.pools.TableLayoutColumns.Column;

class JobDemandColumnsTest {
    private static final List<Column> REMEMBERED = TableLayoutColumns.of(TableLayout.defaults());

    private static JobDemand demand(String cores, String cards) {
        return new JobDemand(2, new JobDemand.Amounts(new BigDecimal(cores), BigDecimal.ZERO, new BigDecimal(cards)),
                TextMatcher.of(""), true);
    }

    private static List<PoolField> fields(Stream<Column> columns) {
        return columns.map(Column::field).toList();
    }

    @Test
    void cards_that_are_asked_for_stand_right_of_the_name_free_ones_first() {
        var asked = JobDemandColumns.of(demand("0", "16"), true);
        assertThat(asked).containsExactly(PoolField.FREE_ACCELERATORS, PoolField.ACCELERATORS);
        assertThat(fields(JobDemandColumns.inFront(asked, REMEMBERED).stream().filter(Column::shown)))
                .startsWith(PoolField.NAME, PoolField.FREE_ACCELERATORS, PoolField.ACCELERATORS, PoolField.STATUS);
    }

    @Test
    void where_no_service_reports_free_amounts_only_allocatable_ones_are_shown() {
        assertThat(JobDemandColumns.of(demand("4", "16"), false)).containsExactly(PoolField.ACCELERATORS,
                PoolField.CPU_CORES);
    }

    @Test
    void the_remembered_order_and_visibility_are_the_same_as_before() {
        var asked = JobDemandColumns.of(demand("4", "16"), true);
        var onScreen = JobDemandColumns.inFront(asked, REMEMBERED);
        assertThat(onScreen).isNotEqualTo(REMEMBERED);
        assertThat(JobDemandColumns.back(asked, onScreen, REMEMBERED)).isEqualTo(REMEMBERED);
    }

    @Test
    void a_width_that_was_dragged_meanwhile_is_remembered() {
        var asked = JobDemandColumns.of(demand("0", "8"), false);
        var onScreen = JobDemandColumns.inFront(asked, REMEMBERED)
                .stream()
                .map(c -> c.field() == PoolField.ACCELERATORS ? new Column(c.field(), 222, c.shown(), c.pinned()) : c)
                .toList();
        assertThat(JobDemandColumns.back(asked, onScreen, REMEMBERED))
                .contains(new Column(PoolField.ACCELERATORS, 222, true, false));
    }

    @Test
    void without_a_demand_nothing_is_moved() {
        assertThat(JobDemandColumns.inFront(List.of(), REMEMBERED)).isEqualTo(REMEMBERED);
        assertThat(JobDemandColumns.back(List.of(), REMEMBERED, REMEMBERED)).isEqualTo(REMEMBERED);
    }
}
