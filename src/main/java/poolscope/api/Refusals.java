package poolscope.api;

import java.net.URI;

/// Makes a failure of an answer that is not what was asked for, with everything known about it and nothing secret.
///
/// @param redaction
///            of who asked
/// @param sent
///            what the requests carry to sign in
record Refusals(Redaction redaction, SentCredentials sent) {
    private static final int MAX_SERVER_TEXT = 500;
    private static final int MAX_WORD = 120;

    Failure of(Evidence.Asked asked, Answer answer) {
        var error = ErrorBody.parse(answer.body());
        var evidence = evidence(asked, answer, error);
        if (answer.status() >= 300 && answer.status() < 400) evidence = evidence.withDetail(redirectedTo(answer));
        var retryAfter = AnswerFields.retryAfter(answer.header("retry-after"), answer.at());
        return Verdict.of(Refusal.of(sent, answer.status(), error, retryAfter, evidence));
    }

    Evidence evidence(Evidence.Asked asked, Answer answer, ErrorBody error) {
        String requestId = error.requestId().isEmpty() ? answer.header("x-request-id") : error.requestId();
        return new Evidence(asked, answer.status(), redaction.apply(error.code(), MAX_WORD), redaction.apply(requestId,
                MAX_WORD), redaction.apply(error.message(), MAX_SERVER_TEXT), "",
                AnswerFields.clockSkew(answer.header("date"),
                        answer.at()),
                answer.at(), 1);
    }

    /// The host only: the rest of a redirect may hold anything.
    private String redirectedTo(Answer answer) {
        try {
            var host = URI.create(answer.header("location")).getHost();
            return host == null ? "" : redaction.apply(host, MAX_WORD);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
