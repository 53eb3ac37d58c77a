package poolscope.ui.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.api.Failure;
import poolscope.live.LoadState;
import poolscope.live.SourcesStatus;
import poolscope.pool.Inventory;
import poolscope.pool.InventoryPart;

/// What a connection is doing and what stands where the rows would be, in words.
public final class StateText {
    private static final int MOST_OF_ADVICE = 160;
    private static final int MOST_NAMES = 3;
    private final Texts texts;
    private final TimeText times;
    private final FailureText failures;
    private final ReadingText readings;

    /// One sentence, what to do about it, and the word on the button; empty strings for none.
    public record Said(String sentence, String advice, String action) {
        public static final Said NOTHING = new Said("", "", "");
    }

    public StateText(Texts texts, TimeText times, FailureText failures) {
        this.texts = texts;
        this.times = times;
        this.failures = failures;
        this.readings = new ReadingText(texts);
    }

    public Said waiting() {
        return new Said(texts.format("stage.waiting"), "", "");
    }

    public Said unticked() {
        return new Said(texts.format("stage.unticked"), texts.format("stage.unticked.advice"),
                texts.format("stage.unticked.action"));
    }

    public Said hidden(int pools) {
        return new Said(texts.format("stage.hidden", pools), "", texts.format("stage.hidden.action"));
    }

    public Said stopped() {
        return new Said(texts.format("stage.stopped"), "", texts.format("action.refresh"));
    }

    public Said empty(String connection, String project, Instant asked) {
        return new Said(texts.format("stage.empty", connection, project, times.clock(asked)),
                texts.format("stage.empty.advice"), texts.format("action.refresh"));
    }

    /// As [#empty], of a service that was asked for a part of the list only.
    public Said empty(String connection, String project, Instant asked, String narrowing) {
        if (narrowing.isEmpty()) return empty(connection, project, asked);
        return new Said(
                texts.format("stage.empty.narrowed", connection, project, times.clock(asked), SafeText.text(narrowing)),
                texts.format("stage.empty.narrowed.advice"), texts.format("action.refresh"));
    }

    /// That a connection's pools are only those that the service finds for something.
    public String narrowed(String connection, String narrowing) {
        return texts.format("ledger.narrowed", connection, SafeText.text(narrowing));
    }

    /// The same where the connection's name stands beside it.
    public String narrowed(String narrowing) {
        return texts.format("state.narrowed", SafeText.text(narrowing));
    }

    public Said unproven(String connection) {
        return new Said(texts.format("stage.unproven", connection), "", texts.format("action.retry"));
    }

    public Said failed(String connection, LoadState.Failed state) {
        return new Said(texts.format("stage.failed", connection, failures.what(state.failure())),
                (failures.advice(state.failure()) + "\n" + since(state) + "\n" + failures.evidence(state.failure()))
                        .strip(),
                texts.format("action.retry"));
    }

    /// The same when the connection has to be changed first.
    public Said refused(String connection, LoadState.Failed state) {
        var said = failed(connection, state);
        boolean lacksSecret = state.failure() instanceof Failure.SecretUnavailable;
        return new Said(said.sentence(), said.advice(),
                texts.format(lacksSecret ? "connections.enterSecret" : "stage.failed.signIn"));
    }

    /// Everything about a connection's failure, to be copied: what, since when, what to do, code and request id. Empty
    /// for a connection that did not fail.
    public String report(String connection, LoadState state) {
        return switch (state) {
            case LoadState.Failed failed -> {
                var said = failed(connection, failed);
                yield said.sentence() + "\n" + said.advice();
            }
            case LoadState.Broken _ -> broken(connection).sentence() + "\n" + broken(connection).advice();
            case LoadState.Idle _, LoadState.Loading _, LoadState.Loaded _, LoadState.Cancelled _,
                    LoadState.GaveUp _ -> "";
        };
    }

    private String since(LoadState.Failed state) {
        return texts.format("failure.since", times.clock(state.since()), state.times());
    }

