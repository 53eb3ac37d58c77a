package poolscope.ui.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.api.ApiException;
import poolscope.pool.FieldValue;
import poolscope.pool.node.JobDemandPerNode;
import poolscope.pool.node.NodeAvailability;
import poolscope.pool.node.NodeFitResult;
import poolscope.pool.node.NodeFitResult.Verdict;
import poolscope.pool.node.PoolContentsList;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;

/// What a check of single nodes found, in words. It speaks of room, never of a start.
public final class NodeCheckText {
    private static final int MOST_NAMES = 8;
    /// Nodes without room that are named in the sentence, for one reason.
    private static final int MOST_NAMED = 3;
    private static final BigDecimal MIB_PER_GIB = BigDecimal.valueOf(1024);

    private final Texts texts;
    private final TimeText times;
    private final PoolContentsText contents;

    public NodeCheckText(Texts texts, PoolFieldText fields, TimeText times) {
        this.texts = texts;
        this.times = times;
        contents = new PoolContentsText(texts, fields, times);
    }

    public String obstacle(String name) {
        return texts.format("fit.check.obstacle." + name);
    }

    public String reading(long read, long all) {
        return texts.format("fit.check.reading", read, all);
    }

    /// How many pools were checked, and with what result.
    ///
    /// @param pools
    ///            whose nodes were requested
    /// @param certain
    ///            those of which it is certain whether there is room
    /// @param withRoom
    ///            those of the certain ones that have room now
    /// @param notRead
    ///            further pools, whose nodes were not requested
    public record Counts(int pools, long certain, long withRoom, int notRead) {}

    public String done(JobDemandPerNode demand, Counts counts) {
        var sentences = new ArrayList<String>();
        long uncertain = counts.pools() - counts.certain();
        if (counts.certain() > 0) {
            sentences.add(texts.format("fit.check.done", demand(demand), counts.certain(), counts.withRoom()));
            if (uncertain > 0) sentences.add(texts.format("fit.check.uncertain", uncertain));
        } else
            sentences.add(texts.format("fit.check.noneCertain", demand(demand), uncertain));
        if (counts.notRead() > 0) sentences.add(texts.format("fit.check.notRead", counts.notRead()));
        return texts.sentences(sentences);
    }

    private String demand(JobDemandPerNode demand) {
        var parts = new ArrayList<String>();
        if (demand.cards() > 0) parts.add(amount("accelerators", BigDecimal.valueOf(demand.cards())));
        if (demand.cpuCores().signum() > 0) parts.add(amount("cores", demand.cpuCores()));
        if (demand.memoryMiB().signum() > 0)
            parts.add(amount("memory", demand.memoryMiB().divide(MIB_PER_GIB, MathContext.DECIMAL64)));
        return parts.isEmpty()
                ? texts.format("fit.check.nodes", demand.nodes())
                : texts.format("fit.check.nodes.each", demand.nodes(), String.join(texts.format("fit.join"), parts));
    }

    private String amount(String unit, BigDecimal number) {
        return texts.format("fit.amount." + unit, texts.format("fit.check.number", number), number);
    }

    public String failed(Throwable why) {
        return texts.format("fit.check.failed", contents.whatFailed(why));
    }

    public String partial(boolean isByLimit) {
        return texts.format(isByLimit ? "fit.check.limit" : "fit.check.partial");
    }

    /// The answer in one sentence or two.
    public String verdict(NodeFitResult fit, JobDemandPerNode demand, Optional<ApiException> jobsFailure) {
        return switch (fit.verdict()) {
            case Verdict.RoomNow(var on) -> texts.format("fit.check.now", names(on));
            case Verdict.RoomBehindQueue(var on, var waiting) ->
                waiting.map(jobs -> texts.format("fit.check.behind", names(on), jobs.size(), cards(jobs)))
                        .orElseGet(() -> texts.format("fit.check.behind.unknown", names(on), whyNoJobs(jobsFailure)));
            case Verdict.ByCountOnly(var on) -> texts.format("fit.check.byCount", names(on));
            case Verdict.RoomWhenEnds(var choices) -> whenEnds(choices);
            case Verdict.NeverHere(var could) -> texts.format("fit.check.never", could, demand.nodes());
            case Verdict.Unknown(var why) -> texts.format("fit.check.unknown." + why.name(), whyNoJobs(jobsFailure));
        };
    }

