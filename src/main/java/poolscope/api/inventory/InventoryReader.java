package poolscope.api.inventory;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiEnvironment;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Progress;
import poolscope.api.signin.SignedService;
import poolscope.api.v1.ClusterListReader;
import poolscope.api.v2.PoolContentsReader;
import poolscope.api.v2.PoolReader;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.pool.Inventory;

/// Reads all pools of one connection from both generations of the API, side by side. Keep one for the life of the
/// connection; it reads one inventory at a time.
///
/// A generation that the service does not have is no loss: the other one is the whole list. One that fails otherwise is:
/// the inventory then is incomplete, and its parts say why. Until a sign-in was accepted, requests go one at a time.
public final class InventoryReader implements AutoCloseable {
    private final ApiTarget apiTarget;
    private final ApiEnvironment apiEnvironment;
    private final SignedService service;
    private final ClusterListReader clusters;
    private final PoolReader pools;
    private final PoolContentsReader contents;
    private final AtomicReference<@Nullable FutureTask<PoolReader.Result>> begun = new AtomicReference<>();

    private InventoryReader(ApiTarget apiTarget, ApiEnvironment apiEnvironment) {
        this.apiTarget = apiTarget;
        this.apiEnvironment = apiEnvironment;
        service = SignedService.open(apiTarget, apiEnvironment);
        clusters = ClusterListReader.of(apiTarget, apiEnvironment, service);
        pools = new PoolReader(apiTarget, apiEnvironment, service);
        contents = new PoolContentsReader(apiTarget, apiEnvironment, service);
    }

    /// Nothing is sent yet.
    public static InventoryReader open(ApiTarget apiTarget, ApiEnvironment apiEnvironment) {
        return new InventoryReader(apiTarget, apiEnvironment);
    }

    /// As [#open(ApiTarget, ApiEnvironment)], by the usual way.
    public static InventoryReader open(Connection connection, Credentials credentials, ApiEnvironment apiEnvironment) {
        return open(ApiTarget.of(connection, credentials), apiEnvironment);
    }

    /// A person has acted: a sign-in that was refused before may be tried again (P23).
    public void release() {
        // The prefetched request counts as this attempt: clearing its refusal would send a bad secret twice.
        if (begun.get() == null) clusters.release();
    }

    /// Asks for the first pages in the background; the next [#read] goes on from there. When `threads` take no more
    /// work, that reading asks for them itself.
    public void prefetch(Executor threads) {
        if (asksV1()) clusters.prefetch(threads);
        if (!asksV2()) return;
        var first = new FutureTask<>(pools::read);
        begun.set(first);
        try {
            threads.execute(first);
        } catch (RejectedExecutionException _) {
            // Whoever reads runs what did not run.
        }
    }

    private boolean asksV1() {
        return apiTarget.query().scope().generations().hasV1();
    }

    /// The names and states that a connection may ask for are parameters of v1's list. A list that is to be a part of
    /// v1's is not mixed with all of v2's.
    private boolean asksV2() {
        return apiTarget.query().scope().generations().hasV2() && apiTarget.query().narrowing().isEmpty();
    }

    /// Reads until every pool was read once, or says that this can't be proven ([Inventory.Coverage.Incomplete]).
    ///
    /// Blocks as long as the service goes on. An interrupt ends it at once and closes the exchanges.
    ///
    /// @param soFar
    ///            called on this thread after each answer of v1 but the last
    /// @throws ApiException
    ///             when no list could be read at all
    public Inventory read(Consumer<Progress> soFar) throws ApiException, InterruptedException {
        var second = begun();
        var joined = new JoinedInventory(apiTarget.query().narrowing(), apiEnvironment);
        try {
            if (asksV1()) readClusters(soFar, second, joined);
            if (second.isPresent()) joined.add(result(second.get()));
        } catch (InterruptedException | RuntimeException | Error e) {
            second.ifPresent(task -> task.cancel(true));
            throw e;
        }
        return joined.inventory();
    }

    private void readClusters(Consumer<Progress> soFar, Optional<FutureTask<PoolReader.Result>> second,
            JoinedInventory joined) throws InterruptedException {
        var newest = new AtomicReference<Optional<Progress>>(Optional.empty());
        try {
            joined.add(clusters.read(progress -> {
                newest.set(Optional.of(progress));
                soFar.accept(joined.soFar(progress, second.filter(FutureTask::isDone).flatMap(InventoryReader::read)));
            }));
        } catch (ApiException e) {
            joined.addFailed(e.failure(), newest.get().map(progress -> progress.inventory().get()));
        }
    }

    /// The reading of v2, under way; empty when it is not to be asked.
    private Optional<FutureTask<PoolReader.Result>> begun() {
        var before = begun.getAndSet(null);
        if (before != null) {
            // Nobody else may ever run it; it runs once, whoever comes first.
            if (!before.isDone()) Thread.ofVirtual().name("pools of v2").start(before);
            return Optional.of(before);
        }
        if (!asksV2()) return Optional.empty();
        var task = new FutureTask<>(pools::read);
        Thread.ofVirtual().name("pools of v2").start(task);
        return Optional.of(task);
    }

    private static Optional<PoolReader.Result> read(FutureTask<PoolReader.Result> done) {
        return done.state() == Future.State.SUCCESS ? Optional.of(done.resultNow()) : Optional.empty();
    }

    private PoolReader.Result result(FutureTask<PoolReader.Result> task) throws InterruptedException {
        try {
            return task.get();
        } catch (CancellationException _) {
            // The reader was closed; the next read reports that.
            return pools.read();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException interrupted) throw interrupted;
            throw new IllegalStateException("Reading the pools of v2 ended in an error of this program", e.getCause());
        }
    }

    /// Reads inside the pools of v2.
    public PoolContentsReader contents() {
        return contents;
    }

    /// A person wants nothing more to do with this connection, as it is: what it was refused with goes out of memory.
    public void forget() {
        clusters.forget();
    }

    /// Ends a running reading, what was begun, and the client's threads.
    @Override
    public void close() {
        var before = begun.getAndSet(null);
        if (before != null) before.cancel(true);
        clusters.close();
        service.close();
    }
}