    /// The state as it stands under a connection's name: how its last reading ended, how old what is on screen is when
    /// that is no more as new as it could be, and whether it is being read again.
    public String brief(SourcesStatus.SourceStatus sourceStatus, Instant now) {
        var parts = new ArrayList<>(List.of(ended(sourceStatus, now)));
        if (sourceStatus.isShort() && !(sourceStatus.outcome() instanceof LoadState.Loaded))
            sourceStatus.inventory()
                    .ifPresent(shown -> parts.add(texts.format(
                            sourceStatus.standing() == SourcesStatus.Standing.OLD ? "state.data" : "state.data.part",
                            times.ago(shown.readAt(), now))));
        if (sourceStatus.outcome().hasFailed() && sourceStatus.state() instanceof LoadState.Loading loading)
            parts.add(loading(loading));
        return String.join(texts.format("status.join"), parts);
    }

    private String ended(SourcesStatus.SourceStatus sourceStatus, Instant now) {
        return switch (sourceStatus.outcome()) {
            case LoadState.Idle _ -> texts.format("state.idle");
            case LoadState.Loading loading -> loading(loading);
            case LoadState.Loaded(var at) ->
                texts.format(sourceStatus.isShort() ? "state.part" : "state.fresh", times.ago(at, now));
            case LoadState.Failed(var failure, var _, var _) ->
                wait(failure, now).map(left -> texts.format("state.waits", failures.brief(failure), times.span(left)))
                        .orElseGet(() -> failures.brief(failure));
            case LoadState.Broken _ -> texts.format("failure.Unexpected.brief");
            case LoadState.GaveUp _ -> texts.format("state.gaveUp");
            case LoadState.Cancelled _ -> texts.format("state.cancelled");
        };
    }

    private String loading(LoadState.Loading loading) {
        return loading.progress()
                .map(p -> p.expected() < 0
                        ? texts.format("state.loading.noTotal", p.pools())
                        : texts.format("state.loading.some", p.pools(), p.expected()))
                .orElseGet(() -> texts.format("state.loading"));
    }

    /// That some of a connection's pools are on screen as another one's; empty when none is.
    public String repeated(SourcesStatus.SourceStatus sourceStatus) {
        return sourceStatus.repeated()
                .map(other -> other.pools() == sourceStatus.pools()
                        ? texts.format("state.repeated", other.with())
                        : texts.format("state.repeated.some", other.pools(), sourceStatus.pools(), other.with()))
                .orElse("");
    }

    /// For how long the service still asks to wait.
    private static Optional<Duration> wait(Failure failure, Instant now) {
        return failure.retryAfter()
                .map(wait -> Duration.between(now, failure.failureDetails().at().plus(wait)))
                .filter(Duration::isPositive);
    }

    /// When a connection that failed is read again.
    public String nextTry(Duration left) {
        return texts.format("auto.next", times.span(left));
    }

    /// What to do about a connection that failed, where there is little room; empty for one that did not.
    public String advice(LoadState state) {
        return state instanceof LoadState.Failed(var failure, var _, var _) ? shortened(failures.advice(failure)) : "";
    }

    private static String shortened(String text) {
        return text.length() <= MOST_OF_ADVICE ? text : text.substring(0, MOST_OF_ADVICE).strip() + "…";
    }

    /// How far a reading is, for the status bar.
    public String progress(LoadState.Loading loading) {
        if (loading.progress().isEmpty()) return texts.format("progress.first");
        var progress = loading.progress().get();
        double seconds = progress.elapsed().toMillis() / 1000.0 / progress.requests();
        if (progress.expected() < 0)
            return texts.format("progress.noTotal", progress.requests(), progress.pools(), seconds);
        return texts.format("progress.some", progress.requests(), progress.pools(), progress.expected(), seconds);
    }

    /// Nothing could be read, because this program has an error.
    public Said broken(String connection) {
        return new Said(texts.format("stage.failed", connection, texts.format("failure.Unexpected")),
                texts.format("failure.Unexpected.advice"), texts.format("action.retry"));
    }

    /// What is missing of these connections, each cause once: named with the connections it is about, or with their
    /// number when there are many.
    public String shortfalls(List<SourcesStatus.SourceStatus> lines) {
        var alike = lines.stream()
                .collect(Collectors.groupingBy(sourceStatus -> shortfall("", sourceStatus), LinkedHashMap::new,
                        Collectors.toList()));
        return alike.values()
                .stream()
                .map(some -> shortfall(names(some), some.getFirst()))
                .collect(Collectors.joining(texts.format("ledger.join")));
    }

