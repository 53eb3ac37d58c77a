package poolscope.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A pool at a tick. Lists, metrics, nodes, jobs and events are all written from this, so that they agree.
record V2PoolSnapshot(V2Pool pool, long tick, List<V2Node> nodes, List<V2Job> jobs) {
    /// What jobs take of a node.
    record Usage(int parts, int bits) {
        static final Usage NONE = new Usage(0, 0);

        Usage plus(V2Job.Share share) {
            return new Usage(parts + share.parts(), bits | share.bits());
        }
    }

    /// @param epochs
    ///            those of the physical pool
    static V2PoolSnapshot of(V2Pool pool, DemoPoolEpochs epochs, long tick) {
        if (pool.parent().isPresent()) return of(pool.parent().get(), epochs, tick).part(pool);
        var nodes = new V2NodeGenerator(pool, epochs, tick).nodes();
        return new V2PoolSnapshot(pool, tick, nodes, new V2JobGenerator(pool, epochs, tick).jobs(nodes));
    }

    /// A logical pool has the first nodes of its parent and the jobs that run there.
    private V2PoolSnapshot part(V2Pool logical) {
        var own = nodes.subList(0, logical.groups().getFirst().count());
        var addresses = own.stream().map(V2Node::ip).toList();
        var there = jobs.stream()
                .filter(V2Job::isRunning)
                .filter(job -> job.shares().stream().allMatch(share -> addresses.contains(share.node().ip())))
                .toList();
        return new V2PoolSnapshot(logical, tick, own, there);
    }

    /// By the address of the node.
    Map<String, Usage> usage() {
        var usage = new HashMap<String, Usage>();
        for (var job : jobs)
            for (var share : job.shares())
                usage.merge(share.node().ip(), Usage.NONE.plus(share), (sum, _) -> sum.plus(share));
        return usage;
    }

    /// The word of the API.
    String phase() {
        return switch (pool.special()) {
            case ERROR -> "Error";
            case WAITING -> "Waiting";
            case CREATION_FAILED -> "CreationFailed";
            default -> {
                if (pool.isCreating(tick)) yield "Creating";
                if (pool.isDeleting(tick)) yield "Deleting";
                yield 2 * count(V2Node.Phase.ABNORMAL) > nodes.size() ? "Abnormal" : "Running";
            }
        };
    }

    /// Nodes that the list counts as in this phase; a node under test counts as available.
    long count(V2Node.Phase phase) {
        return nodes.stream().filter(node -> counted(node) == phase).count();
    }

    static V2Node.Phase counted(V2Node node) {
        return node.phase() == V2Node.Phase.CHECKING ? V2Node.Phase.AVAILABLE : node.phase();
    }

    boolean hasMetrics() {
        return pool.parent().isEmpty() && !pool.hasNoNodes() && !pool.isCreating(tick)
                && !pool.is(V2Pool.Special.ERROR);
    }
}
