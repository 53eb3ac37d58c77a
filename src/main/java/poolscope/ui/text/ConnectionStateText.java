package poolscope.ui.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.api.Failure;
import poolscope.connection.SavedConnection;
import poolscope.live.RefreshState;
import poolscope.live.SourcesStatus;
import poolscope.pool.ApiGeneration;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.Inventory;
import poolscope.pool.InventoryPart;

/// Formats the state of a connection and what is shown instead of rows.
public final class ConnectionStateText {
    private static final int MOST_OF_ADVICE = 160;
    private static final int MOST_NAMES = 3;
    private final Texts texts;
    private final TimeText times;
    private final FailureText failures;
    private final ReadSummaryText readings;

    /// One sentence, what to do, and the label of the button; empty strings for none.
    public record Message(String sentence, String advice, String action) {
        public static final Message NOTHING = new Message("", "", "");
    }

    public ConnectionStateText(Texts texts, TimeText times, FailureText failures) {
        this.texts = texts;
        this.times = times;
        this.failures = failures;
        this.readings = new ReadSummaryText(texts);
    }

    public Message waiting() {
        return new Message(texts.format("emptyState.waiting"), "", "");
    }

    public Message unticked() {
        return new Message(texts.format("emptyState.unticked"), texts.format("emptyState.unticked.advice"),
                texts.format("emptyState.unticked.action"));
    }

    public Message hidden(int pools) {
        return new Message(texts.format("emptyState.hidden", pools), "", texts.format("emptyState.hidden.action"));
    }

    public Message stopped() {
        return new Message(texts.format("emptyState.stopped"), "", texts.format("action.refresh"));
    }

    /// @param onlyAsked
    ///            the generation whose list was asked for, when it was only one
    public Message empty(String connection, String project, Instant asked, Optional<ApiGeneration> onlyAsked) {
        return new Message(texts.format("emptyState.empty", connection, project, times.clock(asked)),
                onlyAsked.map(api -> switch (api) {
                    case V1 -> texts.format("emptyState.empty.advice.onlyV1");
                    case V2 -> texts.format("emptyState.empty.advice.onlyV2");
                }).orElseGet(() -> texts.format("emptyState.empty.advice")), texts.format("action.refresh"));
    }

    /// That no pool matches a query with a filter.
    public Message emptyNarrowed(String connection, String project, Instant asked, String narrowing) {
        return new Message(
                texts.format("emptyState.empty.narrowed", connection, project, times.clock(asked),
                        ExternalTextCleaner.of(narrowing)),
                texts.format("emptyState.empty.narrowed.advice"), texts.format("action.refresh"));
    }

    /// That only the pools that match a query are shown.
    public String narrowed(String connection, String narrowing) {
        return texts.format("shortfall.narrowed", connection, ExternalTextCleaner.of(narrowing));
    }

    /// The same without the connection's name.
    public String narrowed(String narrowing) {
        return texts.format("state.narrowed", ExternalTextCleaner.of(narrowing));
    }

    public Message unproven(String connection) {
        return new Message(texts.format("emptyState.unproven", connection), "", texts.format("action.retry"));
    }

    public Message failed(String connection, RefreshState.Failed state) {
        return new Message(texts.format("emptyState.failed", connection, failures.description(state.failure())),
                (failures.advice(state.failure()) + "\n" + since(state) + "\n" + failures.details(state.failure()))
                        .strip(),
                texts.format("action.retry"));
    }

    /// The same when the connection must be edited first.
    public Message refused(String connection, RefreshState.Failed state) {
        var message = failed(connection, state);
        boolean lacksSecret = state.failure() instanceof Failure.SecretUnavailable;
        return new Message(message.sentence(), message.advice(),
                texts.format(lacksSecret ? "connections.enterSecret" : "emptyState.failed.signIn"));
    }

