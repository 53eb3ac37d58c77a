package poolscope.live.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.SteppedExecutor;
import poolscope.pool.Pools;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.GroupCollapseState;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.SortOrder;
import poolscope.pool.table.TableQuery;

class TableArrangerTest {
    private static final TableArranger.Request ALL = new TableArranger.Request(
            PoolSet.of(List.of(Pools.inventory(new Pools(1).some(3)))), TableQuery.ALL, GroupCollapseState.OPEN,
            List.of(), List.of());
    private static final TableArranger.Request NONE = new TableArranger.Request(ALL.set(),
            new TableQuery(PoolFilter.parse("no-such-pool").filter(), SortOrder.AS_SENT, PoolGroupingCriterion.NONE,
                    Optional.empty()),
            GroupCollapseState.OPEN, List.of(), List.of());

    private final SteppedExecutor background = new SteppedExecutor();
    private final SteppedExecutor fx = new SteppedExecutor();
    private final TableArranger tableArranger = new TableArranger(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            new BackgroundAndFxExecutors(background, fx));

    private List<String> shown() {
        return tableArranger.rows().stream().map(line -> ((PoolRow) line).pool().key()).toList();
    }

    @Test
    void rows_change_on_the_FX_thread_and_not_before() {
        tableArranger.arrange(ALL);
        background.runAll();
        assertThat(tableArranger.arrangedPools()).isSameAs(ArrangedPools.EMPTY);
        assertThat(tableArranger.rows()).isEmpty();
        fx.runAll();
        assertThat(tableArranger.arrangedPools().set()).isSameAs(ALL.set());
        assertThat(shown()).containsExactlyElementsOf(ALL.set().pools().stream().map(pool -> pool.key()).toList());
    }

    @Test
    void of_two_requests_only_the_newer_is_shown_even_if_the_older_was_computed() {
        var orders = new ArrayList<Boolean>();
        tableArranger.onSwap(() -> {
        }, orders::add);
        tableArranger.arrange(NONE);
        background.runAll();
        tableArranger.arrange(ALL);
        background.runAll();
        fx.runAll();
        assertThat(shown()).hasSize(3);
        assertThat(orders).as("new orders of the rows; true when the pools were read").containsExactly(true);
        tableArranger.arrange(NONE);
        background.runAll();
        fx.runAll();
        assertThat(tableArranger.rows()).isEmpty();
        assertThat(orders).containsExactly(true, false);
    }

    @Test
    void what_was_computed_before_closing_is_not_shown_and_nothing_is_computed_afterwards() {
        tableArranger.arrange(ALL);
        background.runAll();
        tableArranger.close();
        fx.runAll();
        assertThat(tableArranger.arrangedPools()).isSameAs(ArrangedPools.EMPTY);
        tableArranger.arrange(ALL);
        assertThat(background.waiting()).isZero();
    }
}
