package poolscope.ui.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.FieldValue;
import poolscope.pool.node.FreeCardStatisticsOfPool;
import poolscope.pool.node.JobsOnNode;
import poolscope.pool.node.NodeAvailability;
import poolscope.pool.node.NodeFreeCards;
import poolscope.pool.node.NodeSoftware;
import poolscope.pool.node.NodeTaint;
import poolscope.pool.node.PoolNode;
import poolscope.pool.node.ScheduledEvent;

/// Formats nodes.
public final class NodeText {
    private static final BigDecimal MIB_PER_GIB = BigDecimal.valueOf(1024);

    private final Texts texts;
    private final PoolFieldText fields;
    private final TimeText times;
    private final PoolContentsText contents;

    NodeText(Texts texts, PoolFieldText fields, TimeText times, PoolContentsText contents) {
        this.texts = texts;
        this.fields = fields;
        this.times = times;
        this.contents = contents;
    }

    /// Whether a node takes jobs, and the first reason why not.
    public String use(NodeAvailability use) {
        if (use.takesJobs()) return texts.format("node.takes");
        var first = reason(use.reasons().getFirst());
        int more = use.reasons().size() - 1;
        return more == 0 ? texts.format("node.takesNot", first) : texts.format("node.takesNot.more", first, more);
    }

    private String reason(NodeAvailability.Reason reason) {
        return texts.format("node.reason." + reason.kind().name(), contents.text(reason.word()));
    }

    /// Free of all cards, and how many there should be.
    ///
    /// @param specified
    ///            by the specification, when the node has fewer; else absent
    public String cards(PoolNode node, FieldValue specified) {
        return specified.isKnown()
                ? texts.format("node.cards.missing", cards(node), contents.text(specified))
                : cards(node);
    }

    /// Free and total cards.
    public String cards(PoolNode node) {
        return node.totalCards().asNumber().filter(all -> all.signum() == 0).isPresent()
                ? PoolFieldText.UNKNOWN
                : share(node.freeCards(), node.totalCards());
    }

    /// The indexes of free cards, where known.
    public String whichCards(PoolNode node) {
        var share = cards(node);
        return switch (node.cards()) {
            case NodeFreeCards.Known(var free, var _) when !free.isEmpty() -> texts.format("node.cards.which", share,
                    free.stream().map(String::valueOf).collect(Collectors.joining(texts.format("list.join"))));
            case NodeFreeCards.Known _ -> share;
            case NodeFreeCards.CountOnly(var why) -> switch (why) {
                case CONFLICT -> texts.format("node.cards.conflict", share);
                case UNREADABLE -> texts.format("node.cards.unreadable", share);
                case NO_BITS, NO_COUNT -> share;
            };
        };
    }

    /// An amount of a total.
    public String share(FieldValue free, FieldValue all) {
        return free.isKnown() || all.isKnown() ? contents.text(free) + "/" + contents.text(all) : PoolFieldText.UNKNOWN;
    }

    /// Memory in GiB of a total, from MiB.
    public String memory(FieldValue free, FieldValue all) {
        return share(gib(free), gib(all));
    }

    private static FieldValue gib(FieldValue mib) {
        return mib instanceof FieldValue.Number(BigDecimal number)
                ? new FieldValue.Number(number.divide(MIB_PER_GIB, 1, RoundingMode.HALF_EVEN))
                : mib;
    }

    /// Number and names of jobs; a dash when they are not known.
    public String jobs(Optional<JobsOnNode> known) {
        if (known.isEmpty()) return PoolFieldText.UNKNOWN;
        var jobs = known.get().jobs();
        var some = jobs.isEmpty()
                ? texts.format("node.none")
                : jobs.size() + " "
                        + jobs.stream()
                                .map(job -> contents.text(job.name()))
                                .collect(Collectors.joining(texts.format("list.join")));
        return known.get()
                .heldByNoJob()
                .asNumber()
                .map(cards -> texts.format("node.jobs.held", some, cards))
                .orElse(some);
    }

    /// When the next maintenance begins and what it is, and how many follow; a dash when it is not known.
    public String maintenance(Optional<List<ScheduledEvent>> known) {
        if (known.isEmpty()) return PoolFieldText.UNKNOWN;
        if (known.get().isEmpty()) return texts.format("node.none");
        var next = known.get().getFirst();
        var day = next.beginsAt() instanceof FieldValue.Time(Instant instant)
                ? times.day(instant)
                : contents.text(next.beginsAt());
        var one = texts.format("node.maintenance.one", day, contents.text(next.type()), stateOf(next));
        int more = known.get().size() - 1;
        return more == 0 ? one : texts.format("node.maintenance.more", one, more);
    }

