package poolscope.ui.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.api.Failure;
import poolscope.handover.AcceleratorFamilyCapacity;
import poolscope.handover.HandOver;
import poolscope.handover.HandOverCoverageGap;
import poolscope.handover.HandOverReportInput;
import poolscope.handover.PoolWithOpenProblem;
import poolscope.handover.ReportPage;
import poolscope.handover.WaitingJobTotals;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.change.PoolChange;

/// The hand-over in words. At most [#MOST_LINES] lines when it is written as Markdown: a longer section says how many
/// more there are.
public final class HandOverText {
    public static final int MOST_LINES = 60;
    private static final int MOST_OPEN = 9;
    private static final int MOST_COMING = 6;
    private static final int MOST_CHANGES = 9;
    private static final int MOST_FAMILIES = 7;
    private static final int MOST_NOT_SEEN = 5;
    private static final int MOST_NOTES = 2;
    private static final int MOST_SOURCES = 4;

    private final Texts texts;
    private final PoolFieldText fields;
    private final TimeText times;
    private final FailureText failures;
    private final ComingSevenDaysText coming;
    private final boolean isWhole;

    public HandOverText(Texts texts, PoolFieldText fields, TimeText times, FailureText failures) {
        this(texts, fields, times, failures, false);
    }

    private HandOverText(Texts texts, PoolFieldText fields, TimeText times, FailureText failures, boolean isWhole) {
        this.isWhole = isWhole;
        this.texts = texts;
        this.fields = fields;
        this.times = times;
        this.failures = failures;
        coming = new ComingSevenDaysText(texts, times, this::name);
    }

    /// The same with all lines of each section, however many they are.
    public HandOverText whole() {
        return new HandOverText(texts, fields, times, failures, true);
    }

    /// @param withEstimates
    ///            whether prepaid periods that end by estimate are named
    public ReportPage page(HandOver handOver, boolean withEstimates) {
        var facts = handOver.facts();
        return new ReportPage(texts.format("handover.title", times.moment(facts.since()), times.moment(facts.now())),
                head(handOver),
                List.of(ofNow(handOver, "handover.open", lines(handOver.open(), this::open), MOST_OPEN),
                        ofNow(handOver, "handover.coming", coming.lines(handOver, withEstimates), MOST_COMING),
                        section("handover.changed", changes(handOver), MOST_CHANGES),
                        ofNow(handOver, "handover.capacity", lines(handOver.capacity(), this::capacity), MOST_FAMILIES),
                        ofNow(handOver, "handover.queue", queue(handOver.queue()), 1),
                        section("handover.notSeen", lines(handOver.notSeen(), this::notSeen), MOST_NOT_SEEN),
                        section("handover.notes", facts.notes().stream().map(ExternalTextCleaner::of).toList(),
                                MOST_NOTES),
                        new ReportPage.Section(texts.format("handover.signOff"),
                                List.of(texts.format("handover.signOff.line")))));
    }

    /// Without a beginning to compare with, nothing is known of changes, which is not the same as none.
    private List<String> changes(HandOver handOver) {
        if (handOver.base().isEmpty()) return List.of(texts.format("handover.changed.unknown"));
        return Stream
                .of(handOver.worse()
                        .stream()
                        .sorted(Comparator.comparing(change -> !(change instanceof PoolChange.Gone)))
                        .map(change -> change("handover.change.worse", change)),
                        handOver.better().stream().map(change -> change("handover.change.better", change)),
                        handOver.otherChanges().stream().map(change -> change("handover.change.other", change)))
                .flatMap(Function.identity())
                .toList();
    }

    private List<String> head(HandOver handOver) {
        var facts = handOver.facts();
        var sources = facts.sources();
        String named = sources.stream()
                .limit(MOST_SOURCES)
                .map(this::source)
                .collect(Collectors.joining(texts.format("list.join.long")));
        return List.of(
                sources.size() > MOST_SOURCES
                        ? texts.format("handover.sources.more", named, sources.size() - MOST_SOURCES)
                        : texts.format("handover.sources", named),
                texts.sentences(List.of(base(handOver),
                        facts.filterText().isEmpty()
                                ? ""
                                : texts.format("handover.filter",
                                        ExternalTextCleaner.of(new FilterText(texts).print(facts.filterText()))))),
                isRead(handOver)
                        ? texts.format("handover.brief", handOver.pools(), handOver.open().size(),
                                handOver.coming().size(), handOver.worse().size(), handOver.better().size())
                        : texts.format("handover.brief.unread"));
    }

    private String source(HandOverReportInput.Source source) {
        String name = ExternalTextCleaner.of(source.connection());
        return source.now()
                .map(inventory -> texts.format("handover.source", name, inventory.pools().size(),
                        times.moment(inventory.readAt())))
                .orElseGet(() -> texts.format("handover.source.none", name));
    }

    private String base(HandOver handOver) {
        var file = ExternalTextCleaner.of(handOver.facts().snapshotFile());
        return handOver.base()
                .map(base -> file.isEmpty()
                        ? texts.format("handover.base", times.moment(base))
                        : texts.format("handover.base.file", file, times.moment(base)))
                .orElseGet(() -> texts.format("handover.base.none"));
    }

    private static <T> List<String> lines(List<T> items, Function<T, String> line) {
        return items.stream().map(line).toList();
    }

    private static boolean isRead(HandOver handOver) {
        return handOver.facts().sources().stream().anyMatch(source -> source.now().isPresent());
    }

    /// What is so now is not known when nothing could be read, which is not the same as none.
    private ReportPage.Section ofNow(HandOver handOver, String key, List<String> lines, int most) {
        return lines.isEmpty() && !isRead(handOver)
                ? new ReportPage.Section(texts.format(key), List.of(texts.format("handover.unread")))
                : section(key, lines, most);
    }

