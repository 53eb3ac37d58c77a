package poolscope.ui.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import poolscope.api.Failure;
import poolscope.api.HttpTimeouts;
import poolscope.connection.SavedConnection;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.RefreshState;
import poolscope.pool.ExternalTextCleaner;

/// Formats the state of a connection.
public final class ConnectionStateText {
    private static final int MOST_OF_ADVICE = 160;
    /// From then on the time left of a token needs attention.
    private static final Duration TOKEN_ENDING = Duration.ofMinutes(30);
    private final Texts texts;
    private final TimeText times;
    private final FailureText failures;
    private final ReadSummaryText readings;
    private final IncompleteConnectionsText shortfalls;
    private final EmptyTableText emptyTable;

    public ConnectionStateText(Texts texts, TimeText times, FailureText failures) {
        this.texts = texts;
        this.times = times;
        this.failures = failures;
        readings = new ReadSummaryText(texts);
        shortfalls = new IncompleteConnectionsText(texts, times, failures);
        emptyTable = new EmptyTableText(texts, times, failures);
    }

    /// What is missing of connections.
    public IncompleteConnectionsText shortfalls() {
        return shortfalls;
    }

    /// What is shown instead of rows.
    public EmptyTableText emptyTable() {
        return emptyTable;
    }

    /// That only the pools that match a query are shown.
    public String narrowed(String connection, String narrowing) {
        return texts.format("shortfall.narrowed", connection, ExternalTextCleaner.of(narrowing));
    }

    /// The same without the connection's name.
    public String narrowed(String narrowing) {
        return texts.format("state.narrowed", ExternalTextCleaner.of(narrowing));
    }

    /// The status under a connection's name: the result of its last read, the age of its pools when they are outdated,
    /// and whether it is being read.
    public String brief(AllConnectionsStatus.SourceStatus sourceStatus, Instant now) {
        var parts = new ArrayList<>(List.of(ended(sourceStatus, now)));
        if (sourceStatus.isShort() && !(sourceStatus.outcome() instanceof RefreshState.Loaded))
            sourceStatus.inventory()
                    .ifPresent(shown -> parts
                            .add(texts.format(sourceStatus.completeness() == AllConnectionsStatus.Completeness.OLD
                                    ? "state.data"
                                    : "state.data.part", times.ago(shown.readAt(), now))));
        if (sourceStatus.outcome().hasFailed() && sourceStatus.state() instanceof RefreshState.Loading loading)
            parts.add(briefProgress(loading, now));
        return String.join(texts.format("status.join"), parts);
    }

    private String ended(AllConnectionsStatus.SourceStatus sourceStatus, Instant now) {
        return switch (sourceStatus.outcome()) {
            case RefreshState.Idle _ -> texts.format("state.idle");
            case RefreshState.Loading loading -> briefProgress(loading, now);
            case RefreshState.Loaded(var at) ->
                texts.format(sourceStatus.isShort() ? "state.part" : "state.fresh", times.ago(at, now));
            case RefreshState.Failed(var failure, var _, var _) ->
                wait(failure, now).map(left -> texts.format("state.waits", failures.brief(failure), times.span(left)))
                        .orElseGet(() -> failures.brief(failure));
            case RefreshState.Broken broken ->
                texts.format("state.broken", broken.times(), times.clock(broken.since()));
            case RefreshState.GaveUp _ -> texts.format("state.gaveUp");
            case RefreshState.Cancelled _ -> texts.format("state.cancelled");
        };
    }

    /// The progress of a read in a narrow place.
    public String briefProgress(RefreshState.Loading loading, Instant now) {
        if (loading.isSilent(now))
            return texts.format("state.loading.silent", times.span(Duration.between(loading.since(), now)));
        return loading.readProgress()
                .map(p -> p.expected() < 0
                        ? texts.format("state.loading.noTotal", p.pools())
                        : texts.format("state.loading.some", p.pools(), p.expected()))
                .orElseGet(() -> texts.format("state.loading"));
    }

