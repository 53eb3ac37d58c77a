package poolscope.api.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import poolscope.api.FailureDetails;
import poolscope.api.json.ErrorResponseBody;

/// An error response, before [ErrorResponseClassifier] classifies it.
///
/// @param sent
///            the credentials that the request carried
/// @param status
///            HTTP status
/// @param origin
///            which component defined the code
/// @param number
///            the code's number, -1 without one
/// @param error
///            the parsed body
/// @param retryAfter
///            how long the service asks to wait
/// @param failureDetails
///            become part of the failure
record ErrorResponse(SentCredentialsKind sent, int status, Origin origin, int number, ErrorResponseBody error,
        Optional<Duration> retryAfter, FailureDetails failureDetails) {
    private static final Pattern CODE = Pattern.compile("(APIG|APIGW|APIC|ModelArts)\\.(\\d{1,9})");

    /// The component that defined an error code. The same numbers occur as `APIG.`, `APIGW.` and `APIC.` (*Errors*
    /// in api-notes.md).
    enum Origin {
        GATEWAY, MODELARTS, UNKNOWN
    }

    static ErrorResponse of(SentCredentialsKind sent, int status, ErrorResponseBody error,
            Optional<Duration> retryAfter, FailureDetails failureDetails) {
        Matcher code = CODE.matcher(error.code().strip());
        if (!code.matches())
            return new ErrorResponse(sent, status, Origin.UNKNOWN, -1, error, retryAfter, failureDetails);
        var origin = code.group(1).equals("ModelArts") ? Origin.MODELARTS : Origin.GATEWAY;
        return new ErrorResponse(sent, status, origin, Integer.parseInt(code.group(2)), error, retryAfter,
                failureDetails);
    }

    boolean isGateway(int... numbers) {
        return origin == Origin.GATEWAY && isOneOf(numbers);
    }

    boolean isModelArts(int... numbers) {
        return origin == Origin.MODELARTS && isOneOf(numbers);
    }

    /// Whether the message contains these words, in any case. Messages may change, so they only decide where status and
    /// code are ambiguous. Text that the gateway repeats from the request is ignored.
    boolean messageContains(String words) {
        return error.withoutEcho().toLowerCase(Locale.ROOT).contains(words);
    }

    private boolean isOneOf(int... numbers) {
        for (int candidate : numbers)
            if (candidate == number) return true;
        return false;
    }
}
