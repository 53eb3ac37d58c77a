package poolscope.pool.node;

import java.util.List;
import java.util.Set;
import poolscope.pool.FieldValue;

/// One job in a pool, running, waiting or ended, as the service described it.
///
/// @param id
///            identifies it
/// @param name
///            the person's name for it
/// @param type
///            `train`, `infer`, `notebook`, … as sent
/// @param status
///            `Queue`, `Running`, … as sent
/// @param needs
///            what it needs in all
/// @param priority
///            as sent; whether more is higher is the service's rule
/// @param timing
///            since when and how long
/// @param place
///            in the queue, from the service; absent when it is in none
/// @param hostIps
///            addresses of its nodes
/// @param shares
///            what it has on each of its nodes, when the service says so
public record PoolJob(FieldValue id, FieldValue name, FieldValue type, FieldValue status, FieldValue flavor,
        ResourceAmounts needs, FieldValue priority, Timing timing, FieldValue place, List<String> hostIps,
        List<Share> shares) {
    private static final Set<String> WAITING = Set.of("Queue", "Pending");
    private static final Set<String> ENDED = Set.of("Completed", "Terminated", "Failed");

    /// When it was created, and for how many seconds it has been waiting and running.
    public record Timing(FieldValue createdAt, FieldValue waitedSeconds, FieldValue ranSeconds) {}

    /// A job's part of a node.
    ///
    /// @param placement
    ///            bits as of [PoolNode#placement], 1 for a card of this job
    public record Share(String hostIp, FieldValue placement, ResourceAmounts amount) {}

    public PoolJob {
        hostIps = List.copyOf(hostIps);
        shares = List.copyOf(shares);
    }

    public boolean isWaiting() {
        return WAITING.contains(status.asText(""));
    }

    public boolean isRunning() {
        return status.asText("").equals("Running");
    }

    public boolean hasEnded() {
        return ENDED.contains(status.asText(""));
    }

    /// Training ends by itself; services and notebooks do not.
    public boolean endsByItself() {
        return type.asText("").equals("train");
    }

    /// What it has on each node: as reported, or all of it on its only node. Empty when that is not known.
    public List<Share> knownShares() {
        if (!shares.isEmpty()) return shares;
        if (hostIps.size() != 1) return List.of();
        return List.of(new Share(hostIps.getFirst(), FieldValue.ABSENT, needs));
    }
}
