package poolscope.api;

import java.util.function.UnaryOperator;

/// A body that is not a list of pools, on its way from the reader to the verdict; never leaves the package.
final class UnreadableException extends Exception {
    /// Characters of [FailureDetails#detail] that are kept.
    static final int MAX_DETAIL = 120;

    private final Failure.UnreadableAnswer.Cause cause;
    private final String detail;

    /// @param detail
    ///            one fact, as [FailureDetails#detail]
    UnreadableException(Failure.UnreadableAnswer.Cause cause, String detail) {
        super(cause + " " + detail, null, false, false);
        this.cause = cause;
        this.detail = detail;
    }

    /// The failure.
    ///
    /// @param redaction
    ///            takes secrets out of what the answer says of itself, and cuts it
    Failure.UnreadableAnswer failure(FailureDetails failureDetails, UnaryOperator<String> redaction) {
        return new Failure.UnreadableAnswer(cause, failureDetails.withDetail(redaction.apply(detail)));
    }

    Failure.UnreadableAnswer.Cause cause() {
        return cause;
    }

    boolean reportsFailure() {
        return cause == Failure.UnreadableAnswer.Cause.REPORTS_FAILURE;
    }
}