    /// All about a connection's failure, for the clipboard: what, since when, what to do, code and request id. Empty
    /// for a connection that did not fail.
    public String report(String connection, RefreshState state) {
        return switch (state) {
            case RefreshState.Failed failed -> {
                var message = failed(connection, failed);
                yield message.sentence() + "\n" + message.advice();
            }
            case RefreshState.Broken broken -> {
                var message = broken(connection, broken);
                yield message.sentence() + "\n" + message.advice();
            }
            case RefreshState.Idle _, RefreshState.Loading _, RefreshState.Loaded _, RefreshState.Cancelled _,
                    RefreshState.GaveUp _ ->
                "";
        };
    }

    private String since(RefreshState.Failed state) {
        return texts.format("failure.since", times.clock(state.since()), state.times());
    }

    /// The status under a connection's name: the result of its last read, the age of its pools when they are outdated,
    /// and whether it is being read.
    public String brief(SourcesStatus.SourceStatus sourceStatus, Instant now) {
        var parts = new ArrayList<>(List.of(ended(sourceStatus, now)));
        if (sourceStatus.isShort() && !(sourceStatus.outcome() instanceof RefreshState.Loaded))
            sourceStatus.inventory()
                    .ifPresent(shown -> parts.add(texts.format(
                            sourceStatus.standing() == SourcesStatus.Standing.OLD ? "state.data" : "state.data.part",
                            times.ago(shown.readAt(), now))));
        if (sourceStatus.outcome().hasFailed() && sourceStatus.state() instanceof RefreshState.Loading loading)
            parts.add(loading(loading));
        return String.join(texts.format("status.join"), parts);
    }

    private String ended(SourcesStatus.SourceStatus sourceStatus, Instant now) {
        return switch (sourceStatus.outcome()) {
            case RefreshState.Idle _ -> texts.format("state.idle");
            case RefreshState.Loading loading -> loading(loading);
            case RefreshState.Loaded(var at) ->
                texts.format(sourceStatus.isShort() ? "state.part" : "state.fresh", times.ago(at, now));
            case RefreshState.Failed(var failure, var _, var _) ->
                wait(failure, now).map(left -> texts.format("state.waits", failures.brief(failure), times.span(left)))
                        .orElseGet(() -> failures.brief(failure));
            case RefreshState.Broken broken -> programErrors("state.broken", broken);
            case RefreshState.GaveUp _ -> texts.format("state.gaveUp");
            case RefreshState.Cancelled _ -> texts.format("state.cancelled");
        };
    }

    private String loading(RefreshState.Loading loading) {
        return loading.readProgress()
                .map(p -> p.expected() < 0
                        ? texts.format("state.loading.noTotal", p.pools())
                        : texts.format("state.loading.some", p.pools(), p.expected()))
                .orElseGet(() -> texts.format("state.loading"));
    }

    /// That some of a connection's pools are shown as another one's; empty when none is.
    public String repeated(SourcesStatus.SourceStatus sourceStatus) {
        return sourceStatus.repeated()
                .map(other -> other.pools() == sourceStatus.pools()
                        ? texts.format("state.repeated", other.with())
                        : texts.format("state.repeated.some", other.pools(), sourceStatus.pools(), other.with()))
                .orElse("");
    }

    /// That this computer's clock and the service's differ; empty when they don't.
    public String clockSkew(SourcesStatus.SourceStatus sourceStatus) {
        return sourceStatus.clockSkew().map(times::clockSkew).orElse("");
    }

    /// That a connection has an interval of its own; empty when it has none.
    public String refreshEvery(SavedConnection saved) {
        return saved.refreshEvery()
                .map(every -> texts.format("state.refreshEvery", TimeText.interval(texts, every)))
                .orElse("");
    }

    /// That connections can be read again after failures; empty when none is.
    public String recovered(List<SourcesStatus.SourceStatus> lines) {
        return lines.stream()
                .flatMap(line -> line.recovery()
                        .map(recovery -> texts.format("recovered.sentence", line.connection().name(),
                                times.span(recovery.after()), recovery.failures()))
                        .stream())
                .collect(Collectors.joining(texts.format("shortfall.join")));
    }

