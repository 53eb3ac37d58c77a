package poolscope.ui.nodes;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import poolscope.pool.FieldValue;
import poolscope.pool.node.JobsOnNode;
import poolscope.pool.node.NodeAvailability;
import poolscope.pool.node.NodeFreeCards;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
import poolscope.pool.node.ScheduledEvent;

/// One node as a line of the table.
///
/// @param jobs
///            those on it; empty while they are not known
/// @param maintenance
///            planned for it and not over, the next one first; empty when it is not known
/// @param missingCards
///            how many cards a node of its specification has, when it has fewer; else absent
record NodeTableRow(PoolNode node, NodeAvailability use, Optional<JobsOnNode> jobs,
        Optional<List<ScheduledEvent>> maintenance, FieldValue missingCards) {
    private static final Duration SOON = Duration.ofHours(24);

    /// Those that take jobs first, with the most free cards first; then by name, numbers in it as numbers.
    static final Comparator<NodeTableRow> USUAL_ORDER = Comparator
            .<NodeTableRow, Boolean>comparing(row -> !row.use.takesJobs())
            .thenComparing(Comparator.comparing(NodeTableRow::freeCards).reversed())
            .thenComparing(row -> row.node.name());

    /// How much a node needs to be looked at.
    enum Attention {
        NONE,
        /// It takes no jobs, as it is meant to.
        MUTED,
        /// Something is to be decided or will happen.
        SOON,
        /// It is out of order.
        TROUBLE
    }

    boolean isInPhase(String phase) {
        return node.phase().asText("").equals(phase);
    }

    boolean isKeptFromJobsBy(NodeAvailability.Kind kind) {
        return use.reasons().stream().anyMatch(reason -> reason.kind() == kind);
    }

    /// Whether a driver is reported that does not run.
    boolean hasDriverTrouble() {
        return node.system().driverPhase().isKnown() && !node.system().driverPhase().asText("").equals("Running");
    }

    /// For sorting: fewer than none when it is not known.
    BigDecimal freeCards() {
        return node.freeCards().asNumber().orElse(BigDecimal.ONE.negate());
    }

    /// For sorting: fewer than none when they are not known.
    int jobCount() {
        return jobs.map(known -> known.jobs().size()).orElse(-1);
    }

    /// For sorting: nodes without maintenance come last.
    Instant nextMaintenance() {
        return maintenance.stream().flatMap(List::stream).map(NodeTableRow::begin).findFirst().orElse(Instant.MAX);
    }

    /// A beginning that is not known may be now.
    static Instant begin(ScheduledEvent event) {
        return event.beginsAt() instanceof FieldValue.Time(Instant instant) ? instant : Instant.MIN;
    }

    /// Whether there is anything to look at: it takes no jobs, its driver does not run, cards are missing or held by no
    /// job, it is not known which cards are free although the service reports it, or maintenance is planned.
    boolean isOdd() {
        return !NodeFilterKind.TAKES_JOBS.has(this) || NodeFilterKind.DRIVER.has(this)
                || NodeFilterKind.MISSING_CARDS.has(this) || NodeFilterKind.MAINTENANCE.has(this)
                || jobs.filter(known -> known.heldByNoJob().isKnown()).isPresent()
                || node.cards() instanceof NodeFreeCards.CountOnly(NodeFreeCards.Why why)
                        && (why == NodeFreeCards.Why.CONFLICT || why == NodeFreeCards.Why.UNREADABLE);
    }

    Attention attention(Instant now) {
        if (isInPhase("Abnormal") || node.system().driverPhase().asText("").equals("Abnormal") || isIsolated())
            return Attention.TROUBLE;
        boolean isSpare = isKeptFromJobsBy(NodeAvailability.Kind.SPARE);
        if (isSpare && !isInPhase("Available") || isKeptFromJobsBy(NodeAvailability.Kind.FROZEN)
                || missingCards.isKnown() || isMaintenancePressing(now))
            return Attention.SOON;
        return use.takesJobs() ? Attention.NONE : Attention.MUTED;
    }

    /// The service isolates a node by a taint with a code such as `A050101`.
    private boolean isIsolated() {
        return node.taints()
                .stream()
                .anyMatch(nodeTaint -> Stream.of(nodeTaint.key(), nodeTaint.fieldValue())
                        .anyMatch(word -> word.asText("").matches("(.*[^A-Za-z0-9])?A05\\d{4}([^0-9].*)?")));
    }

    private boolean isMaintenancePressing(Instant now) {
        return maintenance.stream()
                .flatMap(List::stream)
                .anyMatch(event -> event.awaitsConsent() || begin(event).isBefore(now.plus(SOON)));
    }

    /// Whether every word is found in what the row says.
    boolean matches(String words) {
        var text = Stream
                .of(Stream.of(node.name(), node.phase(), node.zone(), node.flavor(), node.privateIp(),
                        node.labels().nodePool(), node.system().driverVersion()),
                        node.taints().stream().map(nodeTaint -> nodeTaint.key()),
                        jobs.stream().flatMap(known -> known.jobs().stream()).map(PoolJob::name),
                        maintenance.stream().flatMap(List::stream).map(ScheduledEvent::type))
                .flatMap(values -> values)
                .map(fieldValue -> fieldValue.asText(""))
                .reduce("", (a, b) -> a + "\n" + b)
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(text::contains);
    }
}
