package poolscope.api.http;

import java.net.URI;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.json.ErrorResponseBody;

/// Turns an error response into a failure with all known details and without secrets.
///
/// @param secretRedaction
///            removes the secrets of the credentials in use
/// @param sent
///            the kind of credentials that the requests carry
public record ErrorResponseFailureReader(SecretRedaction secretRedaction, SentCredentialsKind sent) {
    private static final int MAX_SERVER_TEXT = 500;
    private static final int MAX_WORD = 120;

    public Failure of(FailureDetails.RequestLine requestLine, ApiResponse apiResponse) {
        var error = ErrorResponseBody.parse(apiResponse.body());
        var failureDetails = failureDetails(requestLine, apiResponse, error);
        if (apiResponse.status() >= 300 && apiResponse.status() < 400)
            failureDetails = failureDetails.withDetail(redirectedTo(apiResponse));
        var retryAfter = ErrorResponseHeaderReader.retryAfter(apiResponse.header("retry-after"), apiResponse.at());
        return ErrorResponseClassifier
                .of(ErrorResponse.of(sent, apiResponse.status(), error, retryAfter, failureDetails));
    }

    public FailureDetails failureDetails(FailureDetails.RequestLine requestLine, ApiResponse apiResponse,
            ErrorResponseBody error) {
        String requestId = error.requestId().isEmpty() ? apiResponse.header("x-request-id") : error.requestId();
        return new FailureDetails(requestLine, apiResponse.status(), secretRedaction.apply(error.code(), MAX_WORD),
                secretRedaction.apply(requestId, MAX_WORD), secretRedaction.apply(error.message(), MAX_SERVER_TEXT), "",
                ErrorResponseHeaderReader.clockSkew(apiResponse.header("date"), apiResponse.at()), apiResponse.at(), 1);
    }

    /// Only the host: the rest of the address may hold secrets.
    private String redirectedTo(ApiResponse apiResponse) {
        try {
            var host = URI.create(apiResponse.header("location")).getHost();
            return host == null ? "" : secretRedaction.apply(host, MAX_WORD);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