    private String names(List<SourcesStatus.SourceStatus> lines) {
        return lines.size() > MOST_NAMES
                ? texts.format("ledger.connections", lines.size())
                : lines.stream()
                        .map(sourceStatus -> sourceStatus.connection().name())
                        .collect(Collectors.joining(texts.format("ledger.names.join")));
    }

    /// What is missing of one connection, and what is shown instead: a part of the ledger. Empty when nothing is.
    public String shortfall(SourcesStatus.SourceStatus sourceStatus) {
        return shortfall(sourceStatus.connection().name(), sourceStatus);
    }

    private String shortfall(String connection, SourcesStatus.SourceStatus sourceStatus) {
        if (!sourceStatus.isShort()) return lackingFacts(connection, sourceStatus);
        return switch (sourceStatus.outcome()) {
            case LoadState.Failed(var failure, var _, var _) -> ended(connection, sourceStatus, failures.what(failure));
            case LoadState.Broken _ -> ended(connection, sourceStatus, texts.format("failure.Unexpected"));
            case LoadState.GaveUp(var _, var reason, var pools, var reading) -> ended(connection, sourceStatus, texts
                    .format("ledger.gaveUp", texts.format("reason." + reason.name()), readings.share(pools, reading)));
            case LoadState.Cancelled _ when sourceStatus.standing() != SourcesStatus.Standing.PART ->
                ended(connection, sourceStatus, texts.format("ledger.stopped"));
            case LoadState.Idle _, LoadState.Loading _, LoadState.Loaded _, LoadState.Cancelled _ -> sourceStatus
                    .inventory()
                    .isPresent()
                    && sourceStatus.inventory().get().coverage() instanceof Inventory.Coverage.Incomplete(var reason)
                            ? incomplete(connection, sourceStatus, reason)
                            : "";
        };
    }

    private String incomplete(String connection, SourcesStatus.SourceStatus sourceStatus, Inventory.Reason reason) {
        return reason == Inventory.Reason.PART_FAILED
                ? texts.format("ledger.part.failed", connection, failedParts(sourceStatus))
                : texts.format("ledger.part", connection, texts.format("reason." + reason.name()),
                        readings.lacking(sourceStatus.inventory().orElseThrow()));
    }

    /// The list is whole, and something about its pools is not known.
    private String lackingFacts(String connection, SourcesStatus.SourceStatus sourceStatus) {
        return sourceStatus.failedParts().isEmpty()
                ? ""
                : texts.format("ledger.facts", connection, failedParts(sourceStatus));
    }

    private String failedParts(SourcesStatus.SourceStatus sourceStatus) {
        return sourceStatus.failedParts()
                .stream()
                .map(part -> part.state() instanceof InventoryPart.State.Failed(Failure failure)
                        ? texts.format("part.failed", texts.format("part." + part.kind().name()),
                                failures.what(failure))
                        : "")
                .collect(Collectors.joining(" "));
    }

    /// How much of a list that may lack something was read last; empty when nothing is lacking.
    public String lacking(SourcesStatus.SourceStatus sourceStatus) {
        return sourceStatus.outcome() instanceof LoadState.GaveUp(var _, var _, var pools, var reading)
                ? readings.share(pools, reading)
                : sourceStatus.inventory().map(readings::lacking).orElse("");
    }

    /// How the list was read last; empty before the first one.
    public String effort(SourcesStatus.SourceStatus sourceStatus) {
        return sourceStatus.outcome() instanceof LoadState.GaveUp(var _, var _, var _, var reading)
                ? readings.effort(reading)
                : sourceStatus.inventory().map(i -> readings.effort(i.reading())).orElse("");
    }

    private String ended(String connection, SourcesStatus.SourceStatus sourceStatus, String what) {
        return sourceStatus.inventory()
                .map(i -> sourceStatus.standing() == SourcesStatus.Standing.OLD
                        ? texts.format("ledger.failed", connection, what, times.clock(i.readAt()))
                        : texts.format("ledger.failed.part", connection, what,
                                readings.share(i.pools().size(), i.reading())))
                .orElseGet(() -> texts.format("ledger.failed.nothing", connection, what));
    }

    /// The age of what is on screen, where there is little room.
    public String briefAge(Instant readAt, Instant now) {
        return texts.format("status.age.brief", times.ago(readAt, now));
    }

    /// The age of what is on screen.
    public String age(Instant readAt, Instant now) {
        return texts.format("status.age", times.clock(readAt), times.ago(readAt, now));
    }
}
