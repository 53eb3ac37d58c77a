package poolscope.ui.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import poolscope.api.ApiException;
import poolscope.pool.Value;
import poolscope.pool.node.CardPlacement;
import poolscope.pool.node.FreeBlocks;
import poolscope.pool.node.NodeSystem;
import poolscope.pool.node.NodeUse;
import poolscope.pool.node.PoolEvent;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
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
    private final TimeText times;
    private final FailureText failures;

    public NodeText(Texts texts, TimeText times) {
        this.texts = texts;
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
            case Value.Text(String text) -> SafeText.text(text);
            case Value.Number(BigDecimal number) -> number(number);
            case Value.Unreadable(String raw) -> SafeText.text(raw);
            case Value.Absent _, Value.Portion _, Value.Time _, Value.State _ -> FieldText.UNKNOWN;
        };
    }

    private String number(BigDecimal number) {
        return texts.format("node.number", number.setScale(1, RoundingMode.HALF_EVEN));
    }

    /// Whether a node takes jobs, and the first reason why not.
    public String use(NodeUse use) {
        if (use.takesJobs()) return texts.format("node.takes");
        var first = reason(use.reasons().getFirst());
        int more = use.reasons().size() - 1;
        return more == 0 ? texts.format("node.takesNot", first) : texts.format("node.takesNot.more", first, more);
    }

    private String reason(NodeUse.Reason reason) {
        return texts.format("node.reason." + reason.kind().name(), text(reason.word()));
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
            case CardPlacement.Known(var free, var _) when !free.isEmpty() -> texts.format("node.cards.which", share,
                    free.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            case CardPlacement.Known _ -> share;
            case CardPlacement.CountOnly(var why) -> switch (why) {
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

    /// Number and names of jobs.
    public String jobs(List<PoolJob> jobs) {
        return jobs.isEmpty()
                ? FieldText.UNKNOWN
                : jobs.size() + " " + jobs.stream().map(job -> text(job.name())).collect(Collectors.joining(", "));
    }

    public String taints(List<Taint> taints) {
        return taints.isEmpty()
                ? FieldText.UNKNOWN
                : taints.stream()
                        .map(taint -> text(taint.key()) + ":" + text(taint.effect()))
                        .collect(Collectors.joining(", "));
    }

    /// The version, and the state unless it is running.
    public String driver(NodeSystem system) {
        var phase = system.driverPhase().asText("");
        var version = text(system.driverVersion());
        return phase.isEmpty() || phase.equals("Running") ? version : version + " (" + SafeText.text(phase) + ")";
    }

    /// All cards of a job, and their distribution over nodes: `16 = 2×8`.
    public String cardsOf(PoolJob job) {
        var all = job.needs().cardCount();
        int nodes = job.hostIps().size();
        if (nodes < 2 || !(all instanceof Value.Number(BigDecimal number))) return text(all);
        var each = number.divideAndRemainder(BigDecimal.valueOf(nodes));
        return each[1].signum() == 0 ? text(all) + " = " + nodes + "×" + number(each[0]) : text(all);
    }

    public String nodesOf(PoolJob job) {
        return job.hostIps().isEmpty() ? FieldText.UNKNOWN : SafeText.text(String.join(", ", job.hostIps()));
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

    /// The number of nodes, how many take jobs, and how the free cards are distributed.
    public String summary(List<PoolNode> nodes) {
        if (nodes.isEmpty()) return texts.format("nodes.none");
        long takes = nodes.stream().filter(node -> node.use().takesJobs()).count();
        return texts.format("nodes.summary", nodes.size(), takes) + FreeBlocks.of(nodes)
                .stream()
                .map(block -> " " + texts.format("nodes.blocks", SafeText.text(block.accelerator()),
                        block.free().setScale(1, RoundingMode.HALF_EVEN), block.largest(), block.wholeNodes()))
                .collect(Collectors.joining());
    }

    public String jobSummary(List<PoolJob> jobs) {
        if (jobs.isEmpty()) return texts.format("jobs.none");
        var running = jobs.stream().filter(PoolJob::isRunning).toList();
        var waiting = jobs.stream().filter(PoolJob::isWaiting).toList();
        return texts.format("jobs.summary", running.size(), cards(running), waiting.size(), cards(waiting));
    }

    private static BigDecimal cards(List<PoolJob> jobs) {
        return jobs.stream()
                .map(job -> job.needs().cardCount().asNumber().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public String eventSummary(List<PoolEvent> events) {
        return events.isEmpty() ? texts.format("events.none") : texts.format("events.summary", events.size());
    }

    /// The text that the search searches.
    public String textOf(PoolJob job) {
        return String.join("\n", text(job.name()), text(job.status()), text(job.type()), nodesOf(job));
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

    public String advice(Throwable why) {
        return why instanceof ApiException e
                ? (failures.advice(e.failure()) + "\n" + failures.details(e.failure())).strip()
                : texts.format("failure.Unexpected.advice");
    }

    public String age(Instant readAt, Instant now) {
        return times.ago(readAt, now);
    }
}
