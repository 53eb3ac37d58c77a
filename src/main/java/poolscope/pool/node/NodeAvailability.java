package poolscope.pool.node;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolFreeCardFields;

/// Whether a node takes jobs, and why not: it does when its phase is `Available`, no taint keeps jobs away, and it is
/// neither a spare nor being drained nor frozen.
///
/// @param reasons
///            why not, in the order of [Kind]; empty when it takes jobs
public record NodeAvailability(List<Reason> reasons) {

    /// Kinds of reasons, in the order in which they are given.
    public enum Kind {
        /// The phase is another one than `Available`, or not reported.
        PHASE,
        /// A taint keeps jobs away.
        TAINT,
        /// It only stands in when another node fails.
        SPARE,
        /// Its jobs are being moved away.
        DRAINING,
        /// Its billing status is not normal: frozen, or ended.
        FROZEN
    }

    /// One reason.
    ///
    /// @param word
    ///            what the service sent; of a taint its key
    public record Reason(Kind kind, FieldValue word) {}

    /// Texts of a label that switch it off.
    private static final Set<String> OFF = Set.of("", "false", "0", "no", "none");

    public NodeAvailability {
        reasons = List.copyOf(reasons);
    }

    public boolean takesJobs() {
        return reasons.isEmpty();
    }

    /// The first reason why it takes no jobs; empty when it takes them.
    Optional<PoolFreeCardFields.Obstacle> obstacle() {
        return reasons.stream().findFirst().map(first -> switch (first.kind()) {
            case PHASE -> first.word().asText("").equals("Abnormal")
                    ? PoolFreeCardFields.Obstacle.ABNORMAL
                    : PoolFreeCardFields.Obstacle.OTHER_PHASE;
            case TAINT -> PoolFreeCardFields.Obstacle.TAINTED;
            case SPARE -> PoolFreeCardFields.Obstacle.SPARE;
            case DRAINING -> PoolFreeCardFields.Obstacle.DRAINING;
            case FROZEN -> PoolFreeCardFields.Obstacle.FROZEN;
        });
    }

    static NodeAvailability of(PoolNode node) {
        var reasons = new ArrayList<Reason>();
        if (!node.phase().asText("").equals("Available")) reasons.add(new Reason(Kind.PHASE, node.phase()));
        for (var nodeTaint : node.taints())
            if (nodeTaint.keepsJobsAway()) reasons.add(new Reason(Kind.TAINT, nodeTaint.key()));
        if (isOn(node.labels().spare())) reasons.add(new Reason(Kind.SPARE, node.labels().spare()));
        if (isOn(node.labels().drain())) reasons.add(new Reason(Kind.DRAINING, node.labels().drain()));
        if (isOn(node.labels().billingStatus())) reasons.add(new Reason(Kind.FROZEN, node.labels().billingStatus()));
        return new NodeAvailability(reasons);
    }

    /// What can't be read counts as switched on: a node that may take no jobs must not count as free.
    static boolean isOn(FieldValue label) {
        return switch (label) {
            case FieldValue.Absent _ -> false;
            case FieldValue.Text(String text) -> !OFF.contains(text.strip());
            case FieldValue.Number(BigDecimal number) -> number.signum() != 0;
            default -> true;
        };
    }
}
