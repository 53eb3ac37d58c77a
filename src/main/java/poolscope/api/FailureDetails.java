package poolscope.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a failure was concluded from. Text that came from the service is redacted and shortened (P28).
///
/// @param request
///            the request line
/// @param status
///            HTTP status, 0 when no response came
/// @param code
///            the service's error code as sent (`APIG.0301`), empty when it sent none
/// @param requestId
///            what the service's operators find the request by, empty when it sent none
/// @param serverText
///            what the service said, redacted, at most 500 characters, empty when it said nothing
/// @param detail
///            one fact that belongs to the failure's cause: the host redirected to, the web page's title, the
///            certificate's issuer, the byte at which reading stopped; empty when there is none
/// @param clockSkew
///            the service's `Date` minus the local clock, to the second; empty when it sent none
/// @param at
///            when the failure was seen
/// @param attempts
///            how often the request was sent, 0 when it was not
public record FailureDetails(RequestLine request, int status, String code, String requestId, String serverText,
        String detail, Optional<Duration> clockSkew, Instant at, int attempts) {

    /// @param method
    ///            `GET`
    /// @param host
    ///            host, with the port when it is not the scheme's own
    /// @param path
    ///            without the query
    public record RequestLine(String method, String host, String path) {}

    public static FailureDetails of(RequestLine request, Instant at) {
        return new FailureDetails(request, 0, "", "", "", "", Optional.empty(), at, 1);
    }

    public FailureDetails withStatus(int status) {
        return new FailureDetails(request, status, code, requestId, serverText, detail, clockSkew, at, attempts);
    }

    public FailureDetails withDetail(String detail) {
        return new FailureDetails(request, status, code, requestId, serverText, detail, clockSkew, at, attempts);
    }

    public FailureDetails withAttempts(int attempts) {
        return new FailureDetails(request, status, code, requestId, serverText, detail, clockSkew, at, attempts);
    }
}
