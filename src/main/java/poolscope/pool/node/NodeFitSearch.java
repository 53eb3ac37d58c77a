package poolscope.pool.node;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import poolscope.pool.FieldValue;
import poolscope.pool.node.NodeFitResult.NotCounted;
import poolscope.pool.node.NodeFitResult.Reason;
import poolscope.pool.node.NodeFitResult.Verdict;
import poolscope.pool.node.NodeFitResult.Why;
import poolscope.pool.node.NodeFreeResources.Answer;

/// Looks for the verdict of a [NodeFitResult].
final class NodeFitSearch {
    /// The nodes with the least to spare first, so that large blocks stay whole.
    private static final Comparator<PoolNode> TIGHTEST = Comparator.comparing(PoolNode::freeCards)
            .thenComparing(node -> node.free().cpuCores())
            .thenComparing(PoolNode::name);

    private final List<PoolNode> nodes;
    private final Optional<List<PoolJob>> jobs;
    private final JobDemandPerNode demand;

    NodeFitSearch(List<PoolNode> nodes, Optional<List<PoolJob>> jobs, JobDemandPerNode demand) {
        this.nodes = nodes;
        this.jobs = jobs;
        this.demand = demand;
    }

    NodeFitResult result() {
        var notCounted = nodes.stream()
                .filter(node -> !isAmong(node, Set.of(Answer.YES)))
                .map(node -> new NotCounted(node, reason(node)))
                .toList();
        return new NodeFitResult(verdict(), notCounted);
    }

    private Reason reason(PoolNode node) {
        if (!node.use().takesJobs()) return Reason.TAKES_NO_JOBS;
        return switch (NodeFreeResources.free(node).answer(demand)) {
            case TOO_FEW_CARDS -> Reason.TOO_FEW_CARDS;
            case TOO_LITTLE_CPU -> Reason.TOO_LITTLE_CPU;
            case TOO_LITTLE_MEMORY -> Reason.TOO_LITTLE_MEMORY;
            case BY_COUNT -> Reason.CARDS_APART;
            case UNKNOWN, YES -> Reason.UNKNOWN;
        };
    }

    private boolean isAmong(PoolNode node, Set<Answer> answers) {
        return node.use().takesJobs() && answers.contains(NodeFreeResources.free(node).answer(demand));
    }

    private List<PoolNode> withRoom(Set<Answer> answers) {
        return nodes.stream().filter(node -> isAmong(node, answers)).toList();
    }

    private Verdict verdict() {
        var certain = withRoom(EnumSet.of(Answer.YES));
        if (certain.size() >= demand.nodes()) return roomNow(tightest(certain));
        var byCount = withRoom(EnumSet.of(Answer.YES, Answer.BY_COUNT));
        if (byCount.size() >= demand.nodes()) return new Verdict.ByCountOnly(byCount);
        int could = (int) nodes.stream().filter(this::couldHaveRoom).count();
        if (could < demand.nodes()) return new Verdict.NeverHere(could);
        var choices = jobs.isEmpty()
                ? List.<NodeFitResult.Choice>of()
                : new JobsToWaitForFinder(nodes, jobs.get(), demand).choices();
        if (!choices.isEmpty()) return new Verdict.RoomWhenEnds(choices);
        return new Verdict.Unknown(why());
    }

    private Why why() {
        var maybe = withRoom(EnumSet.of(Answer.YES, Answer.BY_COUNT, Answer.UNKNOWN));
        if (maybe.size() >= demand.nodes()) return Why.NODES;
        return jobs.isEmpty() ? Why.JOBS : Why.MORE_JOBS;
    }

    /// When it is empty, whatever state it is in now; a node that does not say its size may.
    private boolean couldHaveRoom(PoolNode node) {
        return EnumSet.of(Answer.YES, Answer.UNKNOWN).contains(NodeFreeResources.total(node).answer(demand));
    }

    private Verdict roomNow(List<PoolNode> chosen) {
        if (jobs.isEmpty()) return new Verdict.RoomBehindQueue(chosen, Optional.empty());
        var waiting = jobs.get().stream().filter(PoolJob::isWaiting).toList();
        return waiting.isEmpty()
                ? new Verdict.RoomNow(chosen)
                : new Verdict.RoomBehindQueue(chosen, Optional.of(waiting));
    }

    /// The tightest nodes of one zone when a zone has enough, of the zones the one whose nodes have the least to spare.
    private List<PoolNode> tightest(List<PoolNode> candidates) {
        var sorted = candidates.stream().sorted(TIGHTEST).toList();
        var zones = sorted.stream().collect(Collectors.groupingBy(PoolNode::zone)).values();
        var best = zones.stream()
                .filter(zone -> zone.size() >= demand.nodes())
                .map(zone -> zone.subList(0, demand.nodes()))
                .min(Comparator.comparing(NodeFitSearch::freeCards).thenComparing(zone -> zone.getFirst().name()));
        return List.copyOf(best.orElseGet(() -> new ArrayList<>(sorted.subList(0, demand.nodes()))));
    }

    private static BigDecimal freeCards(List<PoolNode> zone) {
        return zone.stream()
                .map(node -> node.freeCards() instanceof FieldValue.Number(BigDecimal n) ? n : BigDecimal.ZERO)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
