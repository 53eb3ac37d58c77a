package poolscope.ui.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.api.Failure;
import poolscope.live.Ledger;
import poolscope.live.LoadState;
import poolscope.pool.Inventory;

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
        return new Said(texts.say("stage.waiting"), "", "");
    }

    public Said unticked() {
        return new Said(texts.say("stage.unticked"), texts.say("stage.unticked.advice"),
                texts.say("stage.unticked.action"));
    }

    public Said hidden(int pools) {
        return new Said(texts.say("stage.hidden", pools), "", texts.say("stage.hidden.action"));
    }

    public Said stopped() {
        return new Said(texts.say("stage.stopped"), "", texts.say("action.refresh"));
    }

    public Said empty(String connection, String project, Instant asked) {
        return new Said(texts.say("stage.empty", connection, project, times.clock(asked)), texts.say("stage.empty.advice"),
                texts.say("action.refresh"));
    }

    /// As [#empty], of a service that was asked for a part of the list only.
    public Said empty(String connection, String project, Instant asked, String narrowing) {
        if (narrowing.isEmpty()) return empty(connection, project, asked);
        return new Said(texts.say("stage.empty.narrowed", connection, project, times.clock(asked), Inert.text(narrowing)),
                texts.say("stage.empty.narrowed.advice"), texts.say("action.refresh"));
    }

    /// That a connection's pools are only those that the service finds for something.
    public String narrowed(String connection, String narrowing) {
        return texts.say("ledger.narrowed", connection, Inert.text(narrowing));
    }

    /// The same where the connection's name stands beside it.
    public String narrowed(String narrowing) {
        return texts.say("state.narrowed", Inert.text(narrowing));
    }

    public Said unproven(String connection) {
        return new Said(texts.say("stage.unproven", connection), "", texts.say("action.retry"));
    }

    public Said failed(String connection, LoadState.Failed state) {
        return new Said(texts.say("stage.failed", connection, failures.what(state.failure())),
                (failures.advice(state.failure()) + "\n" + since(state) + "\n" + failures.evidence(state.failure())).strip(),
                texts.say("action.retry"));
    }

    /// The same when the connection has to be changed first.
    public Said refused(String connection, LoadState.Failed state) {
        var said = failed(connection, state);
        boolean lacksSecret = state.failure() instanceof Failure.SecretUnavailable;
        return new Said(said.sentence(), said.advice(),
                texts.say(lacksSecret ? "connections.enterSecret" : "stage.failed.signIn"));
    }

    /// Everything about a connection's failure, to be copied: what, since when, what to do, code and request id. Empty for a
    /// connection that did not fail.
    public String report(String connection, LoadState state) {
        return switch (state) {
            case LoadState.Failed failed -> {
                var said = failed(connection, failed);
                yield said.sentence() + "\n" + said.advice();
            }
            case LoadState.Broken _ -> broken(connection).sentence() + "\n" + broken(connection).advice();
            case LoadState.Idle _,LoadState.Loading _,LoadState.Loaded _,LoadState.Cancelled _,LoadState.GaveUp _ -> "";
        };
    }

    private String since(LoadState.Failed state) {
        return texts.say("failure.since", times.clock(state.since()), state.times());
    }

    /// The state as it stands under a connection's name: how its last reading ended, how old what is on screen is when that is no
    /// more as new as it could be, and whether it is being read again.
    public String brief(Ledger.Line line, Instant now) {
        var parts = new ArrayList<>(List.of(ended(line, now)));
        if (line.isShort() && !(line.outcome() instanceof LoadState.Loaded))
            line.inventory().ifPresent(shown -> parts
                    .add(texts.say(line.standing() == Ledger.Standing.OLD ? "state.data" : "state.data.part",
                            times.ago(shown.readAt(), now))));
        if (line.outcome().hasFailed() && line.state() instanceof LoadState.Loading loading) parts.add(loading(loading));
        return String.join(texts.say("status.join"), parts);
    }

    private String ended(Ledger.Line line, Instant now) {
        return switch (line.outcome()) {
            case LoadState.Idle _ -> texts.say("state.idle");
            case LoadState.Loading loading -> loading(loading);
            case LoadState.Loaded(var at) -> texts.say(line.isShort() ? "state.part" : "state.fresh", times.ago(at, now));
            case LoadState.Failed(var failure, var _, var _) -> wait(failure, now).map(
                    left -> texts.say("state.waits", failures.brief(failure), times.span(left))).orElseGet(
                            () -> failures.brief(failure));
            case LoadState.Broken _ -> texts.say("failure.Unexpected.brief");
            case LoadState.GaveUp _ -> texts.say("state.gaveUp");
            case LoadState.Cancelled _ -> texts.say("state.cancelled");
        };
    }

    private String loading(LoadState.Loading loading) {
        return loading.progress().map(p -> p.expected() < 0
                ? texts.say("state.loading.noTotal", p.pools())
                : texts.say("state.loading.some", p.pools(), p.expected()))
                .orElseGet(() -> texts.say("state.loading"));
    }

    /// That some of a connection's pools are on screen as another one's; empty when none is.
    public String repeated(Ledger.Line line) {
        return line.repeated().map(other -> other.pools() == line.pools()
                ? texts.say("state.repeated", other.with())
                : texts.say("state.repeated.some", other.pools(), line.pools(), other.with())).orElse("");
    }

    /// For how long the service still asks to wait.
    private static Optional<Duration> wait(Failure failure, Instant now) {
        return failure.retryAfter().map(wait -> Duration.between(now, failure.evidence().at().plus(wait))).filter(
                Duration::isPositive);
    }

    /// When a connection that failed is read again.
    public String nextTry(Duration left) {
        return texts.say("auto.next", times.span(left));
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
        if (loading.progress().isEmpty()) return texts.say("progress.first");
        var progress = loading.progress().get();
        double seconds = progress.elapsed().toMillis() / 1000.0 / progress.requests();
        if (progress.expected() < 0)
            return texts.say("progress.noTotal", progress.requests(), progress.pools(), seconds);
        return texts.say("progress.some", progress.requests(), progress.pools(), progress.expected(), seconds);
    }

    /// Nothing could be read, because this program has an error.
    public Said broken(String connection) {
        return new Said(texts.say("stage.failed", connection, texts.say("failure.Unexpected")),
                texts.say("failure.Unexpected.advice"),
                texts.say("action.retry"));
    }

    /// What is missing of these connections, each cause once: named with the connections it is about, or with their number when
    /// there are many.
    public String shortfalls(List<Ledger.Line> lines) {
        var alike = lines.stream().collect(Collectors.groupingBy(line -> shortfall("", line), LinkedHashMap::new,
                Collectors.toList()));
        return alike.values().stream().map(some -> shortfall(names(some), some.getFirst()))
                .collect(Collectors.joining(texts.say("ledger.join")));
    }

    private String names(List<Ledger.Line> lines) {
        return lines.size() > MOST_NAMES
                ? texts.say("ledger.connections", lines.size())
                : lines.stream().map(line -> line.connection().name()).collect(Collectors.joining(texts.say("ledger.names.join")));
    }

    /// What is missing of one connection, and what is shown instead: a part of the ledger. Empty when nothing is.
    public String shortfall(Ledger.Line line) {
        return shortfall(line.connection().name(), line);
    }

    private String shortfall(String connection, Ledger.Line line) {
        if (!line.isShort()) return "";
        return switch (line.outcome()) {
            case LoadState.Failed(var failure, var _, var _) -> ended(connection, line, failures.what(failure));
            case LoadState.Broken _ -> ended(connection, line, texts.say("failure.Unexpected"));
            case LoadState.GaveUp(var _, var reason, var pools, var reading) -> ended(connection, line,
                    texts.say("ledger.gaveUp", texts.say("reason." + reason.name()), readings.share(pools, reading)));
            case LoadState.Cancelled _ when line.standing() != Ledger.Standing.PART -> ended(connection, line, texts.say("ledger.stopped"));
            case LoadState.Idle _,LoadState.Loading _,LoadState.Loaded _,LoadState.Cancelled _ ->
                line.inventory().isPresent()
                        && line.inventory().get().coverage() instanceof Inventory.Coverage.Incomplete(var reason)
                                ? texts.say("ledger.part", connection, texts.say("reason." + reason.name()),
                                        readings.lacking(line.inventory().get()))
                                : "";
        };
    }

    /// How much of a list that may lack something was read last; empty when nothing is lacking.
    public String lacking(Ledger.Line line) {
        return line.outcome() instanceof LoadState.GaveUp(var _, var _, var pools, var reading)
                ? readings.share(pools, reading)
                : line.inventory().map(readings::lacking).orElse("");
    }

    /// How the list was read last; empty before the first one.
    public String effort(Ledger.Line line) {
        return line.outcome() instanceof LoadState.GaveUp(var _, var _, var _, var reading)
                ? readings.effort(reading)
                : line.inventory().map(i -> readings.effort(i.reading())).orElse("");
    }

    private String ended(String connection, Ledger.Line line, String what) {
        return line.inventory().map(i -> line.standing() == Ledger.Standing.OLD
                ? texts.say("ledger.failed", connection, what, times.clock(i.readAt()))
                : texts.say("ledger.failed.part", connection, what, readings.share(i.pools().size(), i.reading())))
                .orElseGet(() -> texts.say("ledger.failed.nothing", connection, what));
    }

    /// The age of what is on screen, where there is little room.
    public String briefAge(Instant readAt, Instant now) {
        return texts.say("status.age.brief", times.ago(readAt, now));
    }

    /// The age of what is on screen.
    public String age(Instant readAt, Instant now) {
        return texts.say("status.age", times.clock(readAt), times.ago(readAt, now));
    }
}
