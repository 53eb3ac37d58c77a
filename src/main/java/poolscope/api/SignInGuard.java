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

/// Keeps the program from locking a key or a user out: what was refused once is not shown again until a person has acted, and
/// after two refusals in five minutes nothing more is sent under that name, whatever the secret (P23). One for the program; for
/// use by any thread.
///
/// As long as a name was never accepted, one request goes alone and the others wait to see how it fares.
public final class SignInGuard {
    private static final int MOST_REFUSALS = 2;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    /// How a request ended, as far as signing in goes.
    sealed interface End {
        /// The service knows who asked, whatever else it said.
        record Accepted() implements End {}

        /// Refused for good.
        record Refused(Failure failure) implements End {}

        /// Nobody knows: no answer, or one that says nothing of it.
        record Unknown() implements End {}

        End ACCEPTED = new Accepted();
        End UNKNOWN = new Unknown();

        /// What a failure says of it.
        static End of(Failure failure) {
            return switch (failure) {
                case Failure.SignInRefused refusal -> new Refused(refusal);
                case Failure.NotAllowed _,Failure.ProjectMismatch _ -> ACCEPTED;
                case Failure.SecretUnavailable _,Failure.Unreachable _,Failure.Untrusted _,Failure.Proxy _,Failure.NoSuchApi _,Failure.BadRequest _,Failure.QuotaUsed _,Failure.Throttled _,Failure.ServiceTrouble _,Failure.UnreadableAnswer _ ->
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
    private final Map<Who, Failure> refused = new HashMap<>();

    public SignInGuard(Clock clock) {
        this.clock = clock;
    }

    /// A person wants nothing more to do with these credentials: the secret that was refused goes out of memory. How often the
    /// name was refused is known for as long as that matters, so that a name is not locked by connections that are made
    /// and removed.
    public void forget(Approach approach) {
        namesOf(approach).forEach(this::forget);
    }

    /// As [#forget(Approach)], for what belongs to no project.
    public void forget(Credentials credentials, Way way) {
        namesOf(credentials, way).forEach(this::forget);
    }

    private void forget(Who who) {
        lock.lock();
        try {
            refused.remove(who);
            var standing = standings.get(who.name());
            if (standing == null || standing.underWay > 0) return;
            // The name of a token is the token: nobody can be locked out under it.
            if (who.name().contains(who.secret()) || recentRefusals(standing) == 0) standings.remove(who.name());
        } finally {
            lock.unlock();
        }
    }

    /// A person has acted (asked again, or entered the secret anew): the next request may be sent.
    public void release(Approach approach) {
        namesOf(approach).forEach(this::release);
    }

    /// Why nothing is sent for this connection before a person acts, empty when nothing is held back.
    public Optional<Failure> heldBack(Approach approach) {
        return namesOf(approach).map(this::heldBack).flatMap(Optional::stream).findFirst();
    }

    /// As [#release(Approach)], for what belongs to no project.
    void release(Credentials credentials, Way way) {
        namesOf(credentials, way).forEach(this::release);
    }

    private static Stream<Who> namesOf(Approach approach) {
        var known = namesOf(approach.credentials(), approach.way());
        return Stream.concat(known, Stream.of(Who.of(approach.credentials(), approach.connection())));
    }

    private static Stream<Who> namesOf(Credentials credentials, Way way) {
        var known = Stream.of(Who.of(way), Who.ofDomain(credentials));
        return credentials instanceof Credentials.Password user ? Stream.concat(known, Stream.of(Who.login(user))) : known;
    }

    void release(Who who) {
        lock.lock();
        try {
            refused.remove(who);
            var standing = standings.get(who.name());
            if (standing != null) standing.refusals.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Optional<Failure> heldBack(Who who) {
        lock.lock();
        try {
            var standing = standings.get(who.name());
            var failure = Optional.ofNullable(refused.get(who));
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
    boolean enter(Who who, Duration patience) throws ApiException, InterruptedException {
        if (who.isNobody()) return true;
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            var standing = standings.computeIfAbsent(who.name(), _ -> new Standing());
            while (true) {
                var held = heldBack(who);
                if (held.isPresent()) throw new ApiException(held.get());
                if (standing.underWay < (standing.accepted ? who.atOnce() : 1)) break;
                if (left <= 0) return false;
                left = changed.awaitNanos(left);
            }
            standing.underWay++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave(Who who, End end) {
        if (who.isNobody()) return;
        lock.lock();
        try {
            var standing = standings.computeIfAbsent(who.name(), _ -> new Standing());
            standing.underWay--;
            switch (end) {
                case End.Accepted _ -> {
                    standing.accepted = true;
                    standing.refusals.clear();
                }
                case End.Refused(Failure failure) -> {
                    standing.accepted = false;
                    standing.refusals.addLast(clock.instant());
                    standing.last = Optional.of(failure);
                    refused.put(who, failure);
                }
                case End.Unknown _ -> {
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