    /// That some of a connection's pools are shown as another one's; empty when none is.
    public String repeated(AllConnectionsStatus.SourceStatus sourceStatus) {
        return sourceStatus.repeated()
                .map(other -> other.pools() == sourceStatus.pools()
                        ? texts.format("state.repeated", other.with())
                        : texts.format("state.repeated.some", other.pools(), sourceStatus.pools(), other.with()))
                .orElse("");
    }

    /// That this computer's clock and the service's differ; empty when they don't.
    public String clockSkew(AllConnectionsStatus.SourceStatus sourceStatus) {
        return sourceStatus.clockSkew().map(times::clockSkew).orElse("");
    }

    /// How long a token is still valid, in one unit, or that it has expired.
    public String tokenLeft(Instant expiry, Instant now) {
        var left = Duration.between(now, expiry);
        if (!left.isPositive()) return texts.format("state.token.expired");
        if (left.toMinutes() < 1) return texts.format("state.token.seconds");
        return left.toHours() < 1
                ? texts.format("state.token.minutes", left.toMinutes())
                : texts.format("state.token.hours", left.toHours());
    }

    /// Whether a token expires within half an hour, or has expired.
    public boolean isTokenEnding(Instant expiry, Instant now) {
        return Duration.between(now, expiry).compareTo(TOKEN_ENDING) < 0;
    }

    /// The time left of a token that is renewed with the password; empty when it has expired, because the next refresh
    /// gets another one.
    public String tokenRenewed(Instant expiry, Instant now) {
        return expiry.isAfter(now) ? texts.format("state.token.renewed", tokenLeft(expiry, now)) : "";
    }

    /// That a connection has an interval of its own; empty when it has none.
    public String refreshEvery(SavedConnection saved) {
        return saved.refreshEvery()
                .map(every -> texts.format("state.refreshEvery", TimeText.interval(texts, every)))
                .orElse("");
    }

    /// That connections can be read again after failures; empty when none is.
    public String recovered(List<AllConnectionsStatus.SourceStatus> lines) {
        return lines.stream()
                .flatMap(line -> line.recovery()
                        .map(recovery -> texts.format("recovered.sentence", line.serviceAndProject().name(),
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

    /// The progress of a read, for the status bar: the whole text, then a brief one. While a service does not answer
    /// they stay the same, because screen readers read each text.
    ///
    /// @param isStoppedByKey
    ///            whether Esc stops it
    public List<String> progress(RefreshState.Loading loading, Instant now, boolean isStoppedByKey) {
        UnaryOperator<String> withKey = text -> isStoppedByKey ? texts.format("progress.stoppable", text) : text;
        if (!loading.isSilent(now)) return List.of(withKey.apply(progress(loading)), briefProgress(loading, now));
        var since = times.clock(loading.since());
        var silent = texts.format("progress.first.silent", since,
                TimeText.interval(texts, HttpTimeouts.DEFAULT.reading()));
        return List.of(withKey.apply(silent), withKey.apply(texts.format("progress.first.silent.brief", since)));
    }

    private String progress(RefreshState.Loading loading) {
        if (loading.readProgress().isEmpty()) return texts.format("progress.first");
        var readProgress = loading.readProgress().get();
        double seconds = readProgress.elapsed().toMillis() / 1000.0 / readProgress.requests();
        if (readProgress.expected() < 0)
            return texts.format("progress.noTotal", readProgress.requests(), readProgress.pools(), seconds);
        return texts.format("progress.some", readProgress.requests(), readProgress.pools(), readProgress.expected(),
                seconds);
    }

    /// How much of a possibly incomplete list was read last; empty when it is complete.
    public String lacking(AllConnectionsStatus.SourceStatus sourceStatus) {
        return sourceStatus.outcome() instanceof RefreshState.GaveUp(var _, var _, var pools, var reading)
                ? readings.share(pools, reading)
                : sourceStatus.inventory().map(readings::lacking).orElse("");
    }

    /// How the list was read last; empty before the first time.
    public String effort(AllConnectionsStatus.SourceStatus sourceStatus) {
        return sourceStatus.outcome() instanceof RefreshState.GaveUp(var _, var _, var _, var reading)
                ? readings.effort(reading)
                : sourceStatus.inventory()
                        .filter(i -> !i.isEarlier())
                        .map(i -> readings.effort(i.reading()))
                        .orElse("");
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
