package poolscope.ui.handover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import poolscope.api.ApiException;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.BackgroundJob;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Pool;
import poolscope.pool.change.PoolKey;
import poolscope.pool.node.PoolJob;

/// The jobs of the pools that are handed over. They are read when the operator asks for them.
final class HandOverJobsReader {
    /// Each pool's jobs cost a request.
    static final int MOST_REQUESTS = 20;
    private static final System.Logger LOG = System.getLogger(HandOverJobsReader.class.getName());

    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final BackgroundJob<Map<PoolKey, List<PoolJob>>> job;
    private final Runnable onRead;
    private final Map<PoolKey, List<PoolJob>> known = new HashMap<>();
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(this, "reading");

    /// @param onRead
    ///            called when more jobs are known
    HandOverJobsReader(ObservableTickedConnectionPools observableTickedConnectionPools,
            BackgroundJob<Map<PoolKey, List<PoolJob>>> job, Runnable onRead) {
        this.observableTickedConnectionPools = observableTickedConnectionPools;
        this.job = job;
        this.onRead = onRead;
        job.stateProperty().subscribe((_, now) -> onJobs(now));
    }

    Map<PoolKey, List<PoolJob>> known() {
        return Map.copyOf(known);
    }

    void clear() {
        known.clear();
    }

    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// The pools whose jobs were not read yet, at most [#MOST_REQUESTS].
    List<Pool> unread(Predicate<Pool> filter) {
        return observableTickedConnectionPools.poolsProperty()
                .get()
                .pools()
                .stream()
                .filter(filter)
                .filter(pool -> pool.poolOrigin().api() == ApiGeneration.V2 && pool.hasId()
                        && !known.containsKey(PoolKey.of(pool)))
                .limit(MOST_REQUESTS)
                .toList();
    }

    /// Reads the unread jobs, pool after pool.
    void read(Predicate<Pool> filter) {
        Map<String, ObservableConnectionInventory> byConnection = new HashMap<>();
        observableTickedConnectionPools.sources()
                .forEach(source -> byConnection.put(source.serviceAndProject().id(), source));
        var wanted = unread(filter);
        reading.set(true);
        job.start(progress -> jobs(wanted, byConnection, progress));
    }

    /// After a failure the connection is not asked again: further requests would mostly fail too. The hand-over shows
    /// of how many pools the jobs were read.
    private static Map<PoolKey, List<PoolJob>> jobs(List<Pool> pools,
            Map<String, ObservableConnectionInventory> byConnection, LongConsumer progress)
            throws InterruptedException {
        Map<PoolKey, List<PoolJob>> read = new HashMap<>();
        List<String> refused = new ArrayList<>();
        for (var pool : pools) {
            String id = pool.poolOrigin().connectionId();
            if (refused.contains(id) || !byConnection.containsKey(id)) continue;
            try {
                read.put(PoolKey.of(pool), byConnection.get(id).contents().jobs(pool.key()).items());
                progress.accept(read.size());
            } catch (ApiException e) {
                LOG.log(System.Logger.Level.INFO, "Jobs were not read: {0}", e.failure().name());
                refused.add(id);
            }
        }
        return read;
    }

    private void onJobs(BackgroundJob.State<Map<PoolKey, List<PoolJob>>> state) {
        reading.set(state instanceof BackgroundJob.State.Running);
        if (state instanceof BackgroundJob.State.Done<Map<PoolKey, List<PoolJob>>>(var read)) {
            known.putAll(read);
            onRead.run();
        }
    }

    void cancel() {
        job.cancel();
    }

    void close() {
        job.close();
    }
}
