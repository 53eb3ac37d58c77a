package poolscope.api.http;

import java.time.Duration;
import poolscope.api.Failure.SignInRefused.Cause;

/// Why a sign-in was refused: a pure function of the code, of what was sent, and then of the message.
final class SignInRefusalClassifier {
    /// More than this and a signature is refused for the clock (api-notes.md).
    private static final Duration MAX_SKEW = Duration.ofMinutes(15);

    private SignInRefusalClassifier() {}

    static Cause of(ErrorResponse errorResponse) {
        if (errorResponse.isModelArts(6201, 6203)) return Cause.SUSPENDED;
        if (errorResponse.isModelArts(212)) return Cause.NO_PROJECT_SCOPE;
        return switch (errorResponse.sent()) {
            case NOTHING -> Cause.MISSING;
            case TOKEN -> ofToken(errorResponse);
            case ACCESS_KEY, TEMPORARY_KEY -> ofKey(errorResponse);
            case PASSWORD -> errorResponse.says("locked") ? Cause.ACCOUNT_LOCKED : Cause.OTHER;
        };
    }

    private static Cause ofToken(ErrorResponse errorResponse) {
        if (errorResponse.isModelArts(201)) return Cause.MISSING;
        if (isExpiredByCode(errorResponse)) return Cause.TOKEN_EXPIRED;
        if (isInvalidByCode(errorResponse)) return Cause.TOKEN_INVALID;
        if (errorResponse.says("expire")) return Cause.TOKEN_EXPIRED;
        if (errorResponse.says("account is locked")) return Cause.ACCOUNT_LOCKED;
        return errorResponse.isGateway(301, 305, 311) || errorResponse.says("token")
                ? Cause.TOKEN_INVALID
                : Cause.OTHER;
    }

    private static Cause ofKey(ErrorResponse errorResponse) {
        boolean temporary = errorResponse.sent() == SentCredentials.TEMPORARY_KEY;
        if (errorResponse.isModelArts(201)) return Cause.MISSING;
        if (isExpiredByCode(errorResponse) || isInvalidByCode(errorResponse))
            return temporary ? Cause.SECURITY_TOKEN : Cause.OTHER;
        if (errorResponse.isGateway(303) || errorResponse.says("signature expired")) return Cause.CLOCK_SKEW;
        if (errorResponse.says("reach the limit")) return Cause.KEY_LOCKED;
        if (errorResponse.says("ak not exist") || errorResponse.says("get secretkey failed")) return Cause.KEY_UNKNOWN;
        if (errorResponse.says("aksk") || errorResponse.says("signature"))
            return clockIsWrong(errorResponse) ? Cause.CLOCK_SKEW : Cause.SIGNATURE_WRONG;
        if (temporary && (errorResponse.says("token") || errorResponse.says("expire"))) return Cause.SECURITY_TOKEN;
        return errorResponse.says("account is locked") ? Cause.ACCOUNT_LOCKED : Cause.OTHER;
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
