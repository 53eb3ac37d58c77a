package poolscope.api;

import java.time.Duration;
import poolscope.api.Failure.SignInRefused.Cause;

/// Why a sign-in was refused: a pure function of the code, of what was sent, and then of the message.
final class RefusedSignIn {
    /// More than this and a signature is refused for the clock (api-notes.md).
    private static final Duration MAX_SKEW = Duration.ofMinutes(15);

    private RefusedSignIn() {}

    static Cause of(Refusal refusal) {
        if (refusal.isModelArts(6201, 6203)) return Cause.SUSPENDED;
        if (refusal.isModelArts(212)) return Cause.NO_PROJECT_SCOPE;
        return switch (refusal.sent()) {
            case NOTHING -> Cause.MISSING;
            case TOKEN -> ofToken(refusal);
            case ACCESS_KEY, TEMPORARY_KEY -> ofKey(refusal);
            case PASSWORD -> refusal.says("locked") ? Cause.ACCOUNT_LOCKED : Cause.OTHER;
        };
    }

    private static Cause ofToken(Refusal refusal) {
        if (refusal.isModelArts(201)) return Cause.MISSING;
        if (isExpiredByCode(refusal)) return Cause.TOKEN_EXPIRED;
        if (isInvalidByCode(refusal)) return Cause.TOKEN_INVALID;
        if (refusal.says("expire")) return Cause.TOKEN_EXPIRED;
        if (refusal.says("account is locked")) return Cause.ACCOUNT_LOCKED;
        return refusal.isGateway(301, 305, 311) || refusal.says("token") ? Cause.TOKEN_INVALID : Cause.OTHER;
    }

    private static Cause ofKey(Refusal refusal) {
        boolean temporary = refusal.sent() == SentCredentials.TEMPORARY_KEY;
        if (refusal.isModelArts(201)) return Cause.MISSING;
        if (isExpiredByCode(refusal) || isInvalidByCode(refusal)) return temporary ? Cause.SECURITY_TOKEN : Cause.OTHER;
        if (refusal.isGateway(303) || refusal.says("signature expired")) return Cause.CLOCK_SKEW;
        if (refusal.says("reach the limit")) return Cause.KEY_LOCKED;
        if (refusal.says("ak not exist") || refusal.says("get secretkey failed")) return Cause.KEY_UNKNOWN;
        if (refusal.says("aksk") || refusal.says("signature"))
            return clockIsWrong(refusal)
                    ? Cause.CLOCK_SKEW
                    : Cause.SIGNATURE_WRONG;
        if (temporary && (refusal.says("token") || refusal.says("expire"))) return Cause.SECURITY_TOKEN;
        return refusal.says("account is locked") ? Cause.ACCOUNT_LOCKED : Cause.OTHER;
    }

    private static boolean isExpiredByCode(Refusal refusal) {
        return refusal.isModelArts(202, 5002, 6620) || refusal.isGateway(307);
    }

    private static boolean isInvalidByCode(Refusal refusal) {
        return refusal.isModelArts(203, 204, 205, 206, 207, 208, 5001);
    }

    private static boolean clockIsWrong(Refusal refusal) {
        return refusal.evidence().clockSkew().filter(skew -> skew.abs().compareTo(MAX_SKEW) > 0).isPresent();
    }
}
