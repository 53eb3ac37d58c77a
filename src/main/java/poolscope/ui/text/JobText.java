package poolscope.ui.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.FieldValue;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;

/// Formats jobs.
public final class JobText {
    /// Running jobs by their number of cards, then waiting jobs by their position in the queue.
    public static final Comparator<PoolJob> RUNNING_FIRST = Comparator.comparing(PoolJob::isWaiting)
            .thenComparing(job -> job.place().asNumber().orElse(BigDecimal.ZERO))
            .thenComparing(Comparator
                    .<PoolJob, BigDecimal>comparing(job -> job.needs().cardCount().asNumber().orElse(BigDecimal.ZERO))
                    .reversed())
            .thenComparing(PoolJob::name);

    private final Texts texts;
    private final TimeText times;
    private final PoolContentsText contents;

    JobText(Texts texts, TimeText times, PoolContentsText contents) {
        this.texts = texts;
        this.times = times;
        this.contents = contents;
    }

    /// That the nodes of these jobs are marked.
    public String marked(List<PoolJob> jobs) {
        return jobs.size() == 1
                ? texts.format("nodes.marked", contents.text(jobs.getFirst().name()))
                : texts.format("nodes.marked.many", jobs.size());
    }

    /// That only the jobs of that node are shown.
    public String only(PoolNode node) {
        return texts.format("jobs.only", contents.text(node.name()));
    }

    public String nodesOfJob() {
        return texts.format("job.showNodes");
    }

    /// All cards of a job, and their distribution over nodes: `16 = 2×8`.
    public String cardsOf(PoolJob job) {
        var all = job.needs().cardCount();
        int nodes = job.hostIps().size();
        if (nodes < 2 || !(all instanceof FieldValue.Number(BigDecimal number))) return contents.text(all);
        var each = number.divideAndRemainder(BigDecimal.valueOf(nodes));
        return each[1].signum() == 0
                ? contents.text(all) + " = " + nodes + "×" + contents.number(each[0])
                : contents.text(all);
    }

    /// Its nodes by their names; a node of which no name is known by its address.
    public String nodesOf(PoolJob job, Map<String, FieldValue> names) {
        return job.hostIps().isEmpty()
                ? PoolFieldText.UNKNOWN
                : job.hostIps()
                        .stream()
                        .map(ip -> names.containsKey(ip) ? contents.text(names.get(ip)) : ExternalTextCleaner.of(ip))
                        .collect(Collectors.joining(texts.format("list.join")));
    }

    /// The time that a job has been running or waiting, counted from the response.
    public String since(PoolJob job) {
        var seconds = job.isWaiting() ? job.timing().waitedSeconds() : job.timing().ranSeconds();
        return seconds.asNumber()
                .map(number -> times.span(Duration.ofSeconds(number.longValue())))
                .orElse(PoolFieldText.UNKNOWN);
    }

    /// The position in the queue; empty for none.
    public String place(FieldValue place) {
        return place.isKnown() ? contents.text(place) : "";
    }

    /// How many of the jobs shown run and wait, and how many of all unfinished jobs these are when not all are shown.
    public String summary(List<PoolJob> jobs, List<PoolJob> shown) {
        if (jobs.isEmpty()) return texts.format("jobs.none");
        var unfinished = jobs.stream().filter(job -> !job.hasEnded()).toList();
        return shown.size() == unfinished.size()
                ? summary(shown)
                : texts.sentences(List.of(summary(shown), texts.format("jobs.shown", shown.size(), unfinished.size())));
    }

    /// How many jobs run and wait, with their cards, and how long the longest has waited.
    private String summary(List<PoolJob> jobs) {
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

    /// The text that the search searches.
    public String textOf(PoolJob job, Map<String, FieldValue> names) {
        return String.join("\n", contents.text(job.name()), contents.text(job.status()), contents.text(job.type()),
                nodesOf(job, names), nodesOf(job, Map.of()));
    }
}
