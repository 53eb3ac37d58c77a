package poolscope.ui.nodes;

import java.util.function.Predicate;
import poolscope.pool.node.NodeAvailability;

/// Kinds of nodes that are counted above the table and can be shown alone. A node may be of several kinds.
public enum NodeFilterKind {
    TAKES_JOBS(row -> row.use().takesJobs()),
    ABNORMAL(row -> row.isInPhase("Abnormal")),
    /// Being created or deleted, testing itself, or in a phase that is not known.
    OTHER_PHASE(row -> !row.isInPhase("Available") && !row.isInPhase("Abnormal")),
    TAINTED(row -> row.isKeptFromJobsBy(NodeAvailability.Kind.TAINT)),
    DRAINING(row -> row.isKeptFromJobsBy(NodeAvailability.Kind.DRAINING)),
    SPARE(row -> row.isKeptFromJobsBy(NodeAvailability.Kind.SPARE)),
    FROZEN(row -> row.isKeptFromJobsBy(NodeAvailability.Kind.FROZEN)),
    DRIVER(row -> row.hasDriverTrouble()),
    MISSING_CARDS(row -> row.missingCards().isKnown()),
    MAINTENANCE(row -> row.maintenance().filter(ahead -> !ahead.isEmpty()).isPresent());

    private final Predicate<NodeTableRow> test;

    NodeFilterKind(Predicate<NodeTableRow> test) {
        this.test = test;
    }

    boolean has(NodeTableRow row) {
        return test.test(row);
    }
}
