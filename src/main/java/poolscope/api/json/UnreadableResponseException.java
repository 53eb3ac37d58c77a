package poolscope.api.json;

import java.util.function.UnaryOperator;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;

/// A body that is not what was requested. [#failure] turns it into a failure.
public final class UnreadableResponseException extends Exception {
    /// Characters of [FailureDetails#detail] that are kept.
    public static final int MAX_DETAIL = 120;

    private final Failure.UnreadableAnswer.Cause cause;
    private final String detail;

    /// @param detail
    ///            one fact, as [FailureDetails#detail]
    public UnreadableResponseException(Failure.UnreadableAnswer.Cause cause, String detail) {
        super(cause + " " + detail, null, false, false);
        this.cause = cause;
        this.detail = detail;
    }

    /// The failure.
    ///
    /// @param redaction
    ///            removes secrets from `detail` and shortens it
    public Failure.UnreadableAnswer failure(FailureDetails failureDetails, UnaryOperator<String> redaction) {
        return new Failure.UnreadableAnswer(cause, failureDetails.withDetail(redaction.apply(detail)));
    }

    public Failure.UnreadableAnswer.Cause cause() {
        return cause;
    }

    public boolean reportsFailure() {
        return cause == Failure.UnreadableAnswer.Cause.REPORTS_FAILURE;
    }
}
