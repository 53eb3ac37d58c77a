package poolscope.live.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import poolscope.api.Failure;
import poolscope.live.AllConnectionsStatus.SourceStatus;
import poolscope.live.RefreshPolicy;
import poolscope.live.RefreshState;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.watch.ConnectionWatchObstacle;

/// Why a connection can't be watched now.
///
/// @param connection
///            its name
/// @param readAt
///            of the pools that are known; empty when none are
/// @param waitsForPerson
///            whether it will not pass by itself
public record ConnectionWatchInterruption(String connectionId, String connection, ConnectionWatchObstacle obstacle,
        Optional<Instant> readAt, boolean waitsForPerson) {
    private static final int PERIODS_TO_BE_LATE = 3;

    /// The interruption of a connection; empty while it can be watched, also before its first refresh has ended.
    static Optional<ConnectionWatchInterruption> of(SourceStatus source, RefreshPolicy policy, Instant now) {
        return obstacle(source, policy, now)
                .map(obstacle -> new ConnectionWatchInterruption(source.serviceAndProject().id(),
                        source.serviceAndProject().name(), obstacle, source.inventory().map(one -> one.readAt()),
                        source.outcome() instanceof RefreshState.Failed(var failure, var _, var _)
                                && RefreshPolicy.waitsForPerson(failure)));
    }

    private static Optional<ConnectionWatchObstacle> obstacle(SourceStatus source, RefreshPolicy policy, Instant now) {
        var late = policy.every().map(_ -> policy.interval().multipliedBy(PERIODS_TO_BE_LATE));
        return switch (source.outcome()) {
            case RefreshState.Failed(var failure, var _, var _) -> Optional.of(obstacle(failure));
            case RefreshState.Broken _ -> Optional.of(ConnectionWatchObstacle.PROGRAM_ERROR);
            case RefreshState.GaveUp _ -> Optional.of(ConnectionWatchObstacle.INCOMPLETE);
            case RefreshState.Loaded(var at) when source.inventory()
                    .filter(one -> one.coverage() instanceof Coverage.Incomplete)
                    .isPresent() ->
                Optional.of(ConnectionWatchObstacle.INCOMPLETE);
            case RefreshState.Loaded(var at) -> lateSince(at, late, now);
            case RefreshState.Loading(var since, var _) -> lateSince(since, late, now);
            case RefreshState.Idle _, RefreshState.Cancelled _ -> Optional.empty();
        };
    }

    private static Optional<ConnectionWatchObstacle> lateSince(Instant at, Optional<Duration> late, Instant now) {
        return late.filter(duration -> at.plus(duration).isBefore(now)).map(_ -> ConnectionWatchObstacle.LATE);
    }

    private static ConnectionWatchObstacle obstacle(Failure failure) {
        return switch (failure) {
            case Failure.SignInRefused _ -> ConnectionWatchObstacle.SIGN_IN_REFUSED;
            case Failure.SecretUnavailable _ -> ConnectionWatchObstacle.SECRET_MISSING;
            case Failure.NotAllowed _ -> ConnectionWatchObstacle.NOT_ALLOWED;
            case Failure.Unreachable _, Failure.Proxy _, Failure.Untrusted _ -> ConnectionWatchObstacle.UNREACHABLE;
            case Failure.ProjectMismatch _, Failure.NoSuchApi _, Failure.BadRequest _, Failure.QuotaUsed _,
                    Failure.Throttled _, Failure.ServiceTrouble _, Failure.UnreadableAnswer _ ->
                ConnectionWatchObstacle.FAILED;
        };
    }
}
