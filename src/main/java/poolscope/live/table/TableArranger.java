package poolscope.live.table;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.LatestTask;
import poolscope.live.changes.GonePoolWithPosition;
import poolscope.pool.PoolField;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.GroupCollapseState;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.TableQuery;

/// Filters, sorts, groups and sums in the background and replaces the rows by the result. Only the newest request
/// counts; an older one that still waits is not started.
public final class TableArranger implements AutoCloseable {
    /// The request: these pools, arranged in that way, with those groups folded.
    ///
    /// @param gone
    ///            pools that are not in the set any more and keep a line in the table
    /// @param columns
    ///            the fields shown: their longest values, which columns are as wide as, are found in the background too
    public record Request(PoolSet set, TableQuery tableQuery, GroupCollapseState groupCollapseState,
            List<GonePoolWithPosition> gone, List<PoolField> columns) {}

    /// @param all
    ///            the rows of all pools, in the order of the set
    private record Result(ArrangedPools arrangedPools, PoolRow[] all, TableLineBuilder.Plan plan) {}

    private record Watcher(Runnable before, Consumer<Boolean> after) {}

    private final List<Watcher> watchers = new ArrayList<>();
    private final Clock clock;
    private final LatestTask latestTask;
    private final PoolRowIndex index = new PoolRowIndex();
    private final TableLineBuilder tableLineBuilder = new TableLineBuilder();
    private final ObservableTableRows rows = new ObservableTableRows();
    private PoolRow[] known = {};
    private final ReadOnlyObjectWrapper<ArrangedPools> arrangedPools = new ReadOnlyObjectWrapper<>(this,
            "arrangedPools", ArrangedPools.EMPTY);
    private final ReadOnlyBooleanWrapper arranging = new ReadOnlyBooleanWrapper(this, "arranging", false);

    /// @param executors
    ///            whose background runs one piece of work at a time: two arrangements can't be made side by side
    public TableArranger(Clock clock, BackgroundAndFxExecutors executors) {
        this.clock = clock;
        latestTask = new LatestTask(executors);
    }

    /// The rows shown.
    public ObservableTableRows rows() {
        return rows;
    }

    /// The arrangement shown. Changes after [#rows()].
    public ReadOnlyObjectProperty<ArrangedPools> arrangedPoolsProperty() {
        return arrangedPools.getReadOnlyProperty();
    }

    public ArrangedPools arrangedPools() {
        return arrangedPools.get();
    }

    /// Whether the rows are not yet filtered, sorted and grouped as they were last requested to be.
    public ReadOnlyBooleanProperty arrangingProperty() {
        return arranging.getReadOnlyProperty();
    }

    /// Requests an arrangement.
    public void arrange(Request request) {
        arranging.set(!request.tableQuery().equals(arrangedPools.get().tableQuery()));
        latestTask.start(_ -> resultOf(request), this::show);
    }

    private Result resultOf(Request request) {
        var all = index.rowsOf(request.set());
        request.columns().forEach(request.set()::longestValues);
        var now = clock.instant();
        var made = ArrangedPools.of(request.set(), request.tableQuery(), now);
        var gone = index.gone(request.gone()).lines(made, now);
        return new Result(made, all, TableLineBuilder.Plan.of(made, all, request.groupCollapseState(), gone));
    }

    private void show(Result result) {
        var made = result.arrangedPools();
        boolean refreshed = made.set() != arrangedPools.get().set();
        if (refreshed) renew(result);
        var next = tableLineBuilder.of(result.plan());
        if (rows.wouldMove(next)) {
            watchers.forEach(w -> w.before().run());
            tableLineBuilder.updateHeaders(result.plan());
            rows.swap(next);
            watchers.forEach(w -> w.after().accept(refreshed));
        } else
            tableLineBuilder.updateHeaders(result.plan());
        arrangedPools.set(made);
        arranging.set(false);
    }

    /// Hidden rows are updated too, because the details may show one.
    private void renew(Result result) {
        for (var row : known)
            row.leave();
        known = result.all();
        for (int i = 0; i < known.length; i++)
            known[i].show(result.arrangedPools().set().pools().get(i));
    }

    /// Calls `before` and `after` around each new order of the rows; `after` gets true after a refresh and false after
    /// filtering or sorting.
    public Subscription onSwap(Runnable before, Consumer<Boolean> after) {
        var watcher = new Watcher(before, after);
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /// Drops the pending result.
    @Override
    public void close() {
        latestTask.close();
    }
}
