package poolscope.api.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.SignInLockoutKey;
import poolscope.api.http.ApiRequest;
import poolscope.api.http.HttpTransport;
import poolscope.api.http.SecretRedaction;
import poolscope.connection.Secret;

/// Signs with a token that it requests with the user's password, and renews it before it expires. Requests that need a
/// token at the same time share one request to IAM (P24); a refused password is not sent again before a person
/// acts (P23).
final class PasswordSigner implements RequestSigner {
    /// A token is renewed this long before its end, as Huawei's own SDK does.
    static final Duration AHEAD = Duration.ofMinutes(40);
    /// The lifetime of a token when IAM doesn't say (api-notes.md).
    private static final Duration DEFAULT_LIFE = Duration.ofHours(24);
    /// A token that is refused this soon after its issue has not expired: a new one would be refused too.
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final TokenRequest post;
    private final SignInLockoutKey signInLockoutKey;
    private final HttpTransport iam;
    private final SecretRedaction secretRedaction;
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong failures = new AtomicLong();
    private volatile Optional<Failure> lastFailure = Optional.empty();
    private @Nullable Held held;
    private volatile Optional<Instant> expiry = Optional.empty();

    /// @param issuedAt
    ///            by our wall clock
    /// @param issuedNanos
    ///            by our monotonic clock
    private record Held(Secret token, Duration life, Instant issuedAt, long issuedNanos) {}

    /// @param secretRedaction
    ///            removes the token from logs and failures, once it is known
    PasswordSigner(TokenRequest post, NetworkRouteAndPasswords networkRouteAndPasswords,
            SecretRedaction secretRedaction, RequestClockAndTimeouts requestClockAndTimeouts) {
        this.post = post;
        this.signInLockoutKey = SignInLockoutKey.login(post.user());
        this.iam = new HttpTransport(post.user().iam(), networkRouteAndPasswords, secretRedaction,
                requestClockAndTimeouts);
        this.secretRedaction = secretRedaction;
        this.requestClockAndTimeouts = requestClockAndTimeouts;
    }

    @Override
    public Map<String, String> sign(ApiRequest request, Instant now, Duration timeout)
            throws ApiException, InterruptedException {
        return Map.of("x-auth-token",
                token(requestClockAndTimeouts.nanoTime().getAsLong() + timeout.toNanos()).reveal());
    }

    /// Drops the refused token, so that [#sign] requests another. When several requests are refused with one token,
    /// only the first drops it; the others use the newer one.
    @Override
    public boolean renew(Failure.SignInRefused refusal, ApiRequest refused) throws InterruptedException {
        if (!isAboutTheToken(refusal)) return false;
        lock.lockInterruptibly();
        try {
            if (held == null || !held.token.reveal().equals(refused.headers().get("x-auth-token"))) return true;
            if (age(held).compareTo(FRESH) < 0) return false;
            held = null;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// The valid token. Callers that wait while one is requested share the result, token or failure.
    ///
    /// @param until
    ///            [RequestClockAndTimeouts#nanoTime] until which the call may wait
    private Secret token(long until) throws ApiException, InterruptedException {
        long failuresBefore = failures.get();
        if (!lock.tryLock(requestClockAndTimeouts.until(until).toNanos(), TimeUnit.NANOSECONDS))
            throw new ApiException(
                    new Failure.Unreachable(Failure.Unreachable.Cause.ANSWER_TIMED_OUT, failureDetails()));
        try {
            if (held != null && isGood(held)) return held.token;
            var failure = lastFailure;
            if (failures.get() != failuresBefore && failure.isPresent()) throw new ApiException(failure.get());
            var granted = signIn(until);
            secretRedaction.learn(granted.token().reveal());
            held = new Held(granted.token(), granted.life().orElse(DEFAULT_LIFE),
                    requestClockAndTimeouts.clock().instant(), requestClockAndTimeouts.nanoTime().getAsLong());
            expiry = granted.life().map(held.issuedAt::plus);
            return held.token;
        } catch (ApiException e) {
            lastFailure = Optional.of(e.failure());
            failures.incrementAndGet();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private TokenRequest.IssuedToken signIn(long until) throws ApiException, InterruptedException {
        return requestClockAndTimeouts.guard()
                .send(signInLockoutKey, requestClockAndTimeouts.until(until), this::failureDetails,
                        _ -> post.send(iam, secretRedaction, requestClockAndTimeouts.until(until)));
    }

    private FailureDetails failureDetails() {
        return FailureDetails.of(post.requestLine(), requestClockAndTimeouts.clock().instant());
    }

    private boolean isGood(Held token) {
        var ahead = AHEAD.compareTo(token.life.dividedBy(2)) < 0 ? AHEAD : token.life.dividedBy(2);
        return age(token).compareTo(token.life.minus(ahead)) < 0;
    }

    /// The larger of two measurements: the monotonic clock may stop while the computer sleeps, and the wall clock may
    /// be set back.
    private Duration age(Held token) {
        var wall = Duration.between(token.issuedAt, requestClockAndTimeouts.clock().instant());
        var monotonic = Duration.ofNanos(requestClockAndTimeouts.nanoTime().getAsLong() - token.issuedNanos);
        return wall.compareTo(monotonic) > 0 ? wall : monotonic;
    }

    /// Only a token that has expired or can't be decoded is replaced (*Refusals* in api-notes.md).
    private static boolean isAboutTheToken(Failure.SignInRefused refusal) {
        return switch (refusal.cause()) {
            case TOKEN_EXPIRED -> true;
            case TOKEN_INVALID -> refusal.failureDetails().code().startsWith("API");
            case MISSING, SIGNATURE_WRONG, SECURITY_TOKEN, KEY_UNKNOWN, KEY_LOCKED, ACCOUNT_LOCKED, CLOCK_SKEW,
                    NO_PROJECT_SCOPE, SUSPENDED, OTHER ->
                false;
        };
    }

    /// IAM says how long a token lives, so that the local clock does not matter.
    @Override
    public Optional<Instant> tokenExpiry(Duration clockSkew) {
        return expiry;
    }

    @Override
    public boolean signsLocally() {
        return false;
    }

    @Override
    public void close() {
        iam.close();
    }
}
