package poolscope.api.http;

import poolscope.api.Failure;

/// Classifies an error response by its status and code and, where these are ambiguous, by its message (*Refusals* in
/// api-notes.md). Never by the code alone: `APIG.0201` comes with seven statuses.
final class ErrorResponseClassifier {
    private ErrorResponseClassifier() {}

    static Failure of(ErrorResponse errorResponse) {
        int status = errorResponse.status();
        if (status >= 200 && status < 300) return ofSuccess(errorResponse);
        if (status >= 300 && status < 400)
            return unreadable(status == 304
                    ? Failure.UnreadableAnswer.Cause.WRONG_STATUS
                    : Failure.UnreadableAnswer.Cause.REDIRECTED, errorResponse);
        if (status >= 400 && status < 500) return ofClientError(errorResponse);
        if (status >= 500 && status < 600)
            return new Failure.ServiceTrouble(errorResponse.retryAfter(), errorResponse.failureDetails());
        return unreadable(Failure.UnreadableAnswer.Cause.WRONG_STATUS, errorResponse);
    }

    private static Failure ofClientError(ErrorResponse errorResponse) {
        var failureDetails = errorResponse.failureDetails();
        return switch (errorResponse.status()) {
            case 400 -> ofBadRequest(errorResponse);
            case 401 -> ofUnauthorized(errorResponse);
            case 403 -> ofForbidden(errorResponse);
            case 404 -> new Failure.NoSuchApi(failureDetails);
            case 405 -> errorResponse.isGateway(501, 502)
                    ? new Failure.QuotaUsed(failureDetails)
                    : new Failure.NoSuchApi(failureDetails);
            case 407 -> new Failure.Proxy(Failure.Proxy.Cause.LOGIN_REQUIRED, failureDetails);
            case 408 -> new Failure.ServiceTrouble(errorResponse.retryAfter(), failureDetails);
            case 413 -> errorResponse.retryAfter().isPresent()
                    ? new Failure.Throttled(errorResponse.retryAfter(), failureDetails)
                    : new Failure.BadRequest(Failure.BadRequest.Cause.TOO_LARGE, failureDetails);
            case 414, 431, 494 -> new Failure.BadRequest(Failure.BadRequest.Cause.TOO_LARGE, failureDetails);
            case 429 -> ofThrottled(errorResponse);
            default -> new Failure.BadRequest(Failure.BadRequest.Cause.OTHER, failureDetails);
        };
    }

    private static Failure ofBadRequest(ErrorResponse errorResponse) {
        if (errorResponse.isModelArts(204)) return signIn(Failure.SignInRefused.Cause.NO_PROJECT_SCOPE, errorResponse);
        if (errorResponse.isGateway(204, 607))
            return new Failure.BadRequest(Failure.BadRequest.Cause.PROTOCOL, errorResponse.failureDetails());
        boolean parameter = errorResponse.isModelArts(104, 107, 210, 6303) || errorResponse.isGateway(201, 602);
        if (!parameter) return new Failure.BadRequest(Failure.BadRequest.Cause.OTHER, errorResponse.failureDetails());
        return new Failure.BadRequest(errorResponse.messageContains("limit")
                ? Failure.BadRequest.Cause.PAGE_SIZE
                : Failure.BadRequest.Cause.PARAMETER, errorResponse.failureDetails());
    }

    /// An exhausted daily quota has the same code as ordinary throttling, but waiting some seconds doesn't help.
    private static Failure ofThrottled(ErrorResponse errorResponse) {
        boolean daily = errorResponse.messageContains("daily quota")
                || errorResponse.messageContains("quota exhausted");
        return daily
                ? new Failure.QuotaUsed(errorResponse.failureDetails())
                : new Failure.Throttled(errorResponse.retryAfter(), errorResponse.failureDetails());
    }

    private static Failure ofForbidden(ErrorResponse errorResponse) {
        if (errorResponse.isModelArts(210) || errorResponse.isGateway(310))
            return new Failure.ProjectMismatch(errorResponse.failureDetails());
        if (errorResponse.isGateway(402)) return notAllowed(Failure.NotAllowed.Cause.ADDRESS, errorResponse);
        if (errorResponse.isGateway(802)) return notAllowed(Failure.NotAllowed.Cause.REGION, errorResponse);
        boolean explained = errorResponse.error().isJson() && !errorResponse.error().code().isEmpty();
        return notAllowed(explained ? Failure.NotAllowed.Cause.PERMISSION : Failure.NotAllowed.Cause.UNEXPLAINED,
                errorResponse);
    }

    /// A 401 can also mean a missing permission (P25).
    private static Failure ofUnauthorized(ErrorResponse errorResponse) {
        if (errorResponse.isModelArts(4203, 5056))
            return notAllowed(Failure.NotAllowed.Cause.PERMISSION, errorResponse);
        return signIn(SignInRefusalClassifier.of(errorResponse), errorResponse);
    }

    /// A success status without a list: an empty or partial body, a web page, or a failure (older calls of the product
    /// respond with status 200 and `is_success: false`).
    private static Failure ofSuccess(ErrorResponse errorResponse) {
        if (errorResponse.status() == 204 || errorResponse.status() == 205)
            return unreadable(Failure.UnreadableAnswer.Cause.EMPTY, errorResponse);
        if (errorResponse.status() != 200)
            return unreadable(Failure.UnreadableAnswer.Cause.WRONG_STATUS, errorResponse);
        if (errorResponse.isGateway(301, 303, 305, 307, 311)
                || errorResponse.isModelArts(201, 202, 203, 204, 205, 206, 207, 208, 212, 5001, 5002, 6201, 6203, 6620))
            return ofUnauthorized(errorResponse);
        if (errorResponse.isGateway(302, 304, 306) || errorResponse.isModelArts(108, 112, 4203, 5056))
            return notAllowed(Failure.NotAllowed.Cause.PERMISSION, errorResponse);
        if (errorResponse.isGateway(308) || errorResponse.isModelArts(6101, 4206)) return ofThrottled(errorResponse);
        return unreadable(Failure.UnreadableAnswer.Cause.REPORTS_FAILURE, errorResponse);
    }

    private static Failure signIn(Failure.SignInRefused.Cause cause, ErrorResponse errorResponse) {
        return new Failure.SignInRefused(cause, errorResponse.failureDetails());
    }

    private static Failure notAllowed(Failure.NotAllowed.Cause cause, ErrorResponse errorResponse) {
        return new Failure.NotAllowed(cause, errorResponse.failureDetails());
    }

    private static Failure unreadable(Failure.UnreadableAnswer.Cause cause, ErrorResponse errorResponse) {
        return new Failure.UnreadableAnswer(cause, errorResponse.failureDetails());
    }
}
