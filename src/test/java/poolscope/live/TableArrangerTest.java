package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import poolscope.pool.table.Arrangement;
import poolscope.pool.table.CollapseState;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.TableQuery;

@Timeout(30)
class TableArrangerTest {
    private static final TableArranger.Request REQUEST = new TableArranger.Request(PoolSet.of(List.of()),
            TableQuery.ALL, CollapseState.OPEN);

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void what_was_asked_for_is_shown() {
        var tableArranger = fx(() -> new TableArranger(Clock.systemUTC()));
        fx(() -> {
            tableArranger.arrange(REQUEST);
            untilMade();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(tableArranger::arrangement).set()).isSameAs(REQUEST.set());
        tableArranger.close();
    }

    @Test
    void what_was_made_when_it_is_closed_is_not_shown_any_more() {
        var tableArranger = fx(() -> new TableArranger(Clock.systemUTC()));
        fx(() -> {
            tableArranger.arrange(REQUEST);
            untilMade();
            tableArranger.close();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(tableArranger::arrangement)).isSameAs(Arrangement.EMPTY);
    }

    /// The answer then waits for the window's thread, which is this one.
    private static void untilMade() {
        while (!Thread.getAllStackTraces()
                .keySet()
                .stream()
                .filter(thread -> thread.getName().equals("arranger"))
                .allMatch(thread -> thread.getState() == Thread.State.WAITING))
            Thread.onSpinWait();
    }

    private static <T> T fx(Callable<T> ask) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, ask);
    }
}