    /// How long the service still asks to wait.
    private static Optional<Duration> wait(Failure failure, Instant now) {
        return failure.retryAfter()
                .map(wait -> Duration.between(now, failure.failureDetails().at().plus(wait)))
                .filter(Duration::isPositive);
    }

    /// When a failed connection is read again.
    public String nextTry(Duration left) {
        return texts.format("auto.next", times.span(left));
    }

    /// A short advice for a failed connection; empty for others.
    public String advice(RefreshState state) {
        return state instanceof RefreshState.Failed(var failure, var _, var _)
                ? shortened(failures.advice(failure))
                : "";
    }

    private static String shortened(String text) {
        return text.length() <= MOST_OF_ADVICE ? text : text.substring(0, MOST_OF_ADVICE).strip() + "…";
    }

    /// The progress of a read, for the status bar.
    public String progress(RefreshState.Loading loading) {
        if (loading.readProgress().isEmpty()) return texts.format("progress.first");
        var readProgress = loading.readProgress().get();
        double seconds = readProgress.elapsed().toMillis() / 1000.0 / readProgress.requests();
        if (readProgress.expected() < 0)
            return texts.format("progress.noTotal", readProgress.requests(), readProgress.pools(), seconds);
        return texts.format("progress.some", readProgress.requests(), readProgress.pools(), readProgress.expected(),
                seconds);
    }

    /// Nothing could be read because of an error in this program.
    public Message broken(String connection, RefreshState.Broken state) {
        return new Message(texts.format("emptyState.failed", connection, programErrors("shortfall.broken", state)),
                texts.format("failure.Unexpected.advice"), texts.format("action.retry"));
    }

    private String programErrors(String key, RefreshState.Broken state) {
        return texts.format(key, state.times(), times.clock(state.since()));
    }

    /// What is missing of these connections, each cause once, with the names of its connections or, when there are
    /// many, their number.
    public String shortfalls(List<SourcesStatus.SourceStatus> lines) {
        var alike = lines.stream()
                .collect(Collectors.groupingBy(sourceStatus -> shortfall("", sourceStatus), LinkedHashMap::new,
                        Collectors.toList()));
        return alike.values()
                .stream()
                .map(some -> shortfall(names(some), some.getFirst()))
                .collect(Collectors.joining(texts.format("shortfall.join")));
    }

    private String names(List<SourcesStatus.SourceStatus> lines) {
        return lines.size() > MOST_NAMES
                ? texts.format("shortfall.connections", lines.size())
                : lines.stream()
                        .map(sourceStatus -> sourceStatus.connection().name())
                        .collect(Collectors.joining(texts.format("shortfall.names.join")));
    }

    /// What is missing of one connection, and what is shown instead. Empty when nothing is missing.
    public String shortfall(SourcesStatus.SourceStatus sourceStatus) {
        return shortfall(sourceStatus.connection().name(), sourceStatus);
    }

    private String shortfall(String connection, SourcesStatus.SourceStatus sourceStatus) {
        if (!sourceStatus.isShort()) return lackingFacts(connection, sourceStatus);
        return switch (sourceStatus.outcome()) {
            case RefreshState.Failed(var failure, var _, var _) ->
                ended(connection, sourceStatus, failures.description(failure));
            case RefreshState.Broken broken ->
                ended(connection, sourceStatus, programErrors("shortfall.broken", broken));
            case RefreshState.GaveUp(var _, var reason, var pools, var reading) ->
                ended(connection, sourceStatus, texts.format("shortfall.gaveUp",
                        texts.format("reason." + reason.name()), readings.share(pools, reading)));
            case RefreshState.Cancelled _ when sourceStatus.standing() != SourcesStatus.Standing.PART ->
                ended(connection, sourceStatus, texts.format("shortfall.stopped"));
            case RefreshState.Idle _, RefreshState.Loading _, RefreshState.Loaded _, RefreshState.Cancelled _ ->
                sourceStatus.inventory().map(shown -> shown(connection, sourceStatus, shown)).orElse("");
        };
    }

