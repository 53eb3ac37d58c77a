package poolscope.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import poolscope.api.Failure;

/// Decides when a connection is refreshed automatically: a pure function of its state.
///
/// After a success: after the interval, or four times the interval while the window is minimised. After a failure the
/// pause doubles, up to five minutes (or the interval, if that is longer), but it is at least the service's
/// `Retry-After`. After a refused sign-in never: five refusals lock the access key for all its users (P23). Nor when a
/// secret must be typed first.
///
/// @param every
///            between the end of one refresh and the start of the next; empty for no automatic refresh
/// @param hidden
///            whether the window is minimised
public record RefreshPolicy(Optional<Duration> every, boolean hidden) {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int HIDDEN_FACTOR = 4;
    private static final int MOST_DOUBLINGS = 10;

    /// For a connection. Automatic refresh that is off in the window is off for all connections.
    ///
    /// @param window
    ///            the interval of the window; empty for no automatic refresh
    /// @param own
    ///            the connection's own interval; empty for that of the window
    public static RefreshPolicy of(Optional<Duration> window, Optional<Duration> own, boolean hidden) {
        return new RefreshPolicy(window.map(own::orElse), hidden);
    }

    /// The decision.
    public sealed interface Next {
        /// Automatic refresh is switched off.
        record Off() implements Next {}

        /// A refresh is running.
        record Busy() implements Next {}

        /// Refresh at this time.
        record At(Instant due) implements Next {}

        /// Not before the operator has changed the sign-in.
        record Stopped(Failure why) implements Next {}
    }

    /// The decision for this state.
    public Next after(RefreshState state) {
        if (every.isEmpty()) return new Next.Off();
        return switch (state) {
            case RefreshState.Idle _, RefreshState.Loading _ -> new Next.Busy();
            case RefreshState.Loaded(var at) -> new Next.At(at.plus(interval()));
            case RefreshState.Cancelled(var at) -> new Next.At(at.plus(interval()));
            case RefreshState.GaveUp(var at, var _, var _, var _) -> new Next.At(at.plus(interval()));
            case RefreshState.Broken(var at, var _, var times) -> new Next.At(at.plus(pause(times)));
            case RefreshState.Failed(var failure, var _, var _) when waitsForPerson(failure) ->
                new Next.Stopped(failure);
            case RefreshState.Failed(var failure, var _, var times) ->
                new Next.At(failure.failureDetails().at().plus(longer(pause(times), asked(failure))));
        };
    }

    /// Whether a retry is useless or harmful before the operator has acted.
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

    public Duration interval() {
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
