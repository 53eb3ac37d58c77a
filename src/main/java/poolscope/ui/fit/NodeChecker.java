package poolscope.ui.fit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.v2.PoolContentsReader.RequestLimit;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.fit.FitResult;
import poolscope.pool.fit.JobDemand;
import poolscope.pool.node.JobDemandPerNode;
import poolscope.pool.node.NodeFitResult;
import poolscope.pool.node.NodeFitResult.Verdict;
import poolscope.pool.node.PoolContentsList;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.FitResultOrder;

/// Reads the nodes of some pools, and their jobs where the result depends on them, and finds out whether a job
/// has room.
final class NodeChecker {
    /// Maximum number of requests of one check.
    static final int MOST_REQUESTS = 20;
    private static final int DECIMALS = 9;

    /// Reads the nodes and jobs of a pool; blocking and interruptible.
    interface Contents {
        PoolContentsList<PoolNode> nodes(Pool pool, RequestLimit limit) throws ApiException, InterruptedException;

        PoolContentsList<PoolJob> jobs(Pool pool, RequestLimit limit) throws ApiException, InterruptedException;
    }

    private final JobDemand jobDemand;
    private final JobDemandPerNode jobDemandPerNode;
    private final Contents contents;
    private final RequestLimit limit = new RequestLimit(MOST_REQUESTS);
    private final Map<String, ApiException> failedConnections = new HashMap<>();

    /// @param jobDemand
    ///            must have a number of nodes
    NodeChecker(JobDemand jobDemand, Contents contents) {
        this.jobDemand = jobDemand;
        jobDemandPerNode = ofOneNode(jobDemand);
        this.contents = contents;
    }

    /// The pools whose nodes can be read and that have enough by their sums, as long as one check can reach them, in
    /// the order shown: the likeliest first. What is enough in sum only is among them, because a few nodes may be free
    /// although the even share of a node is small. Last are pools of whose sums not all is known, such as when the
    /// runtime metrics were refused: their nodes may say it.
    static List<Pool> likeliest(ArrangedPools shown) {
        int enough = shown.fits().enough();
        int firstUnknown = enough + shown.fits().lacking();
        // those of the short ones that are short by their nodes alone stand first
        var checked = IntStream.range(enough, firstUnknown)
                .takeWhile(place -> shown.fitAt(place).orElseThrow() instanceof FitResult.OnNodes);
        return IntStream
                .concat(IntStream.concat(IntStream.range(0, enough), checked),
                        IntStream.range(firstUnknown, firstUnknown + shown.fits().unknown()))
                .mapToObj(shown::at)
                .filter(pool -> !pool.v2().setup().isLogical())
                .filter(pool -> pool.poolOrigin().api() == ApiGeneration.V2 && pool.hasId())
                .toList();
    }

    /// What each node must have free; fractions of a card are rounded up to whole cards.
    static JobDemandPerNode ofOneNode(JobDemand jobDemand) {
        var amounts = jobDemand.amounts();
        return new JobDemandPerNode(jobDemand.nodes(),
                share(amounts.accelerators(), jobDemand.nodes(), 0).intValueExact(),
                share(amounts.cpuCores(), jobDemand.nodes(), DECIMALS),
                share(amounts.memoryMiB(), jobDemand.nodes(), DECIMALS));
    }

    private static BigDecimal share(BigDecimal amount, int nodes, int decimals) {
        return amount.divide(BigDecimal.valueOf(nodes), decimals, RoundingMode.CEILING);
    }

    /// Reads until all pools are read or no request is left; at most as many pools as there are requests, because one
    /// whose connection has failed costs none.
    ///
    /// @param progress
    ///            gets the number of finished pools
    AllPoolsNodeCheckResult of(List<Pool> pools, LongConsumer progress) throws InterruptedException {
        var checked = new ArrayList<PoolNodeCheckResult>();
        for (var pool : pools) {
            if (limit.isUsedUp() || checked.size() == MOST_REQUESTS) break;
            checked.add(new PoolNodeCheckResult(pool, outcome(pool)));
            progress.accept(checked.size());
        }
        // where the nodes say the same, the table goes by the sums
        checked.sort(Comparator.comparing(one -> FitResult.of(one.pool(), jobDemand), FitResultOrder.BEST_FIRST));
        return new AllPoolsNodeCheckResult(jobDemandPerNode, checked, pools.size() - checked.size());
    }

    private PoolNodeCheckResult.Outcome outcome(Pool pool) throws InterruptedException {
        var failed = failedConnections.get(pool.poolOrigin().connectionId());
        if (failed != null) return new PoolNodeCheckResult.Failed(failed);
        try {
            var nodes = withoutFailure(contents.nodes(pool, limit));
            return nodes.isWhole() ? answer(pool, nodes) : new PoolNodeCheckResult.Partial(limit.isUsedUp());
        } catch (ApiException e) {
            remember(pool, e);
            return new PoolNodeCheckResult.Failed(e);
        }
    }

    private PoolNodeCheckResult.Outcome answer(Pool pool, PoolContentsList<PoolNode> nodes)
            throws InterruptedException {
        var fitting = nodes.items().stream().filter(this::hasSpecification).toList();
        var fit = NodeFitResult.of(fitting, Optional.empty(), jobDemandPerNode);
        int others = nodes.items().size() - fitting.size();
        if (!dependsOnJobs(fit.verdict()))
            return new PoolNodeCheckResult.Answered(fit, nodes, others, Optional.empty());
        try {
            var jobs = withoutFailure(contents.jobs(pool, limit));
            return new PoolNodeCheckResult.Answered(NodeFitResult.of(fitting,
                    jobs.isWhole() ? Optional.of(jobs.items()) : Optional.empty(), jobDemandPerNode), nodes, others,
                    Optional.empty());
        } catch (ApiException e) {
            remember(pool, e);
            return new PoolNodeCheckResult.Answered(fit, nodes, others, Optional.of(e));
        }
    }

    /// A list that stops at a page that failed is no basis for a verdict.
    private static <T> PoolContentsList<T> withoutFailure(PoolContentsList<T> read) throws ApiException {
        if (read.failure().isPresent() && read.failure().get() instanceof Failure failure)
            throw new ApiException(failure);
        return read;
    }

    /// A node without specification counts as one of the pool's.
    private boolean hasSpecification(PoolNode node) {
        return !(node.flavor() instanceof FieldValue.Text(String flavor)) || jobDemand.specification().isIn(flavor);
    }

    private static boolean dependsOnJobs(Verdict verdict) {
        return switch (verdict) {
            case Verdict.RoomNow _, Verdict.RoomBehindQueue _, Verdict.RoomWhenEnds _, Verdict.Unknown _ -> true;
            case Verdict.ByCountOnly _, Verdict.NeverHere _ -> false;
        };
    }

    /// Whether the failure concerns all pools of the connection, which are then not tried.
    private void remember(Pool pool, ApiException e) {
        boolean concernsAll = switch (e.failure()) {
            case Failure.Unreachable _, Failure.Untrusted _, Failure.Proxy _, Failure.SignInRefused _,
                    Failure.SecretUnavailable _, Failure.ProjectMismatch _, Failure.QuotaUsed _, Failure.Throttled _ ->
                true;
            case Failure.NotAllowed _, Failure.NoSuchApi _, Failure.BadRequest _, Failure.ServiceTrouble _,
                    Failure.UnreadableAnswer _ ->
                false;
        };
        if (concernsAll) failedConnections.put(pool.poolOrigin().connectionId(), e);
    }
}
