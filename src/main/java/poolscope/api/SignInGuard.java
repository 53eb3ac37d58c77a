package poolscope.api;

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
import java.util.stream.Stream;
import poolscope.connection.Credentials;

/// Keeps the program from locking a key or a user out: what was refused once is not shown again until a person has
/// acted, and after two refusals in five minutes nothing more is sent under that name, whatever the secret (P23). One
/// for the program; for use by any thread.
///
/// As long as a name was never accepted, one request goes alone and the others wait to see how it fares.
public final class SignInGuard {
    private static final int MOST_REFUSALS = 2;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    /// How a request ended, as far as signing in goes.
    public sealed interface Outcome {
        /// The service knows who asked, whatever else it said.
        record Accepted() implements Outcome {}

        /// Refused for good.
        record Refused(Failure failure) implements Outcome {}

        /// Nobody knows: no answer, or one that says nothing of it.
        record Unknown() implements Outcome {}

        Outcome ACCEPTED = new Accepted();
        Outcome UNKNOWN = new Unknown();

        /// What a failure says of it.
        static Outcome of(Failure failure) {
            return switch (failure) {
                case Failure.SignInRefused refusal -> new Refused(refusal);
                case Failure.NotAllowed _, Failure.ProjectMismatch _ -> ACCEPTED;
                case Failure.SecretUnavailable _, Failure.Unreachable _, Failure.Untrusted _, Failure.Proxy _,
                        Failure.NoSuchApi _, Failure.BadRequest _, Failure.QuotaUsed _, Failure.Throttled _,
                        Failure.ServiceTrouble _, Failure.UnreadableAnswer _ ->
                    UNKNOWN;
            };
        }
    }

    /// What is known of a name.
    private static final class Standing {
        private final Deque<Instant> refusals = new ArrayDeque<>();
        private int underWay;
        private boolean accepted;
        private Optional<Failure> last = Optional.empty();
    }

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Object, Standing> standings = new HashMap<>();
    private final Map<SignInIdentity, Failure> refused = new HashMap<>();

    public SignInGuard(Clock clock) {
        this.clock = clock;
    }

    /// A person wants nothing more to do with these credentials: the secret that was refused goes out of memory. How
    /// often the name was refused is known for as long as that matters, so that a name is not locked by connections that
    /// are made and removed.
    public void forget(ApiTarget apiTarget) {
        namesOf(apiTarget).forEach(this::forget);
    }

    /// As [#forget(Approach)], for what belongs to no project.
    public void forget(Credentials credentials, NetworkPath networkPath) {
        namesOf(credentials, networkPath).forEach(this::forget);
    }

    private void forget(SignInIdentity signInIdentity) {
        lock.lock();
        try {
            refused.remove(signInIdentity);
            var standing = standings.get(signInIdentity.name());
            if (standing == null || standing.underWay > 0) return;
            // The name of a token is the token: nobody can be locked out under it.
            if (signInIdentity.name().contains(signInIdentity.secret()) || recentRefusals(standing) == 0)
                standings.remove(signInIdentity.name());
        } finally {
            lock.unlock();
        }
    }

    /// A person has acted (asked again, or entered the secret anew): the next request may be sent.
    public void release(ApiTarget apiTarget) {
        namesOf(apiTarget).forEach(this::release);
    }

    /// Why nothing is sent for this connection before a person acts, empty when nothing is held back.
    public Optional<Failure> heldBack(ApiTarget apiTarget) {
        return namesOf(apiTarget).map(this::heldBack).flatMap(Optional::stream).findFirst();
    }

    /// As [#release(Approach)], for what belongs to no project.
    public void release(Credentials credentials, NetworkPath networkPath) {
        namesOf(credentials, networkPath).forEach(this::release);
    }

    private static Stream<SignInIdentity> namesOf(ApiTarget apiTarget) {
        var known = namesOf(apiTarget.credentials(), apiTarget.networkPath());
        return Stream.concat(known, Stream.of(SignInIdentity.of(apiTarget.credentials(), apiTarget.connection())));
    }

    private static Stream<SignInIdentity> namesOf(Credentials credentials, NetworkPath networkPath) {
        var known = Stream.of(SignInIdentity.of(networkPath), SignInIdentity.ofDomain(credentials));
        return credentials instanceof Credentials.Password user
                ? Stream.concat(known, Stream.of(SignInIdentity.login(user)))
                : known;
    }

    void release(SignInIdentity signInIdentity) {
        lock.lock();
        try {
            refused.remove(signInIdentity);
            var standing = standings.get(signInIdentity.name());
            if (standing != null) standing.refusals.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public Optional<Failure> heldBack(SignInIdentity signInIdentity) {
        lock.lock();
        try {
            var standing = standings.get(signInIdentity.name());
            var failure = Optional.ofNullable(refused.get(signInIdentity));
            return failure.isPresent() || standing == null || !isFull(standing) ? failure : standing.last;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the right to send one request, which must be given back with [#leave].
    ///
    /// @return false when that took longer than the patience
    /// @throws ApiException
    ///             the earlier refusal, when nothing more may be sent
    public boolean enter(SignInIdentity signInIdentity, Duration patience) throws ApiException, InterruptedException {
        if (signInIdentity.isNobody()) return true;
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            var standing = standings.computeIfAbsent(signInIdentity.name(), _ -> new Standing());
            while (true) {
                var held = heldBack(signInIdentity);
                if (held.isPresent()) throw new ApiException(held.get());
                if (standing.underWay < (standing.accepted ? signInIdentity.atOnce() : 1)) break;
                if (left <= 0) return false;
                left = changed.awaitNanos(left);
            }
            standing.underWay++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    public void leave(SignInIdentity signInIdentity, Outcome outcome) {
        if (signInIdentity.isNobody()) return;
        lock.lock();
        try {
            var standing = standings.computeIfAbsent(signInIdentity.name(), _ -> new Standing());
            standing.underWay--;
            switch (outcome) {
                case Outcome.Accepted _ -> {
                    standing.accepted = true;
                    standing.refusals.clear();
                }
                case Outcome.Refused(Failure failure) -> {
                    standing.accepted = false;
                    standing.refusals.addLast(clock.instant());
                    standing.last = Optional.of(failure);
                    refused.put(signInIdentity, failure);
                }
                case Outcome.Unknown _ -> {
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull(Standing standing) {
        return recentRefusals(standing) >= MOST_REFUSALS;
    }

    /// How many count still; forgets the older ones.
    private int recentRefusals(Standing standing) {
        var since = clock.instant().minus(WITHIN);
        standing.refusals.removeIf(at -> at.isBefore(since));
        return standing.refusals.size();
    }
}
