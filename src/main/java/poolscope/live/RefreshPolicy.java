package poolscope.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import poolscope.api.Failure;

/// When a connection is read again by itself: a pure function of what happened last.
///
/// After a success: after the interval, four times that when nobody can see the window. After a failure the pause
/// doubles, up to five minutes (or the interval, if that is longer), and what the service asks for with `Retry-After` is
/// a floor. After a refused sign-in never: five refused ones lock the access key for everybody who uses it (P23).
/// Neither for a secret that only the operator can give.
///
/// @param every
///            between the end of one reading and the start of the next; empty means never by itself
/// @param hidden
///            whether the window is minimised
public record RefreshPolicy(Optional<Duration> every, boolean hidden) {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int HIDDEN_FACTOR = 4;
    private static final int MOST_DOUBLINGS = 10;

    /// What is to be done.
    public sealed interface Next {
        /// Automatic refresh is switched off.
        record Off() implements Next {}

        /// A reading is under way.
        record Busy() implements Next {}

        /// Read again then.
        record At(Instant due) implements Next {}

        /// Not before the operator has done something about the sign-in.
        record Stopped(Failure why) implements Next {}
    }

    /// What follows this state.
    public Next after(LoadState state) {
        if (every.isEmpty()) return new Next.Off();
        return switch (state) {
            case LoadState.Idle _, LoadState.Loading _ -> new Next.Busy();
            case LoadState.Loaded(var at) -> new Next.At(at.plus(interval()));
            case LoadState.Cancelled(var at) -> new Next.At(at.plus(interval()));
            case LoadState.GaveUp(var at, var _, var _, var _) -> new Next.At(at.plus(interval()));
            case LoadState.Broken(var at) -> new Next.At(at.plus(pause(1)));
            case LoadState.Failed(var failure, var _, var _) when waitsForPerson(failure) -> new Next.Stopped(failure);
            case LoadState.Failed(var failure, var _, var times) ->
                new Next.At(failure.failureDetails().at().plus(longer(pause(times), asked(failure))));
        };
    }

    /// Whether asking again is of no use, or does harm, before the operator has acted.
    public static boolean waitsForPerson(Failure failure) {
        return switch (failure) {
            case Failure.SignInRefused _ -> true;
            case Failure.SecretUnavailable(var cause, _) -> !cause.mayPass();
            case Failure.Unreachable _, Failure.Untrusted _, Failure.Proxy _, Failure.NotAllowed _,
                    Failure.ProjectMismatch _, Failure.NoSuchApi _, Failure.BadRequest _, Failure.QuotaUsed _,
                    Failure.Throttled _, Failure.ServiceTrouble _, Failure.UnreadableAnswer _ ->
                false;
        };
    }

    private Duration interval() {
        var usual = every.orElse(LONGEST_PAUSE);
        return hidden ? usual.multipliedBy(HIDDEN_FACTOR) : usual;
    }

    private Duration pause(int failures) {
        var doubled = interval().multipliedBy(1L << Math.clamp(failures, 0, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) <= 0 ? doubled : longer(LONGEST_PAUSE, interval());
    }

    private static Duration asked(Failure failure) {
        return failure instanceof Failure.QuotaUsed ? LONGEST_PAUSE : failure.retryAfter().orElse(Duration.ZERO);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
