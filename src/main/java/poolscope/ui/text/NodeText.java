package poolscope.ui.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.api.ApiException;
import poolscope.export.ExportFailure;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.Value;
import poolscope.pool.node.FreeBlocksOfPool;
import poolscope.pool.node.FreeCards;
import poolscope.pool.node.JobsOnNode;
import poolscope.pool.node.NodeAvailability;
import poolscope.pool.node.NodeSoftware;
import poolscope.pool.node.PoolEvent;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
import poolscope.pool.node.ScheduledEvent;
import poolscope.pool.node.Taint;

/// Formats nodes, jobs and events.
public final class NodeText {
    /// Running jobs by their number of cards, then waiting jobs by their position in the queue.
    public static final Comparator<PoolJob> RUNNING_FIRST = Comparator.comparing(PoolJob::isWaiting)
            .thenComparing(job -> job.place().asNumber().orElse(BigDecimal.ZERO))
            .thenComparing(Comparator
                    .<PoolJob, BigDecimal>comparing(job -> job.needs().cardCount().asNumber().orElse(BigDecimal.ZERO))
                    .reversed())
            .thenComparing(PoolJob::name);
    private static final BigDecimal MIB_PER_GIB = BigDecimal.valueOf(1024);

    private final Texts texts;
    private final FieldText fields;
    private final TimeText times;
    private final FailureText failures;

    public NodeText(Texts texts, FieldText fields, TimeText times) {
        this.texts = texts;
        this.fields = fields;
        this.times = times;
        failures = new FailureText(texts);
    }

    /// The name of a column.
    public String column(String id) {
        return texts.format(id);
    }

    /// The unchanged text; a dash for a missing value.
    public String text(Value value) {
        return switch (value) {
            case Value.Text(String text) -> ExternalTextCleaner.of(text);
            case Value.Number(BigDecimal number) -> number(number);
            case Value.Unreadable(String raw) -> ExternalTextCleaner.of(raw);
            case Value.Absent _, Value.Portion _, Value.Time _, Value.State _ -> FieldText.UNKNOWN;
        };
    }

    private String number(BigDecimal number) {
        return texts.format("node.number", number.setScale(1, RoundingMode.HALF_EVEN));
    }

    /// Whether a node takes jobs, and the first reason why not.
    public String use(NodeAvailability use) {
        if (use.takesJobs()) return texts.format("node.takes");
        var first = reason(use.reasons().getFirst());
        int more = use.reasons().size() - 1;
        return more == 0 ? texts.format("node.takesNot", first) : texts.format("node.takesNot.more", first, more);
    }

    private String reason(NodeAvailability.Reason reason) {
        return texts.format("node.reason." + reason.kind().name(), text(reason.word()));
    }

    /// Free of all cards, and how many there should be.
    ///
    /// @param specified
    ///            by the specification, when the node has fewer; else absent
    public String cards(PoolNode node, Value specified) {
        return specified.isKnown() ? texts.format("node.cards.missing", cards(node), text(specified)) : cards(node);
    }

    /// Free and total cards.
    public String cards(PoolNode node) {
        return node.totalCards().asNumber().filter(all -> all.signum() == 0).isPresent()
                ? FieldText.UNKNOWN
                : share(node.freeCards(), node.totalCards());
    }