    private String shown(String connection, SourcesStatus.SourceStatus sourceStatus, Inventory inventory) {
        return switch (inventory.coverage()) {
            case Inventory.Coverage.Complete _, Inventory.Coverage.SoFar _ -> "";
            case Inventory.Coverage.Earlier _ ->
                texts.format("shortfall.earlier", connection, times.moment(inventory.readAt()));
            case Inventory.Coverage.Incomplete(var reason) -> incomplete(connection, sourceStatus, reason);
        };
    }

    private String incomplete(String connection, SourcesStatus.SourceStatus sourceStatus, Inventory.Reason reason) {
        return reason == Inventory.Reason.PART_FAILED
                ? texts.format("shortfall.part.failed", connection, lackingParts(sourceStatus))
                : texts.format("shortfall.part", connection, texts.format("reason." + reason.name()),
                        readings.lacking(sourceStatus.inventory().orElseThrow()));
    }

    /// The list is complete, but some details of its pools are not known.
    private String lackingFacts(String connection, SourcesStatus.SourceStatus sourceStatus) {
        return sourceStatus.lackingParts().isEmpty()
                ? ""
                : texts.format("shortfall.facts", connection, lackingParts(sourceStatus));
    }

    private String lackingParts(SourcesStatus.SourceStatus sourceStatus) {
        return sourceStatus.lackingParts().stream().map(this::lackingPart).collect(Collectors.joining(" "));
    }

    private String lackingPart(InventoryPart part) {
        var name = texts.format("part." + part.kind().name());
        return switch (part.state()) {
            case InventoryPart.State.Failed(Failure failure) -> failures.notRead(name, failure);
            case InventoryPart.State.ReadInPart(int entries) -> texts.format("part.inPart", name, entries);
            case InventoryPart.State.NotOffered _ -> texts.format("part.notOffered", name);
            case InventoryPart.State.Failed _, InventoryPart.State.Read _, InventoryPart.State.NotAsked _ -> "";
        };
    }

    /// How much of a possibly incomplete list was read last; empty when it is complete.
    public String lacking(SourcesStatus.SourceStatus sourceStatus) {
        return sourceStatus.outcome() instanceof RefreshState.GaveUp(var _, var _, var pools, var reading)
                ? readings.share(pools, reading)
                : sourceStatus.inventory().map(readings::lacking).orElse("");
    }

    /// How the list was read last; empty before the first time.
    public String effort(SourcesStatus.SourceStatus sourceStatus) {
        return sourceStatus.outcome() instanceof RefreshState.GaveUp(var _, var _, var _, var reading)
                ? readings.effort(reading)
                : sourceStatus.inventory()
                        .filter(i -> !i.isEarlier())
                        .map(i -> readings.effort(i.reading()))
                        .orElse("");
    }

    private String ended(String connection, SourcesStatus.SourceStatus sourceStatus, String what) {
        return sourceStatus.inventory()
                .map(i -> sourceStatus.standing() == SourcesStatus.Standing.OLD || i.isEarlier()
                        ? texts.format("shortfall.failed", connection, what,
                                i.isEarlier() ? times.moment(i.readAt()) : times.clock(i.readAt()))
                        : texts.format("shortfall.failed.part", connection, what, readings.share(i)))
                .orElseGet(() -> texts.format("shortfall.failed.nothing", connection, what));
    }

    /// The age of the pools on screen, short.
    public String briefAge(Instant readAt, Instant now) {
        return texts.format("status.age.brief", times.ago(readAt, now));
    }

    /// The age of the pools on screen.
    public String age(Instant readAt, Instant now) {
        return texts.format("status.age", times.clock(readAt), times.ago(readAt, now));
    }
}
