package poolscope.api.v2;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.http.ApiRequest;
import poolscope.api.signin.RetryingServiceCall;
import poolscope.api.signin.SignedServiceClient;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.node.PoolContentsList;
import poolscope.pool.node.PoolEvent;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
import poolscope.pool.node.ScheduledEvent;

/// Reads the nodes, jobs and events of one pool of v2, in pages of at most 500. Safe for use by several threads.
public final class PoolContentsReader {
    /// How many requests may still be sent. Safe for use by several threads.
    public static final class RequestLimit {
        private final AtomicInteger left;

        /// @param most
        ///            at least 0
        public RequestLimit(int most) {
            left = new AtomicInteger(most);
        }

        /// Takes one request.
        ///
        /// @return false when there was none left
        public boolean spend() {
            return left.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
        }

        public boolean isUsedUp() {
            return left.get() == 0;
        }
    }

    private final V2RequestBuilder requests;
    private final AllPagesReader walker;
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final V2PoolListReader pools;

    /// @param pools
    ///            reads planned maintenance with the list of pools
    public PoolContentsReader(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts,
            SignedServiceClient service, V2PoolListReader pools) {
        this.pools = pools;
        requests = new V2RequestBuilder(apiTarget.serviceAndProject());
        walker = new AllPagesReader(service.call(), requestClockAndTimeouts);
        this.requestClockAndTimeouts = requestClockAndTimeouts;
    }

    private PoolContentsReader(V2RequestBuilder requests, AllPagesReader walker,
            RequestClockAndTimeouts requestClockAndTimeouts, V2PoolListReader pools) {
        this.pools = pools;
        this.requests = requests;
        this.walker = walker;
        this.requestClockAndTimeouts = requestClockAndTimeouts;
    }

    /// The same with a limit: requests that are repeated after a failure count too, a renewed sign-in does not. A list
    /// for which the limit is not enough is not whole.
    public PoolContentsReader within(RequestLimit limit) {
        return new PoolContentsReader(requests, walker.within(limit::spend), requestClockAndTimeouts, pools);
    }

    /// The nodes of a pool.
    ///
    /// @param poolId
    ///            its id, not its name
    public PoolContentsList<PoolNode> nodes(String poolId) throws ApiException, InterruptedException {
        return read(V2PagedListAssembler.byToken(PoolNode::name), position -> requests.nodes(poolId, position),
                PoolNodeJson::read);
    }

    /// The jobs of a pool: running, waiting and ended.
    public PoolContentsList<PoolJob> jobs(String poolId) throws ApiException, InterruptedException {
        return read(V2PagedListAssembler.byOffset(PoolJob::id), position -> requests.workloads(poolId, position),
                PoolJobJson::read);
    }

    /// The events of a pool.
    public PoolContentsList<PoolEvent> events(String poolId) throws ApiException, InterruptedException {
        return read(V2PagedListAssembler.byOffset(PoolEvent::key), position -> requests.events(poolId, position),
                PoolEventJson::read);
    }

    /// Planned maintenance of all pools that is not over, as it was read last with the list of pools; empty when it was
    /// not. Sends nothing and does not block.
    public Optional<List<ScheduledEvent>> plannedMaintenance() {
        return pools.plannedMaintenance();
    }

    /// What was read before a page failed is kept.
    private <T> PoolContentsList<T> read(V2PagedListAssembler<T> list,
            Function<V2PagedListAssembler.Position, ApiRequest> request,
            RetryingServiceCall.Reader<V2ItemPage<T>> reader) throws ApiException, InterruptedException {
        Optional<InventoryPartReadOutcome.Cause> failure = Optional.empty();
        try {
            walker.readAll(list, request, reader);
        } catch (ApiException e) {
            if (list.size() == 0) throw e;
            failure = Optional.of(e.failure());
        }
        boolean isWhole = list.unreadable() == 0 && list.gap().isEmpty();
        return new PoolContentsList<>(list.items(), isWhole, failure, requestClockAndTimeouts.clock().instant());
    }
}