    /// The indexes of free cards, where known.
    public String whichCards(PoolNode node) {
        var share = cards(node);
        return switch (node.cards()) {
            case FreeCards.Known(var free, var _) when !free.isEmpty() -> texts.format("node.cards.which", share,
                    free.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            case FreeCards.Known _ -> share;
            case FreeCards.CountOnly(var why) -> switch (why) {
                case CONFLICT -> texts.format("node.cards.conflict", share);
                case UNREADABLE -> texts.format("node.cards.unreadable", share);
                case NO_BITS, NO_COUNT -> share;
            };
        };
    }

    /// An amount of a total.
    public String share(Value free, Value all) {
        return free.isKnown() || all.isKnown() ? text(free) + "/" + text(all) : FieldText.UNKNOWN;
    }

    /// Memory in GiB of a total, from MiB.
    public String memory(Value free, Value all) {
        return share(gib(free), gib(all));
    }

    private static Value gib(Value mib) {
        return mib instanceof Value.Number(BigDecimal number)
                ? new Value.Number(number.divide(MIB_PER_GIB, 1, RoundingMode.HALF_EVEN))
                : mib;
    }

    /// Number and names of jobs; a dash when they are not known.
    public String jobs(Optional<JobsOnNode> known) {
        if (known.isEmpty()) return FieldText.UNKNOWN;
        var jobs = known.get().jobs();
        var some = jobs.isEmpty()
                ? texts.format("node.none")
                : jobs.size() + " " + jobs.stream().map(job -> text(job.name())).collect(Collectors.joining(", "));
        return known.get()
                .heldByNoJob()
                .asNumber()
                .map(cards -> texts.format("node.jobs.held", some, cards))
                .orElse(some);
    }

    /// When the next maintenance begins and what it is, and how many follow; a dash when it is not known.
    public String maintenance(Optional<List<ScheduledEvent>> known) {
        if (known.isEmpty()) return FieldText.UNKNOWN;
        if (known.get().isEmpty()) return texts.format("node.none");
        var next = known.get().getFirst();
        var day = next.beginsAt() instanceof Value.Time(Instant instant) ? times.day(instant) : text(next.beginsAt());
        var one = texts.format("node.maintenance.one", day, text(next.type()), stateOf(next));
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
                        .map(event -> texts.format("node.maintenance.one", moment(event.beginsAt()), text(event.type()),
                                stateOf(event)))
                        .collect(Collectors.joining("\n"));
    }

    private String stateOf(ScheduledEvent event) {
        return switch (event.state().asText("")) {
            case "inquiring" -> texts.format("node.maintenance.inquiring");
            case "executing" -> texts.format("node.maintenance.executing");
            case "scheduled" -> texts.format("node.maintenance.scheduled");
            default -> text(event.state());
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

    /// That the nodes of these jobs are marked.
    public String marked(List<PoolJob> jobs) {
        return jobs.size() == 1
                ? texts.format("nodes.marked", text(jobs.getFirst().name()))
                : texts.format("nodes.marked.many", jobs.size());
    }

    /// That only the jobs of that node are shown.
    public String only(PoolNode node) {
        return texts.format("jobs.only", text(node.name()));
    }

    public String jobsOfNode() {
        return texts.format("node.showJobs");
    }

    public String nodesOfJob() {
        return texts.format("job.showNodes");
    }

    /// How many of all nodes are shown.
    public String shown(int shown, int all) {
        return shown == all ? "" : " " + texts.format("nodes.shown", shown);
    }

    /// Why nothing is known of the jobs on the nodes.
    public String jobsUnknown(Throwable why) {
        return texts.format("nodes.jobsUnknown", whatFailed(why));
    }

    public String maintenanceUnknown() {
        return texts.format("node.maintenance.unknown");
    }

    public String taints(List<Taint> taints) {
        return taints.isEmpty()
                ? FieldText.UNKNOWN
                : taints.stream()
                        .map(taint -> text(taint.key()) + ":" + text(taint.effect()))
                        .collect(Collectors.joining(", "));
    }

    /// The version, and the state unless it is running.
    public String driver(NodeSoftware system) {
        var phase = system.driverPhase().asText("");
        var version = text(system.driverVersion());
        return phase.isEmpty() || phase.equals("Running")
                ? version
                : version + " (" + ExternalTextCleaner.of(phase) + ")";
    }

    /// All cards of a job, and their distribution over nodes: `16 = 2×8`.
    public String cardsOf(PoolJob job) {
        var all = job.needs().cardCount();
        int nodes = job.hostIps().size();
        if (nodes < 2 || !(all instanceof Value.Number(BigDecimal number))) return text(all);
        var each = number.divideAndRemainder(BigDecimal.valueOf(nodes));
        return each[1].signum() == 0 ? text(all) + " = " + nodes + "×" + number(each[0]) : text(all);
    }

    /// Its nodes by their names; a node of which no name is known by its address.
    public String nodesOf(PoolJob job, Map<String, Value> names) {
        return job.hostIps().isEmpty()
                ? FieldText.UNKNOWN
                : job.hostIps()
                        .stream()
                        .map(ip -> names.containsKey(ip) ? text(names.get(ip)) : ExternalTextCleaner.of(ip))
                        .collect(Collectors.joining(", "));
    }

    /// The time that a job has been running or waiting, counted from the response.
    public String since(PoolJob job) {
        var seconds = job.isWaiting() ? job.timing().waitedSeconds() : job.timing().ranSeconds();
        return seconds.asNumber()
                .map(number -> times.span(Duration.ofSeconds(number.longValue())))
                .map(span -> texts.format(job.isWaiting() ? "job.waits" : "job.runs", span))
                .orElse(FieldText.UNKNOWN);
    }

    /// The position in the queue; empty for none.
    public String place(Value place) {
        return place.isKnown() ? text(place) : "";
    }

    public String moment(Value time) {
        return time instanceof Value.Time(Instant instant) ? times.moment(instant) : text(time);
    }

    /// The number of nodes, and how the free cards are distributed.
    public String summary(List<PoolNode> nodes) {
        if (nodes.isEmpty()) return texts.format("nodes.none");
        return texts.format("nodes.summary", nodes.size()) + blocks(nodes);
    }

    /// How the free cards of each accelerator type are distributed, and how many jobs of which size have room; each
    /// type after a space.
    String blocks(List<PoolNode> nodes) {
        return FreeBlocksOfPool.of(nodes).stream().map(block -> " " + blocks(block)).collect(Collectors.joining());
    }

    private String blocks(FreeBlocksOfPool block) {
        var all = block.notUsable().values().stream().reduce(block.free(), BigDecimal::add);
        var free = texts.format("nodes.blocks", ExternalTextCleaner.of(block.accelerator()),
                fields.usable(all, block.free(), block.notUsable()), block.wholeNodes());
        if (block.largest() == 0) return free;
        var sizes = block.jobs()
                .entrySet()
                .stream()
                .filter(size -> size.getKey() <= Math.max(block.cardsPerNode(), block.largest()))
                .map(size -> texts.format("nodes.room.size", size.getValue(), size.getKey()))
                .collect(Collectors.joining(texts.format("fit.join")));
        return free + " " + texts.format("nodes.room", block.largest(), sizes);
    }

    /// The title of the dialog that asks for a file.
    ///
    /// @param list
    ///            `nodes`, `jobs` or `events`
    public String exportTitle(String list) {
        return switch (list) {
            case "nodes" -> texts.format("nodes.export.title");
            case "jobs" -> texts.format("jobs.export.title");
            default -> texts.format("events.export.title");
        };
    }

    /// How many rows were written to which file.
    public String exported(long rows, String file) {
        return texts.format("nodes.exported", rows, ExternalTextCleaner.of(file));
    }

    /// Why a file was not written.
    ///
    /// @param reason
    ///            in the system's words
    public String exportFailed(ExportFailure failure, String file, String reason) {
        return new ExportFailureText(texts).of(failure, file, reason);
    }

    /// The caption of the bars.
    ///
    /// @param isOnlyType
    ///            whether there are no cards of another type
    public String histogram(FreeBlocksOfPool block, boolean isOnlyType) {
        return isOnlyType
                ? texts.format("nodes.histogram")
                : texts.format("nodes.histogram.type", ExternalTextCleaner.of(block.accelerator()));
    }

    /// What a bar stands for.
    public String bar(int nodes, int freeCards) {
        return texts.format("nodes.histogram.bar", nodes, freeCards);
    }

    /// How many jobs run and wait, with their cards, and how long the longest has waited.
    public String jobSummary(List<PoolJob> jobs) {
        if (jobs.isEmpty()) return texts.format("jobs.none");
        var running = jobs.stream().filter(PoolJob::isRunning).toList();
        var waiting = jobs.stream().filter(PoolJob::isWaiting).toList();
        long others = jobs.stream().filter(job -> !job.hasEnded()).count() - running.size() - waiting.size();
        return texts.format("jobs.summary", running.size(), cards(running), waiting.size(), cards(waiting),
                longest(waiting).map(span -> texts.format("jobs.longest", span)).orElse("")
                        + (others == 0 ? "" : texts.format("jobs.others", others)));
    }

    private Optional<String> longest(List<PoolJob> waiting) {
        return waiting.stream()
                .flatMap(job -> job.timing().waitedSeconds().asNumber().stream())
                .max(Comparator.naturalOrder())
                .map(seconds -> times.span(Duration.ofSeconds(seconds.longValue())));
    }

    /// The sum of their cards; when some do not report theirs, it is said that there are more.
    private String cards(List<PoolJob> jobs) {
        var known = jobs.stream().flatMap(job -> job.needs().cardCount().asNumber().stream()).toList();
        return texts.format(known.size() == jobs.size() ? "jobs.cards" : "jobs.cards.atLeast",
                known.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    public String eventSummary(List<PoolEvent> events) {
        return events.isEmpty() ? texts.format("events.none") : texts.format("events.summary", events.size());
    }

    /// The text that the search searches.
    public String textOf(PoolJob job, Map<String, Value> names) {
        return String.join("\n", text(job.name()), text(job.status()), text(job.type()), nodesOf(job, names),
                nodesOf(job, Map.of()));
    }

    /// The text that the search searches.
    public String textOf(PoolEvent event) {
        return String.join("\n", text(event.type()), text(event.reason()), text(event.message()));
    }

    public String reading() {
        return texts.format("nodes.reading");
    }

    public String nothingFound() {
        return texts.format("nodes.nothingFound");
    }

    public String notWhole() {
        return texts.format("nodes.notWhole");
    }

    public String whatFailed(Throwable why) {
        return why instanceof ApiException e ? failures.description(e.failure()) : texts.format("failure.Unexpected");
    }

    /// That a list was not read, and why.
    public String notRead(Throwable why) {
        return texts.format("nodes.notRead", whatFailed(why));
    }

    public String advice(Throwable why) {
        return why instanceof ApiException e
                ? (failures.advice(e.failure()) + "\n" + failures.details(e.failure())).strip()
                : texts.format("failure.Unexpected.advice");
    }

    public String age(Instant readAt, Instant now) {
        return times.ago(readAt, now);
    }
}
