package poolscope.api.signin;

import java.time.Duration;
import java.util.Optional;
import poolscope.api.Failure;

/// Whether and when to retry: a pure function of the failure, the number of attempts, and a random number (P15, P16).
///
/// At most three attempts, with full jitter: every pause from zero to the bound is equally likely, so that many clients
/// don't retry at the same time.
public final class RetryPolicy {
    static final int MAX_ATTEMPTS = 3;
    public static final Duration CAP = Duration.ofSeconds(20);
    private static final Duration BASE = Duration.ofMillis(100);
    private static final Duration THROTTLED_BASE = Duration.ofSeconds(1);

    private RetryPolicy() {}

    /// The pause before the next attempt; empty when a retry doesn't help.
    ///
    /// @param attempts
    ///            attempts so far, from 1
    /// @param random
    ///            0 to 1, exclusive
    static Optional<Duration> pause(Failure failure, int attempts, double random) {
        if (attempts >= attemptsFor(failure)) return Optional.empty();
        Duration floor = failure.retryAfter().orElse(Duration.ZERO);
        if (floor.compareTo(CAP) > 0) return Optional.empty();
        Duration base = failure instanceof Failure.Throttled ? THROTTLED_BASE : BASE;
        Duration bound = min(base.multipliedBy(1L << Math.min(attempts - 1, 20)), CAP);
        return Optional.of(min(floor.plusNanos((long) (bound.toNanos() * random)), CAP));
    }

    private static int attemptsFor(Failure failure) {
        return switch (failure) {
            case Failure.Unreachable _, Failure.Throttled _, Failure.ServiceTrouble _ -> MAX_ATTEMPTS;
            case Failure.Proxy proxy -> switch (proxy.cause()) {
                case CANNOT_REACH, NAME_UNKNOWN, NOTHING_LISTENS, CONNECT_TIMED_OUT, NO_ROUTE, NO_PROXY -> MAX_ATTEMPTS;
                case LOGIN_REQUIRED, REFUSED -> 1;
            };
            case Failure.UnreadableAnswer answer -> switch (answer.cause()) {
                case TRUNCATED -> MAX_ATTEMPTS;
                case EMPTY -> 2;
                case WEB_PAGE, NOT_JSON, TOO_LARGE, TOO_MANY_ENTRIES, TOO_DEEP, NUMBER_TOO_LONG, TEXT_TOO_LONG,
                        DUPLICATE_NAME, HEADERS_TOO_LARGE, NOT_HTTP, REDIRECTED, NOT_A_LIST, WRONG_SHAPE, ENCODED,
                        DAMAGED_GZIP, WRONG_STATUS, REPORTS_FAILURE ->
                    1;
            };
            case Failure.Untrusted _, Failure.SecretUnavailable _, Failure.SignInRefused _, Failure.NotAllowed _,
                    Failure.ProjectMismatch _, Failure.NoSuchApi _, Failure.BadRequest _, Failure.QuotaUsed _ ->
                1;
        };
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
