package poolscope.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import poolscope.connection.Secret;

/// Signs with a token that a password got, and gets a new one ahead of its end. However many requests need one at once, IAM is
/// asked once (P24); a refused password is not tried again before a person acts (P23).
final class PasswordSigner implements RequestSigner {
    /// A token is renewed this long before its end, as Huawei's own SDK does.
    static final Duration AHEAD = Duration.ofMinutes(40);
    /// What a token lives when IAM doesn't say (api-notes.md).
    private static final Duration USUAL_LIFE = Duration.ofHours(24);
    /// A token refused so soon after its issue is not refused for its age: another one would not do better.
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final TokenPost post;
    private final Who who;
    private final HttpTransport iam;
    private final Redaction redaction;
    private final Surroundings surroundings;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong failures = new AtomicLong();
    private volatile Optional<Failure> lastFailure = Optional.empty();
    private @Nullable Held held;

    /// @param issuedAt
    ///            by our wall clock
    /// @param issuedNanos
    ///            by our monotonic clock
    private record Held(Secret token, Duration life, Instant issuedAt, long issuedNanos) {}

    /// @param redaction
    ///            learns the token
    PasswordSigner(TokenPost post, Way way, Redaction redaction, Surroundings surroundings) {
        this.post = post;
        this.who = Who.login(post.user());
        this.iam = new HttpTransport(post.user().iam(), way, redaction, surroundings);
        this.redaction = redaction;
        this.surroundings = surroundings;
    }

    @Override
    public Map<String, String> sign(Outgoing request, Instant now, Duration patience) throws ApiException, InterruptedException {
        return Map.of("x-auth-token", token(surroundings.nanoTime().getAsLong() + patience.toNanos()).reveal());
    }

    /// Forgets the token that was refused, so that [#sign] gets another. Of many requests refused with one token, the first does
    /// that; the others find a newer one.
    @Override
    public boolean renew(Failure.SignInRefused refusal, Outgoing refused) throws InterruptedException {
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

    /// The token that is good now. Those who wait while one is being got share what comes of it, token or failure.
    ///
    /// @param until
    ///            [Surroundings#nanoTime] at which it must be there
    private Secret token(long until) throws ApiException, InterruptedException {
        long failuresBefore = failures.get();
        if (!lock.tryLock(surroundings.until(until).toNanos(), TimeUnit.NANOSECONDS)) throw tooLate();
        try {
            if (held != null && isGood(held)) return held.token;
            var failure = lastFailure;
            if (failures.get() != failuresBefore && failure.isPresent()) throw new ApiException(failure.get());
            var granted = signIn(until);
            redaction.learn(granted.token().reveal());
            held = new Held(granted.token(), granted.life().orElse(USUAL_LIFE), surroundings.clock().instant(), surroundings
                    .nanoTime().getAsLong());
            return held.token;
        } catch (ApiException e) {
            lastFailure = Optional.of(e.failure());
            failures.incrementAndGet();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private TokenPost.Granted signIn(long until) throws ApiException, InterruptedException {
        var guard = surroundings.guard();
        if (!guard.enter(who, surroundings.until(until))) throw tooLate();
        SignInGuard.End end = SignInGuard.End.UNKNOWN;
        try {
            var granted = post.send(iam, redaction, surroundings.until(until));
            end = SignInGuard.End.ACCEPTED;
            return granted;
        } catch (ApiException e) {
            end = SignInGuard.End.of(e.failure());
            throw e;
        } finally {
            guard.leave(who, end);
        }
    }

    private ApiException tooLate() {
        return new ApiException(new Failure.Unreachable(Failure.Unreachable.Cause.ANSWER_TIMED_OUT, Evidence.of(post.asked(),
                surroundings.clock().instant())));
    }

    private boolean isGood(Held token) {
        var ahead = AHEAD.compareTo(token.life.dividedBy(2)) < 0 ? AHEAD : token.life.dividedBy(2);
        return age(token).compareTo(token.life.minus(ahead)) < 0;
    }

    /// By the clock that went further: the monotonic one may stand still while the computer sleeps, the other may be set back.
    private Duration age(Held token) {
        var wall = Duration.between(token.issuedAt, surroundings.clock().instant());
        var monotonic = Duration.ofNanos(surroundings.nanoTime().getAsLong() - token.issuedNanos);
        return wall.compareTo(monotonic) > 0 ? wall : monotonic;
    }

    /// Only a token that is over or can't be decoded gets a successor (*Refusals* in api-notes.md).
    private static boolean isAboutTheToken(Failure.SignInRefused refusal) {
        return switch (refusal.cause()) {
            case TOKEN_EXPIRED -> true;
            case TOKEN_INVALID -> refusal.evidence().code().startsWith("API");
            case MISSING, SIGNATURE_WRONG, SECURITY_TOKEN, KEY_UNKNOWN, KEY_LOCKED, ACCOUNT_LOCKED, CLOCK_SKEW,
                    NO_PROJECT_SCOPE,
                    SUSPENDED,
                    OTHER ->
                false;
        };
    }

    @Override
    public void close() {
        iam.close();
    }
}
