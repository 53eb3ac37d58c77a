package poolscope.api.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.ReadProgress;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.signin.SignedServiceClient;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v2.PoolContentsReader;
import poolscope.api.v2.V2PoolListReader;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.pool.Inventory;
import poolscope.pool.ReportedNodeFlavor;

/// Reads all pools of one connection from both generations of the API, side by side. Keep one for the life of the
/// connection; it reads one inventory at a time.
///
/// A generation that the service does not offer is no failure: the other one is the whole list. It is one when the last
/// list of it had pools. When a generation fails, the inventory is incomplete, and its parts say why. Until a sign-in
/// has been accepted, requests are sent one at a time.
public final class InventoryReader implements AutoCloseable {
    private final ApiTarget apiTarget;
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final SignedServiceClient service;
    private final ClusterListReader clusters;
    private final V2PoolListReader pools;
    private final PoolContentsReader contents;
    private final AtomicReference<@Nullable V2PoolsReadTask> prefetched = new AtomicReference<>();
    /// Whether the last list of v1 that was read had pools: they do not end with a response of 404.
    private boolean hadClusters;

    private InventoryReader(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts) {
        this.apiTarget = apiTarget;
        this.requestClockAndTimeouts = requestClockAndTimeouts;
        service = SignedServiceClient.open(apiTarget, requestClockAndTimeouts);
        clusters = ClusterListReader.of(apiTarget, requestClockAndTimeouts, service);
        pools = new V2PoolListReader(apiTarget, requestClockAndTimeouts, service);
        contents = new PoolContentsReader(apiTarget, requestClockAndTimeouts, service, pools);
    }

    /// Nothing is sent yet.
    public static InventoryReader open(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts) {
        return new InventoryReader(apiTarget, requestClockAndTimeouts);
    }

    /// As [#open(ApiTarget, RequestClockAndTimeouts)], over the default network path.
    public static InventoryReader open(ServiceAndProject serviceAndProject, Credentials credentials,
            RequestClockAndTimeouts requestClockAndTimeouts) {
        return open(ApiTarget.of(serviceAndProject, credentials), requestClockAndTimeouts);
    }

    /// A person has acted: a sign-in that was refused before may be tried again (P23).
    public void release() {
        // The prefetched request counts as this attempt: clearing its refusal would send a bad secret twice.
        if (prefetched.get() == null) clusters.release();
    }

    /// Requests the first pages in the background; the next [#read] continues from there. When `threads` reject the
    /// task, that read requests them itself.
    public void prefetch(Executor threads) {
        if (asksV1()) clusters.prefetch(threads);
        if (!asksV2()) return;
        var first = V2PoolsReadTask.of(pools);
        prefetched.set(first);
        try {
            threads.execute(first);
        } catch (RejectedExecutionException _) {
            // The next read runs the task itself.
        }
    }

    /// What one node of each specification of v2 has, by its name; empty before it was read. Does not block.
    public Map<String, ReportedNodeFlavor> flavors() {
        return pools.flavors();
    }

    /// The service's clock minus the local one, to the second; empty before a response said its time.
    public Optional<Duration> clockSkew() {
        return service.clockSkew();
    }

    /// When the connection's token expires, by the local clock; empty when that is unknown or it signs in without one.
    public Optional<Instant> tokenExpiry() {
        return service.tokenExpiry();
    }

    private boolean asksV1() {
        return apiTarget.query().scope().generations().hasV1();
    }

    /// Names and states of a query are parameters of v1's list only. A filtered list of v1 is not mixed with the whole
    /// list of v2.
    private boolean asksV2() {
        return apiTarget.query().scope().generations().hasV2() && apiTarget.query().narrowing().isEmpty();
    }

    /// Reads until every pool was read once, or reports that this can't be proven ([Inventory.Coverage.Incomplete]).
    ///
    /// Blocks as long as the service responds. An interrupt ends it at once and closes the exchanges.
    ///
    /// @param soFar
    ///            called on this thread after each response of v1, and after some of v2, but never after the last one
    /// @throws ApiException
    ///             when no list could be read at all
    public Inventory read(Consumer<ReadProgress> soFar) throws ApiException, InterruptedException {
        var v2Task = prefetched();
        var joined = new V1AndV2InventoryMerger(apiTarget.query().narrowing(), requestClockAndTimeouts);
        try {
            if (asksV1()) readClusters(soFar, v2Task, joined);
            if (v2Task.isPresent()) readPools(soFar, v2Task.get(), joined);
        } catch (InterruptedException | RuntimeException | Error e) {
            v2Task.ifPresent(task -> task.cancel(true));
            throw e;
        }
        return joined.inventory();
    }

    private void readClusters(Consumer<ReadProgress> soFar, Optional<V2PoolsReadTask> v2Task,
            V1AndV2InventoryMerger joined) throws InterruptedException {
        var newest = new AtomicReference<Optional<ReadProgress>>(Optional.empty());
        try {
            var list = clusters.read(readProgress -> {
                newest.set(Optional.of(readProgress));
                soFar.accept(joined.soFar(readProgress, v2Task.flatMap(V2PoolsReadTask::newest)));
            });
            hadClusters = !list.pools().isEmpty();
            joined.add(list);
        } catch (ApiException e) {
            var part = newest.get().map(readProgress -> readProgress.inventory().get());
            if (!hadClusters && part.isEmpty() && e.failure() instanceof Failure.NoSuchApi)
                joined.addNotOffered(e.failure());
            else
                joined.addFailed(e.failure(), part);
        }
    }

    /// The task that reads v2, already started; empty when v2 is not requested.
    private Optional<V2PoolsReadTask> prefetched() {
        var before = prefetched.getAndSet(null);
        if (before != null) {
            // The executor may never run it. A FutureTask runs only once, whichever thread starts it.
            if (!before.isDone()) Thread.ofVirtual().name("pools of v2").start(before);
            return Optional.of(before);
        }
        if (!asksV2()) return Optional.empty();
        var task = V2PoolsReadTask.of(pools);
        Thread.ofVirtual().name("pools of v2").start(task);
        return Optional.of(task);
    }

    /// The list of v1 has ended: waits for v2, and reports its pools before their details are read.
    private void readPools(Consumer<ReadProgress> soFar, V2PoolsReadTask task, V1AndV2InventoryMerger joined)
            throws InterruptedException {
        if (!task.isDone() && task.newest().isEmpty()) joined.soFar().ifPresent(soFar);
        while (!task.isDone()) {
            var more = task.next();
            if (more.isEmpty()) break;
            joined.add(more.get());
            joined.soFar().ifPresent(soFar);
        }
        joined.add(result(task));
    }

    private V2PoolListReader.Result result(V2PoolsReadTask task) throws InterruptedException {
        try {
            return task.get();
        } catch (CancellationException _) {
            // The reader was closed; the next read reports that.
            return pools.read(_ -> {
            });
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException interrupted) throw interrupted;
            throw new IllegalStateException("Reading the pools of v2 ended in an error of this program", e.getCause());
        }
    }

    /// Reads inside the pools of v2.
    public PoolContentsReader contents() {
        return contents;
    }

    /// The connection was removed: forgets the credentials that were refused.
    public void forget() {
        clusters.forget();
    }

    /// Ends a running read, the prefetch, and the client's threads.
    @Override
    public void close() {
        var before = prefetched.getAndSet(null);
        if (before != null) before.cancel(true);
        clusters.close();
        service.close();
    }
}
