package poolscope.api;

/// A body that is not a list of pools, on its way from the reader to the verdict; never leaves the package.
final class UnreadableException extends Exception {
    private static final int MAX_DETAIL = 120;

    private final Failure.UnreadableAnswer.Cause cause;
    private final String detail;

    /// @param detail
    ///            one fact, as [FailureDetails#detail]
    UnreadableException(Failure.UnreadableAnswer.Cause cause, String detail) {
        super(cause + " " + detail, null, false, false);
        this.cause = cause;
        this.detail = detail;
    }

    /// The failure; what the answer says of itself is redacted and cut.
    Failure.UnreadableAnswer failure(FailureDetails failureDetails, Redaction redaction) {
        return new Failure.UnreadableAnswer(cause, failureDetails.withDetail(redaction.apply(detail, MAX_DETAIL)));
    }

    Failure.UnreadableAnswer.Cause cause() {
        return cause;
    }

    boolean reportsFailure() {
        return cause == Failure.UnreadableAnswer.Cause.REPORTS_FAILURE;
    }
}
