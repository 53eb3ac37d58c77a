package poolscope.ui.text;

import poolscope.api.ApiCallKind;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.pool.ExternalTextCleaner;

/// Formats a failure: what happened, what to do, and the codes that the service's support needs.
public final class FailureText {
    private final Texts texts;

    public FailureText(Texts texts) {
        this.texts = texts;
    }

    /// Two or three words, shown under a connection's name.
    public String brief(Failure failure) {
        return brief(failure.name());
    }

    /// The same by [Failure#name].
    public String brief(String failure) {
        return texts.format("failure." + failure + ".brief");
    }

    /// One sentence: what happened.
    public String description(Failure failure) {
        var wait = failure.retryAfter();
        return wait.isPresent()
                ? texts.format(
                        failure instanceof Failure.Throttled ? "failure.Throttled.wait" : "failure.ServiceTrouble.wait",
                        TimeText.span(texts, wait.get()), Integer.toString(failure.failureDetails().status()))
                : say("failure." + failure.name(), failure);
    }

    /// One or two sentences: what to do.
    public String advice(Failure failure) {
        return say("failure." + failure.name() + ".advice", failure);
    }

    /// HTTP status, code and request id, where known.
    public String details(Failure failure) {
        var failureDetails = failure.failureDetails();
        return failureDetails.status() == 0
                ? ""
                : texts.format("failure.evidence", Integer.toString(failureDetails.status()),
                        orDash(failureDetails.code()), orDash(failureDetails.requestId()));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? PoolFieldText.UNKNOWN : ExternalTextCleaner.of(text);
    }

    private String say(String key, Failure failure) {
        var failureDetails = failure.failureDetails();
        var call = ApiCallKind.of(failureDetails.request());
        return texts
                .format(key, failureDetails.request().host(), Integer.toString(failureDetails.status()),
                        failureDetails.code(), ExternalTextCleaner.of(failureDetails.detail()),
                        serverText(failureDetails), texts.format("call." + call.map(ApiCallKind::name).orElse("OTHER")),
                        call.map(this::permission).orElseGet(() -> unknownPermission(failureDetails)))
                .strip();
    }

    /// What the service said, marked as its words; empty when it said nothing.
    private String serverText(FailureDetails failureDetails) {
        var text = ExternalTextCleaner.of(failureDetails.serverText()).strip();
        return text.isEmpty() ? "" : texts.format("failure.serverText", text);
    }

    /// That a part of what was asked for was not read, and why; of a refused call, which permission is missing.
    ///
    /// @param part
    ///            what was not read
    public String notRead(String part, Failure failure) {
        var call = ApiCallKind.of(failure.failureDetails().request());
        return failure instanceof Failure.NotAllowed(Failure.NotAllowed.Cause cause, var _)
                && cause == Failure.NotAllowed.Cause.PERMISSION && call.isPresent()
                        ? call.get()
                                .permission()
                                .map(name -> texts.format("part.refused", part, name))
                                .orElseGet(() -> texts.format("part.refused.undocumented", part, call.get().request()))
                        : failed(part, failure);
    }

    /// With what to do about a list that is too long; other failures say it themselves, or are explained in
    /// the details.
    private String failed(String part, Failure failure) {
        return failure instanceof Failure.UnreadableAnswer(Failure.UnreadableAnswer.Cause cause, var _)
                && cause == Failure.UnreadableAnswer.Cause.TOO_LARGE
                        ? texts.format("part.failed.advice", part, description(failure), advice(failure))
                        : texts.format("part.failed", part, description(failure));
    }

    /// Introduces the service's text, which names the permission; without a text there is nothing to introduce.
    private String unknownPermission(FailureDetails failureDetails) {
        return texts.format(failureDetails.serverText().isBlank() ? "permission.unnamed" : "permission.unknown");
    }

    /// The permission that the call needs, or that none is documented.
    private String permission(ApiCallKind call) {
        return call.permission()
                .map(name -> texts.format("permission.needed", name, call.request()))
                .orElseGet(() -> texts.format("permission.undocumented", call.request()));
    }
}
