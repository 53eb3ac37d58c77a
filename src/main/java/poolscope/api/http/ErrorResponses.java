package poolscope.api.http;

import java.net.URI;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.json.ErrorBody;

/// Makes a failure of an answer that is not what was asked for, with everything known about it and nothing secret.
///
/// @param redaction
///            of who asked
/// @param sent
///            what the requests carry to sign in
public record ErrorResponses(Redaction redaction, SentCredentials sent) {
    private static final int MAX_SERVER_TEXT = 500;
    private static final int MAX_WORD = 120;

    public Failure of(FailureDetails.RequestLine requestLine, ApiResponse apiResponse) {
        var error = ErrorBody.parse(apiResponse.body());
        var failureDetails = evidence(requestLine, apiResponse, error);
        if (apiResponse.status() >= 300 && apiResponse.status() < 400)
            failureDetails = failureDetails.withDetail(redirectedTo(apiResponse));
        var retryAfter = ResponseHeaders.retryAfter(apiResponse.header("retry-after"), apiResponse.at());
        return FailureClassifier.of(ErrorResponse.of(sent, apiResponse.status(), error, retryAfter, failureDetails));
    }

    public FailureDetails evidence(FailureDetails.RequestLine requestLine, ApiResponse apiResponse, ErrorBody error) {
        String requestId = error.requestId().isEmpty() ? apiResponse.header("x-request-id") : error.requestId();
        return new FailureDetails(requestLine, apiResponse.status(), redaction.apply(error.code(), MAX_WORD),
                redaction.apply(requestId, MAX_WORD), redaction.apply(error.message(), MAX_SERVER_TEXT), "",
                ResponseHeaders.clockSkew(apiResponse.header("date"), apiResponse.at()), apiResponse.at(), 1);
    }

    /// The host only: the rest of a redirect may hold anything.
    private String redirectedTo(ApiResponse apiResponse) {
        try {
            var host = URI.create(apiResponse.header("location")).getHost();
            return host == null ? "" : redaction.apply(host, MAX_WORD);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
