package poolscope.start;

import java.time.Duration;
import javafx.beans.value.ObservableValue;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundThreads;
import poolscope.live.background.Debouncer;
import poolscope.live.changes.PoolsWithChanges;
import poolscope.live.table.TableArranger;
import poolscope.settings.Settings;
import poolscope.ui.ScreenModels.PoolModels;
import poolscope.ui.pools.FilterMatchCountModel;
import poolscope.ui.pools.FilterModel;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.summary.SummaryStripModel;
import poolscope.ui.values.FieldValueListModel;

/// The table of pools, its filter, and the sums of what it shows.
final class PoolListComposition implements AutoCloseable {
    /// longer than the pause between two letters of a fast typist, too short to be noticed
    private static final Duration TYPING_PAUSE = Duration.ofMillis(120);

    /// One thread each: arranging a large table must not delay the counts, and neither may run twice at once.
    private final BackgroundThreads arranging = BackgroundThreads.single("arranging");
    private final BackgroundThreads counting = BackgroundThreads.single("counting");
    private final TableArranger tableArranger;
    private final FilterModel filter;
    private final PoolModels models;

    /// @param poolsWithChanges
    ///            the pools of the connections, with what changed in them
    PoolListComposition(SharedWindowServices shared, ObservableValue<PoolsWithChanges> poolsWithChanges) {
        tableArranger = new TableArranger(shared.clock(), BackgroundAndFxExecutors.of(arranging));
        filter = new FilterModel(shared.settings().part(Settings::filter, Settings::withFilter),
                Debouncer.of(TYPING_PAUSE), shared.zone());
        shared.settings()
                .settingsProperty()
                .map(now -> now.windowAppearance().timeZone())
                .subscribe((_, now) -> filter.moveTo(now.zone()));
        var pools = new PoolsTableModel(shared.observableTickedConnectionPools(), tableArranger, shared.newTask(),
                shared.settings(), filter, poolsWithChanges);
        models = new PoolModels(pools,
                new FilterMatchCountModel(filter, pools::allPoolSet, shared.clock(),
                        BackgroundAndFxExecutors.of(counting)),
                new SummaryStripModel(pools, shared.settings(), shared.newTask()),
                field -> new FieldValueListModel(field, filter, pools.arrangedPools().set(), shared.clock().instant(),
                        shared.newTask()));
    }

    PoolModels models() {
        return models;
    }

    PoolsTableModel pools() {
        return models.list();
    }

    FilterModel filter() {
        return filter;
    }

    @Override
    public void close() {
        pools().close();
        tableArranger.close();
        filter.close();
        models.filterMatchCounts().close();
        arranging.close();
        counting.close();
    }
}