    /// Each maintenance on a line, with its time of day.
    public String wholeMaintenance(Optional<List<ScheduledEvent>> known) {
        if (known.isEmpty()) return texts.format("node.maintenance.unknown");
        return known.get().isEmpty()
                ? texts.format("node.none")
                : known.get()
                        .stream()
                        .map(event -> texts.format("node.maintenance.one", contents.moment(event.beginsAt()),
                                contents.text(event.type()), stateOf(event)))
                        .collect(Collectors.joining("\n"));
    }

    private String stateOf(ScheduledEvent event) {
        return switch (event.state().asText("")) {
            case "inquiring" -> texts.format("node.maintenance.inquiring");
            case "executing" -> texts.format("node.maintenance.executing");
            case "scheduled" -> texts.format("node.maintenance.scheduled");
            default -> contents.text(event.state());
        };
    }

    /// How many nodes of a kind there are.
    ///
    /// @param unavailable
    ///            how many of them are in another phase than `Available`, said of spares
    public String kind(String kind, int count, int unavailable) {
        return unavailable == 0
                ? texts.format("node.kind." + kind, count)
                : texts.format("node.kind." + kind + ".unavailable", count, unavailable);
    }

    /// That only nodes with so many free cards are shown.
    public String freeCards(int cards) {
        return texts.format("nodes.onlyFree", cards);
    }

    public String jobsOfNode() {
        return texts.format("node.showJobs");
    }

    /// The number of nodes, how many of them are shown when these are not all, and how the free cards are distributed.
    public String summary(List<PoolNode> nodes, List<?> shown) {
        if (nodes.isEmpty()) return texts.format("nodes.none");
        var count = shown.size() == nodes.size()
                ? texts.format("nodes.summary", nodes.size())
                : texts.format("nodes.shown", shown.size(), nodes.size());
        return texts.sentences(List.of(count, blocks(nodes)));
    }

    /// Why nothing is known of the jobs on the nodes.
    public String jobsUnknown(Throwable why) {
        return texts.format("nodes.jobsUnknown", contents.whatFailed(why));
    }

    public String maintenanceUnknown() {
        return texts.format("node.maintenance.unknown");
    }

    public String taints(List<NodeTaint> taints) {
        return taints.isEmpty()
                ? PoolFieldText.UNKNOWN
                : taints.stream()
                        .map(nodeTaint -> contents.text(nodeTaint.key()) + ":" + contents.text(nodeTaint.effect()))
                        .collect(Collectors.joining(texts.format("list.join")));
    }

    /// The version, and the state unless it is running.
    public String driver(NodeSoftware system) {
        var phase = system.driverPhase().asText("");
        var version = contents.text(system.driverVersion());
        return phase.isEmpty() || phase.equals("Running")
                ? version
                : version + " (" + ExternalTextCleaner.of(phase) + ")";
    }

    /// How many jobs of which size have room, the largest first, and how the free cards of each accelerator type are
    /// distributed; empty without cards.
    String blocks(List<PoolNode> nodes) {
        return texts.sentences(FreeCardStatisticsOfPool.of(nodes).stream().map(this::blocks).toList());
    }

    private String blocks(FreeCardStatisticsOfPool block) {
        var all = block.notUsable().values().stream().reduce(block.free(), BigDecimal::add);
        var free = fields.usableCards().of(all, block.free(), block.notUsable());
        if (block.largest() == 0) return texts.format("nodes.blocks", cards(block), free, block.wholeNodes());
        var sizes = block.jobs()
                .reversed()
                .entrySet()
                .stream()
                .filter(size -> size.getKey() <= Math.max(block.cardsPerNode(), block.largest()))
                .map(size -> texts.format("nodes.room.size", size.getValue(), size.getKey()))
                .collect(Collectors.joining(texts.format("fit.join")));
        return texts.format("nodes.blocks.room", cards(block), sizes, block.largest(), block.wholeNodes(), free);
    }

    /// The caption of the bars.
    ///
    /// @param isOnlyType
    ///            whether there are no cards of another type
    public String histogram(FreeCardStatisticsOfPool block, boolean isOnlyType) {
        return isOnlyType ? texts.format("nodes.histogram") : texts.format("nodes.histogram.type", cards(block));
    }

    private String cards(FreeCardStatisticsOfPool block) {
        return fields.cardsOf(AcceleratorFamily.ofType(block.accelerator()), block.accelerator());
    }

    /// What a bar stands for.
    public String bar(int nodes, int freeCards) {
        return texts.format("nodes.histogram.bar", nodes, freeCards);
    }
}
