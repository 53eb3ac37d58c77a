package poolscope.api.http;

import java.time.Duration;
import poolscope.api.Failure.SignInRefused.Cause;

/// Why a sign-in was refused, by the code, the credentials that were sent, and then the message.
final class SignInRefusalClassifier {
    /// A larger difference of the clocks invalidates a signature (api-notes.md).
    private static final Duration MAX_SKEW = Duration.ofMinutes(15);

    private SignInRefusalClassifier() {}

    static Cause of(ErrorResponse errorResponse) {
        if (errorResponse.isModelArts(6201, 6203)) return Cause.SUSPENDED;
        if (errorResponse.isModelArts(212)) return Cause.NO_PROJECT_SCOPE;
        return switch (errorResponse.sent()) {
            case NOTHING -> Cause.MISSING;
            case TOKEN -> ofToken(errorResponse);
            case ACCESS_KEY, TEMPORARY_KEY -> ofKey(errorResponse);
            case PASSWORD -> errorResponse.messageContains("locked") ? Cause.ACCOUNT_LOCKED : Cause.OTHER;
        };
    }

    private static Cause ofToken(ErrorResponse errorResponse) {
        if (errorResponse.isModelArts(201)) return Cause.MISSING;
        if (isExpiredByCode(errorResponse)) return Cause.TOKEN_EXPIRED;
        if (isInvalidByCode(errorResponse)) return Cause.TOKEN_INVALID;
        if (errorResponse.messageContains("expire")) return Cause.TOKEN_EXPIRED;
        if (errorResponse.messageContains("account is locked")) return Cause.ACCOUNT_LOCKED;
        return errorResponse.isGateway(301, 305, 311) || errorResponse.messageContains("token")
                ? Cause.TOKEN_INVALID
                : Cause.OTHER;
    }

    private static Cause ofKey(ErrorResponse errorResponse) {
        boolean temporary = errorResponse.sent() == SentCredentialsKind.TEMPORARY_KEY;
        if (errorResponse.isModelArts(201)) return Cause.MISSING;
        if (isExpiredByCode(errorResponse) || isInvalidByCode(errorResponse))
            return temporary ? Cause.SECURITY_TOKEN : Cause.OTHER;
        if (errorResponse.isGateway(303) || errorResponse.messageContains("signature expired")) return Cause.CLOCK_SKEW;
        if (errorResponse.messageContains("reach the limit")) return Cause.KEY_LOCKED;
        if (errorResponse.messageContains("ak not exist") || errorResponse.messageContains("get secretkey failed"))
            return Cause.KEY_UNKNOWN;
        if (errorResponse.messageContains("aksk") || errorResponse.messageContains("signature"))
            return clockIsWrong(errorResponse) ? Cause.CLOCK_SKEW : Cause.SIGNATURE_WRONG;
        if (temporary && (errorResponse.messageContains("token") || errorResponse.messageContains("expire")))
            return Cause.SECURITY_TOKEN;
        return errorResponse.messageContains("account is locked") ? Cause.ACCOUNT_LOCKED : Cause.OTHER;
    }

    private static boolean isExpiredByCode(ErrorResponse errorResponse) {
        return errorResponse.isModelArts(202, 5002, 6620) || errorResponse.isGateway(307);
    }

    private static boolean isInvalidByCode(ErrorResponse errorResponse) {
        return errorResponse.isModelArts(203, 204, 205, 206, 207, 208, 5001);
    }

    private static boolean clockIsWrong(ErrorResponse errorResponse) {
        return errorResponse.failureDetails()
                .clockSkew()
                .filter(skew -> skew.abs().compareTo(MAX_SKEW) > 0)
                .isPresent();
    }
}