    private ReportPage.Section section(String key, List<String> lines, int most) {
        String title = texts.format(key);
        if (lines.isEmpty()) return new ReportPage.Section(title, List.of(texts.format("handover.none")));
        if (isWhole || lines.size() <= most) return new ReportPage.Section(title, lines);
        List<String> shown = new ArrayList<>(lines.subList(0, most - 1));
        shown.add(texts.format("handover.more", lines.size() - most + 1));
        return new ReportPage.Section(title, shown);
    }

    private String open(PoolWithOpenProblem problem) {
        var pool = problem.pool();
        List<String> what = new ArrayList<>();
        what.add(fields.status(pool.status()));
        pool.poolNodeGroups()
                .unavailable()
                .asNumber()
                .filter(nodes -> nodes.signum() > 0)
                .ifPresent(nodes -> what
                        .add(texts.format("handover.open.nodes", nodes, value(pool, PoolField.NODE_COUNT))));
        problem.runningJobs().ifPresent(jobs -> what.add(texts.format("handover.open.jobs", jobs)));
        return texts.format("handover.open.line", name(pool), String.join(texts.format("list.join.clauses"), what),
                sinceAndOwner(problem));
    }

    private String sinceAndOwner(PoolWithOpenProblem problem) {
        String since = since(problem.since());
        var owner = problem.pool().poolNamesAndOwner().owner().asText("");
        return owner.isBlank()
                ? since
                : String.join(texts.format("list.join.long"), since,
                        texts.format("handover.open.owner", cleaned(owner)));
    }

    private String since(PoolWithOpenProblem.Since since) {
        return switch (since) {
            case PoolWithOpenProblem.Since.SeenAt(var at) -> texts.format("handover.since", times.moment(at));
            case PoolWithOpenProblem.Since.Before(var at) -> texts.format("handover.before", times.moment(at));
            case PoolWithOpenProblem.Since.Unknown _ -> texts.format("handover.since.unknown");
        };
    }

    private String change(String key, PoolChange change) {
        String what = switch (change) {
            case PoolChange.Appeared _ -> texts.format("handover.change.new");
            case PoolChange.Gone _ -> texts.format("handover.change.gone");
            case PoolChange.Changed changed -> changed.fields()
                    .stream()
                    .filter(field -> !field.isRepetition())
                    .map(field -> texts.format("handover.change.field", fields.name(field.field()),
                            fields.cell(field.field(), field.from()), fields.cell(field.field(), field.to())))
                    .collect(Collectors.joining(texts.format("list.join.clauses")));
        };
        return texts.format(key, name(change.pool()), what);
    }

    private String capacity(AcceleratorFamilyCapacity capacity) {
        String free = capacity.free().map(this::number).orElse(PoolFieldText.UNKNOWN);
        String cards = texts.format("handover.capacity.cards", fields.family(capacity.family()),
                number(capacity.allocatable()), free);
        return capacity.largestBlock()
                .map(block -> texts.format("handover.capacity.nodes", cards, number(block.cards()), name(block.pool()),
                        number(capacity.wholeNodes()), number(capacity.spareCards()), capacity.nodesRead(),
                        capacity.pools()))
                .orElse(texts.format("handover.capacity.unread", cards, capacity.pools()));
    }

    private List<String> queue(WaitingJobTotals queue) {
        if (queue.pools() == 0) return List.of();
        if (queue.poolsRead() == 0) return List.of(texts.format("handover.queue.unread", queue.pools()));
        String longest = queue.longest().map(times::span).orElse(PoolFieldText.UNKNOWN);
        return List.of(queue.waiting() == 0
                ? texts.format("handover.queue.none", queue.poolsRead(), queue.pools())
                : texts.format("handover.queue.line", queue.waiting(), number(queue.cards()), longest,
                        queue.overFourHours(), queue.poolsRead(), queue.pools()));
    }

    private String notSeen(HandOverCoverageGap handOverCoverageGap) {
        String name = cleaned(handOverCoverageGap.connection());
        return switch (handOverCoverageGap) {
            case HandOverCoverageGap.Refused(_, Failure failure) -> name + ": " + failures.description(failure);
            case HandOverCoverageGap.Refused _ -> texts.format("handover.notSeen.failed", name);
            case HandOverCoverageGap.Incomplete _ -> texts.format("handover.notSeen.incomplete", name);
            case HandOverCoverageGap.PartFailed(_, var part) -> name + ": " + part(part);
            case HandOverCoverageGap.NoBase _ -> texts.format("handover.notSeen.noBase", name);
            case HandOverCoverageGap.Unwatched(_, var period) -> texts.format("handover.notSeen.unwatched", name,
                    times.moment(period.start()), times.moment(period.end()));
        };
    }

    private String part(InventoryPartReadOutcome part) {
        String name = texts.format("part." + part.kind().name());
        return part.state() instanceof InventoryPartReadOutcome.State.Failed(Failure failure)
                ? failures.notRead(name, failure)
                : texts.format("handover.notSeen.part", name);
    }

    private String name(Pool pool) {
        return fields.cell(PoolField.NAME, PoolField.NAME.of(pool)) + " (" + cleaned(pool.poolOrigin().connection())
                + ")";
    }

    private String value(Pool pool, PoolField field) {
        return fields.cell(field, field.of(pool));
    }

    private static String cleaned(String text) {
        return ExternalTextCleaner.of(text);
    }

    private String number(BigDecimal number) {
        return fields.amounts().exact(number);
    }
}
