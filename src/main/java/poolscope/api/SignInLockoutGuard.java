package poolscope.api;

import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poolscope.connection.Credentials;

/// Keeps the program from locking a key or a user out: credentials that were refused once are not sent again until a
/// person has acted, and after two refusals in five minutes nothing more is sent under that name, whatever the secret
/// (P23). One instance serves the whole program; any thread may use it.
///
/// Until the secret of a name has been accepted, one request is sent at a time and the others wait for its outcome, so
/// that a refusal costs one request. This begins anew with another secret, after a token was renewed, after a refusal,
/// when nothing was accepted for a while ([SignInLockoutKey#acceptedFor]), because tokens expire and keys are replaced,
/// and when the token that was accepted has expired.
public final class SignInLockoutGuard {
    private static final int MOST_REFUSALS = 2;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    /// A request that [#send] sends when it is allowed to.
    ///
    /// @param <T>
    ///            result of the request
    /// @param <X>
    ///            what it throws in addition
    @FunctionalInterface
    public interface GuardedRequest<T extends @Nullable Object, X extends Exception> {
        T send(Attempt attempt) throws ApiException, InterruptedException, X;
    }

    /// What a request knows of its sign-in beside its result or exception.
    public static final class Attempt {
        private Optional<SignInOutcome> outcome = Optional.empty();
        private Instant expiry = Instant.MAX;

        private Attempt() {}

        /// The secret counts as accepted until this moment at most, by the clock of the guard.
        public void expiresAt(Instant expiry) {
            this.expiry = expiry;
        }

        /// Sets the outcome where it differs from what the result or exception means.

        public void endsWith(SignInOutcome outcome) {
            this.outcome = Optional.of(outcome);
        }
    }

    /// The refusals under one name, and its requests under way.
    private static final class RefusalRecord {
        private final Deque<Instant> refusals = new ArrayDeque<>();
        private int underWay;
        private Instant acceptedUntil = Instant.MIN;
        /// Weak: the secret of a connection that was removed does not stay in memory.
        private WeakReference<@Nullable Object> acceptedSecret = new WeakReference<>(null);
        private Optional<Failure> last = Optional.empty();
    }

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Object, RefusalRecord> records = new HashMap<>();
    private final Map<SignInLockoutKey, Failure> refused = new HashMap<>();

    public SignInLockoutGuard(Clock clock) {
        this.clock = clock;
    }

    /// Drops the refused secret from memory, because its connection was removed. Recent refusals of the name still
    /// count, so that adding and removing connections can't lock it.
    public void forget(ApiTarget apiTarget) {
        namesOf(apiTarget).forEach(this::forget);
    }

    /// As [#forget(ApiTarget)], for what belongs to no project.
    public void forget(Credentials credentials, NetworkRouteAndPasswords networkRouteAndPasswords) {
        namesOf(credentials, networkRouteAndPasswords).forEach(this::forget);
    }

    private void forget(SignInLockoutKey signInLockoutKey) {
        lock.lock();
        try {
            refused.remove(signInLockoutKey);
            var refusalRecord = records.get(signInLockoutKey.name());
            if (refusalRecord == null || refusalRecord.underWay > 0) return;
            // A token has no user name that could be locked: its name is the token itself.
            if (signInLockoutKey.name().contains(signInLockoutKey.secret()) || recentRefusals(refusalRecord) == 0)
                records.remove(signInLockoutKey.name());
        } finally {
            lock.unlock();
        }
    }

    /// A person has acted (asked again, or entered the secret anew): the next request may be sent.
    public void release(ApiTarget apiTarget) {
        namesOf(apiTarget).forEach(this::release);
    }

    /// As [#release(ApiTarget)], for what belongs to no project.
    public void release(Credentials credentials, NetworkRouteAndPasswords networkRouteAndPasswords) {
        namesOf(credentials, networkRouteAndPasswords).forEach(this::release);
    }

    private static Stream<SignInLockoutKey> namesOf(ApiTarget apiTarget) {
        var known = namesOf(apiTarget.credentials(), apiTarget.networkRouteAndPasswords());
        return Stream.concat(known,
                Stream.of(SignInLockoutKey.of(apiTarget.credentials(), apiTarget.serviceAndProject())));
    }

    private static Stream<SignInLockoutKey> namesOf(Credentials credentials,
            NetworkRouteAndPasswords networkRouteAndPasswords) {
        var known = Stream.of(SignInLockoutKey.of(networkRouteAndPasswords), SignInLockoutKey.ofDomain(credentials));
        return credentials instanceof Credentials.Password user
                ? Stream.concat(known, Stream.of(SignInLockoutKey.login(user)))
                : known;
    }

