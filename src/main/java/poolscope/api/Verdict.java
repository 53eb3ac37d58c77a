package poolscope.api;

/// Which failure a refusing answer means: a pure function of status, code and, where these leave several together, the words
/// (*Refusals* in api-notes.md). Never of the code alone: `APIG.0201` comes with seven statuses.
final class Verdict {
    private Verdict() {}

    static Failure of(Refusal refusal) {
        int status = refusal.status();
        if (status >= 200 && status < 300) return ofSuccess(refusal);
        if (status >= 300 && status < 400)
            return unreadable(status == 304
                    ? Failure.UnreadableAnswer.Cause.WRONG_STATUS
                    : Failure.UnreadableAnswer.Cause.REDIRECTED, refusal);
        if (status >= 400 && status < 500) return ofClientError(refusal);
        if (status >= 500 && status < 600) return new Failure.ServiceTrouble(refusal.retryAfter(), refusal.evidence());
        return unreadable(Failure.UnreadableAnswer.Cause.WRONG_STATUS, refusal);
    }

    private static Failure ofClientError(Refusal refusal) {
        var evidence = refusal.evidence();
        return switch (refusal.status()) {
            case 400 -> ofBadRequest(refusal);
            case 401 -> ofUnauthorized(refusal);
            case 403 -> ofForbidden(refusal);
            case 404 -> new Failure.NoSuchApi(evidence);
            case 405 -> refusal.isGateway(501, 502) ? new Failure.QuotaUsed(evidence) : new Failure.NoSuchApi(evidence);
            case 407 -> new Failure.Proxy(Failure.Proxy.Cause.LOGIN_REQUIRED, evidence);
            case 408 -> new Failure.ServiceTrouble(refusal.retryAfter(), evidence);
            case 413 -> refusal.retryAfter().isPresent()
                    ? new Failure.Throttled(refusal.retryAfter(), evidence)
                    : new Failure.BadRequest(Failure.BadRequest.Cause.TOO_LARGE, evidence);
            case 414, 431, 494 -> new Failure.BadRequest(Failure.BadRequest.Cause.TOO_LARGE, evidence);
            case 429 -> ofThrottled(refusal);
            default -> new Failure.BadRequest(Failure.BadRequest.Cause.OTHER, evidence);
        };
    }

    private static Failure ofBadRequest(Refusal refusal) {
        if (refusal.isModelArts(204)) return signIn(Failure.SignInRefused.Cause.NO_PROJECT_SCOPE, refusal);
        if (refusal.isGateway(204, 607)) return new Failure.BadRequest(Failure.BadRequest.Cause.PROTOCOL, refusal.evidence());
        boolean parameter = refusal.isModelArts(104, 107, 210, 6303) || refusal.isGateway(201, 602);
        if (!parameter) return new Failure.BadRequest(Failure.BadRequest.Cause.OTHER, refusal.evidence());
        return new Failure.BadRequest(refusal.says("limit")
                ? Failure.BadRequest.Cause.PAGE_SIZE
                : Failure.BadRequest.Cause.PARAMETER, refusal.evidence());
    }

    /// A daily quota comes under the code of an ordinary throttle; waiting seconds doesn't help there.
    private static Failure ofThrottled(Refusal refusal) {
        boolean daily = refusal.says("daily quota") || refusal.says("quota exhausted");
        return daily
                ? new Failure.QuotaUsed(refusal.evidence())
                : new Failure.Throttled(refusal.retryAfter(), refusal.evidence());
    }

    private static Failure ofForbidden(Refusal refusal) {
        if (refusal.isModelArts(210) || refusal.isGateway(310)) return new Failure.ProjectMismatch(refusal.evidence());
        if (refusal.isGateway(402)) return notAllowed(Failure.NotAllowed.Cause.ADDRESS, refusal);
        if (refusal.isGateway(802)) return notAllowed(Failure.NotAllowed.Cause.REGION, refusal);
        boolean explained = refusal.error().isJson() && !refusal.error().code().isEmpty();
        return notAllowed(explained ? Failure.NotAllowed.Cause.PERMISSION : Failure.NotAllowed.Cause.UNEXPLAINED, refusal);
    }

    /// 401 is not one thing (P25).
    private static Failure ofUnauthorized(Refusal refusal) {
        if (refusal.isModelArts(4203, 5056)) return notAllowed(Failure.NotAllowed.Cause.PERMISSION, refusal);
        return signIn(RefusedSignIn.of(refusal), refusal);
    }

    /// A success without a list: nothing, a part, a web page, or a failure in disguise (older calls of the product answer 200
    /// with `is_success: false`).
    private static Failure ofSuccess(Refusal refusal) {
        if (refusal.status() == 204 || refusal.status() == 205) return unreadable(Failure.UnreadableAnswer.Cause.EMPTY, refusal);
        if (refusal.status() != 200) return unreadable(Failure.UnreadableAnswer.Cause.WRONG_STATUS, refusal);
        if (refusal.isGateway(301, 303, 305, 307, 311) || refusal.isModelArts(201, 202, 203, 204, 205, 206, 207, 208, 212, 5001,
                5002, 6201, 6203, 6620))
            return ofUnauthorized(refusal);
        if (refusal.isGateway(302, 304, 306) || refusal.isModelArts(108, 112, 4203, 5056))
            return notAllowed(
                    Failure.NotAllowed.Cause.PERMISSION, refusal);
        if (refusal.isGateway(308) || refusal.isModelArts(6101, 4206)) return ofThrottled(refusal);
        return unreadable(Failure.UnreadableAnswer.Cause.REPORTS_FAILURE, refusal);
    }

    private static Failure signIn(Failure.SignInRefused.Cause cause, Refusal refusal) {
        return new Failure.SignInRefused(cause, refusal.evidence());
    }

    private static Failure notAllowed(Failure.NotAllowed.Cause cause, Refusal refusal) {
        return new Failure.NotAllowed(cause, refusal.evidence());
    }

    private static Failure unreadable(Failure.UnreadableAnswer.Cause cause, Refusal refusal) {
        return new Failure.UnreadableAnswer(cause, refusal.evidence());
    }
}
