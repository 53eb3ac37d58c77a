package poolscope.ui.nodes;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import poolscope.pool.Value;
import poolscope.pool.node.NodeUse;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;

/// One node as a line of the table.
///
/// @param jobs
///            those that run on it, as far as jobs were read
record NodeRow(PoolNode node, NodeUse use, List<PoolJob> jobs) {
    /// Those that take jobs first, with the most free cards first; then by name.
    static final Comparator<NodeRow> USUAL_ORDER = Comparator.<NodeRow, Boolean>comparing(row -> !row.use.takesJobs())
            .thenComparing(Comparator.comparing(NodeRow::freeCards).reversed())
            .thenComparing(row -> row.node.name());

    NodeRow {
        jobs = List.copyOf(jobs);
    }

    /// The nodes in their usual order.
    ///
    /// @param jobs
    ///            of the pool, joined to nodes by their addresses
    static List<NodeRow> of(List<PoolNode> nodes, List<PoolJob> jobs) {
        return nodes.stream()
                .map(node -> new NodeRow(node, node.use(),
                        jobs.stream().filter(job -> !job.hasEnded() && runsOn(job, node)).toList()))
                .sorted(USUAL_ORDER)
                .toList();
    }

    private static boolean runsOn(PoolJob job, PoolNode node) {
        return node.privateIp() instanceof Value.Text(String ip) && job.hostIps().contains(ip);
    }

    /// For sorting: fewer than none when it is not known.
    BigDecimal freeCards() {
        return node.freeCards().asNumber().orElse(BigDecimal.ONE.negate());
    }

    /// Whether there is anything to look at: it takes no jobs, its driver does not run, or it lacks cards.
    boolean isOdd() {
        return !use.takesJobs()
                || node.system().driverPhase().isKnown() && !node.system().driverPhase().asText("").equals("Running");
    }

    /// Whether every word is found in what the row says.
    boolean matches(String words) {
        var text = Stream.concat(
                Stream.of(node.name(), node.phase(), node.zone(), node.flavor(), node.privateIp(),
                        node.labels().nodePool(), node.system().driverVersion()),
                Stream.concat(node.taints().stream().map(taint -> taint.key()), jobs.stream().map(PoolJob::name)))
                .map(value -> value.asText(""))
                .reduce("", (a, b) -> a + "\n" + b)
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(text::contains);
    }
}