    private String whyNoJobs(Optional<ApiException> failure) {
        return failure.map(contents::whatFailed).orElseGet(() -> texts.format("fit.check.jobs.partial"));
    }

    private String names(List<PoolNode> all) {
        var names = all.stream()
                .limit(MOST_NAMES)
                .map(node -> contents.text(node.name()))
                .collect(Collectors.joining(texts.format("fit.join")));
        int more = all.size() - MOST_NAMES;
        return more > 0 ? texts.format("fit.check.names.more", names, more) : names;
    }

    private String whenEnds(List<NodeFitResult.Choice> choices) {
        var named = choices.stream()
                .map(choice -> choice.jobs()
                        .stream()
                        .map(job -> texts.format("fit.check.job", contents.text(job.name()), contents.text(job.type()),
                                cards(List.of(job))))
                        .collect(Collectors.joining(texts.format("fit.check.and"))))
                .collect(Collectors.joining(texts.format("fit.check.or")));
        var sentence = texts.format("fit.check.whenEnds", named, choices.getFirst().jobs().size());
        return choices.stream().allMatch(NodeFitResult.Choice::onlyTraining)
                ? sentence
                : texts.sentences(List.of(sentence, texts.format("fit.check.whenEnds.stay")));
    }

    private static BigDecimal cards(List<PoolJob> jobs) {
        return jobs.stream()
                .map(job -> job.needs().cardCount().asNumber().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// When the nodes were read, and what is with those that are not named.
    public String rest(NodeFitResult fit, PoolContentsList<PoolNode> read, int otherSpecifications) {
        var asOf = texts.format("fit.check.asOf", times.clock(read.readAt()));
        int without = fit.notCounted().size() + otherSpecifications;
        int room = read.items().size() - without - named(fit.verdict());
        var more = room > 0 ? texts.format("fit.check.more", room) : "";
        var others = without == 0 ? "" : texts.format("fit.check.rest", without, reasons(fit, otherSpecifications));
        return texts.sentences(List.of(asOf, more, others, contents.nodes().blocks(read.items())));
    }

    private static int named(Verdict verdict) {
        return switch (verdict) {
            case Verdict.RoomNow(var on) -> on.size();
            case Verdict.RoomBehindQueue(var on, var _) -> on.size();
            case Verdict.ByCountOnly _, Verdict.RoomWhenEnds _, Verdict.NeverHere _, Verdict.Unknown _ -> 0;
        };
    }

    /// The nodes for each reason, the most frequent first: how many, and when they are few, their names.
    private String reasons(NodeFitResult fit, int otherSpecifications) {
        var byReason = fit.notCounted()
                .stream()
                .collect(Collectors.groupingBy(this::reason, LinkedHashMap::new, Collectors.toList()));
        var parts = byReason.entrySet()
                .stream()
                .sorted((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()))
                .map(one -> reason(one.getKey(), one.getValue()));
        var others = otherSpecifications == 0
                ? Stream.<String>of()
                : Stream.of(texts.format("fit.check.reason", otherSpecifications,
                        texts.format("fit.check.reason.SPECIFICATION")));
        return Stream.concat(parts, others).collect(Collectors.joining(texts.format("fit.join")));
    }

    private String reason(String reason, List<NodeFitResult.NotCounted> of) {
        return of.size() > MOST_NAMED
                ? texts.format("fit.check.reason", of.size(), reason)
                : texts.format("fit.check.reason.named", of.size(), reason,
                        names(of.stream().map(NodeFitResult.NotCounted::node).toList()));
    }

    /// Each node without room on a line: its name and the reason.
    public String eachWithoutRoom(NodeFitResult fit) {
        return fit.notCounted()
                .stream()
                .map(one -> texts.format("fit.check.reason.line", contents.text(one.node().name()),
                        reason(one).strip()))
                .collect(Collectors.joining("\n"));
    }

    private String reason(NodeFitResult.NotCounted node) {
        var first = node.node().use().reasons().stream().findFirst();
        return node.reason() == NodeFitResult.Reason.TAKES_NO_JOBS && first.isPresent()
                ? noJobs(first.get())
                : texts.format("fit.check.reason." + node.reason().name());
    }

    private String noJobs(NodeAvailability.Reason reason) {
        return reason.kind() == NodeAvailability.Kind.PHASE && reason.word() instanceof FieldValue.Absent
                ? texts.format("fit.check.reason.NO_PHASE")
                : texts.format("fit.check.reason." + reason.kind().name(), contents.text(reason.word()));
    }
}
