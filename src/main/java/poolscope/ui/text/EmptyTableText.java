package poolscope.ui.text;

import java.time.Instant;
import java.util.Optional;
import poolscope.api.Failure;
import poolscope.api.HttpTimeouts;
import poolscope.live.RefreshState;
import poolscope.pool.ApiGeneration;
import poolscope.pool.ExternalTextCleaner;

/// Says why the table has no rows.
public final class EmptyTableText {
    private final Texts texts;
    private final TimeText times;
    private final FailureText failures;

    /// One sentence, what to do, and the label of the button; empty strings for none.
    public record Message(String sentence, String advice, String action) {
        public static final Message NOTHING = new Message("", "", "");
    }

    EmptyTableText(Texts texts, TimeText times, FailureText failures) {
        this.texts = texts;
        this.times = times;
        this.failures = failures;
    }

    public Message waiting() {
        return new Message(texts.format("emptyState.waiting"), "", "");
    }

    /// That a service takes longer than is usual.
    public Message silent(String connection, String address, Instant since) {
        return new Message(texts.format("emptyState.silent", connection, times.clock(since)), texts.format(
                "emptyState.silent.advice", address, TimeText.interval(texts, HttpTimeouts.DEFAULT.reading())), "");
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

    /// Nothing could be read because of an error in this program.
    public Message broken(String connection, RefreshState.Broken state) {
        return new Message(
                texts.format("emptyState.failed", connection,
                        IncompleteConnectionsText.programErrors(texts, times, state)),
                texts.format("failure.Unexpected.advice"), texts.format("action.retry"));
    }
}