    void release(SignInLockoutKey signInLockoutKey) {
        lock.lock();
        try {
            refused.remove(signInLockoutKey);
            var refusalRecord = records.get(signInLockoutKey.name());
            if (refusalRecord != null) refusalRecord.refusals.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public Optional<Failure> heldBack(SignInLockoutKey signInLockoutKey) {
        lock.lock();
        try {
            var refusalRecord = records.get(signInLockoutKey.name());
            var failure = Optional.ofNullable(refused.get(signInLockoutKey));
            return failure.isPresent() || refusalRecord == null || !isFull(refusalRecord)
                    ? failure
                    : refusalRecord.last;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until a request may be sent under this name, sends it and counts its outcome: what the request sets on its
    /// [Attempt]; otherwise accepted when it returns, [SignInOutcome#of] when it throws an [ApiException], unknown when
    /// it throws anything else.
    ///
    /// @param timeout
    ///            the longest wait before the request; the request itself has its own
    /// @param failureDetails
    ///            for the failure when that wait was too long
    /// @throws ApiException
    ///             from the request; the earlier refusal, when nothing more may be sent; or that the wait was too long
    public <T extends @Nullable Object, X extends Exception> T send(SignInLockoutKey signInLockoutKey, Duration timeout,
            Supplier<FailureDetails> failureDetails, GuardedRequest<T, X> request)
            throws ApiException, InterruptedException, X {
        if (!enter(signInLockoutKey, timeout))
            throw new ApiException(
                    new Failure.Unreachable(Failure.Unreachable.Cause.ANSWER_TIMED_OUT, failureDetails.get()));
        var attempt = new Attempt();
        SignInOutcome outcome = SignInOutcome.UNKNOWN;
        try {
            T result = request.send(attempt);
            outcome = SignInOutcome.ACCEPTED;
            return result;
        } catch (ApiException e) {
            outcome = SignInOutcome.of(e.failure());
            throw e;
        } finally {
            leave(signInLockoutKey, attempt.outcome.orElse(outcome), attempt.expiry);
        }
    }

    /// Waits for the right to send one request, which must be given back with [#leave].
    ///
    /// @return false when the timeout passed first
    /// @throws ApiException
    ///             the earlier refusal, when nothing more may be sent
    boolean enter(SignInLockoutKey signInLockoutKey, Duration timeout) throws ApiException, InterruptedException {
        if (signInLockoutKey.isNobody()) return true;
        lock.lockInterruptibly();
        try {
            long left = timeout.toNanos();
            var refusalRecord = records.computeIfAbsent(signInLockoutKey.name(), _ -> new RefusalRecord());
            while (true) {
                var held = heldBack(signInLockoutKey);
                if (held.isPresent()) throw new ApiException(held.get());
                if (refusalRecord.underWay < mostAtOnce(signInLockoutKey, refusalRecord)) break;
                if (left <= 0) return false;
                left = changed.awaitNanos(left);
            }
            refusalRecord.underWay++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private int mostAtOnce(SignInLockoutKey signInLockoutKey, RefusalRecord refusalRecord) {
        boolean isAccepted = signInLockoutKey.secret().equals(refusalRecord.acceptedSecret.get())
                && clock.instant().isBefore(refusalRecord.acceptedUntil);
        return isAccepted ? signInLockoutKey.atOnce() : 1;
    }

    /// @param expiry
    ///            when the secret expires; [Instant#MAX] when it does not
    void leave(SignInLockoutKey signInLockoutKey, SignInOutcome outcome, Instant expiry) {
        if (signInLockoutKey.isNobody()) return;
        lock.lock();
        try {
            var refusalRecord = records.computeIfAbsent(signInLockoutKey.name(), _ -> new RefusalRecord());
            refusalRecord.underWay--;
            switch (outcome) {
                case SignInOutcome.Accepted _ -> {
                    refusalRecord.acceptedSecret = new WeakReference<>(signInLockoutKey.secret());
                    var soon = clock.instant().plus(signInLockoutKey.acceptedFor());
                    refusalRecord.acceptedUntil = expiry.isBefore(soon) ? expiry : soon;
                    refusalRecord.refusals.clear();
                }
                case SignInOutcome.Refused(Failure failure) -> {
                    refusalRecord.acceptedUntil = Instant.MIN;
                    refusalRecord.refusals.addLast(clock.instant());
                    refusalRecord.last = Optional.of(failure);
                    refused.put(signInLockoutKey, failure);
                }
                case SignInOutcome.Renewed _ -> refusalRecord.acceptedUntil = Instant.MIN;
                case SignInOutcome.Unknown _ -> {
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull(RefusalRecord refusalRecord) {
        return recentRefusals(refusalRecord) >= MOST_REFUSALS;
    }

    /// The number of refusals that still count; removes the older ones.
    private int recentRefusals(RefusalRecord refusalRecord) {
        var since = clock.instant().minus(WITHIN);
        refusalRecord.refusals.removeIf(at -> at.isBefore(since));
        return refusalRecord.refusals.size();
    }
}
