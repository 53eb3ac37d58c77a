package poolscope.ui.pools;

import java.time.Instant;
import java.util.List;
import poolscope.api.Failure;
import poolscope.connection.Connection;
import poolscope.live.LoadState;
import poolscope.live.SourcesStatus;
import poolscope.pool.Inventory;
import poolscope.pool.table.Arrangement;
import poolscope.pool.table.PoolSet;

/// What stands where the rows would be. Each case is a screen of its own: one sentence, one action.
public sealed interface EmptyState {

    /// There are rows.
    record Rows() implements EmptyState {}

    /// There are connections, and none is ticked.
    record Unticked() implements EmptyState {}

    /// The first answer is not there yet.
    record Waiting() implements EmptyState {}

    /// There are pools, and the filter hides them all.
    record Hidden(int pools) implements EmptyState {}

    /// Nothing was ever read, because of this.
    record Failed(Connection connection, LoadState.Failed state) implements EmptyState {
        /// Whether trying again is of no use before somebody signs in otherwise.
        public boolean asksForSignIn() {
            return state.failure() instanceof Failure.SignInRefused
                    || state.failure() instanceof Failure.SecretUnavailable;
        }
    }

    /// Nothing was ever read, because this program has an error.
    record Broken(Connection connection) implements EmptyState {}

    /// The operator stopped the first reading before anything came.
    record Stopped() implements EmptyState {}

    /// The service was asked and has no pools: proven by its answer, not guessed.
    ///
    /// @param narrowing
    ///            what the service was asked for only; empty for everything
    record Empty(Connection connection, Instant asked, String narrowing) implements EmptyState {}

    /// The service answered with no pools, and other parts of its answer say otherwise.
    record Unproven(Connection connection) implements EmptyState {}

    /// Whether it is known how many pools are shown, be it none: otherwise a 0 would be a guess.
    default boolean isCounted() {
        return switch (this) {
            case Rows _, Hidden _, Unticked _, Empty _ -> true;
            case Waiting _, Failed _, Broken _, Stopped _, Unproven _ -> false;
        };
    }

    /// What to show for this account of the connections and this arrangement of `pools`.
    static EmptyState of(SourcesStatus sourcesStatus, Arrangement arrangement, PoolSet pools) {
        if (arrangement.size() > 0) return new Rows();
        if (pools.size() > 0) return arrangement.set() == pools ? new Hidden(pools.size()) : new Waiting();
        if (sourcesStatus.lines().isEmpty()) return new Unticked();
        for (var sourceStatus : sourcesStatus.lines()) {
            if (sourceStatus.outcome() instanceof LoadState.Failed failed)
                return new Failed(sourceStatus.connection(), failed);
            if (sourceStatus.outcome() instanceof LoadState.Broken) return new Broken(sourceStatus.connection());
        }
        if (sourcesStatus.isLoading()
                || sourcesStatus.lines().stream().anyMatch(l -> l.state() instanceof LoadState.Idle))
            return new Waiting();
        if (sourcesStatus.lines().stream().anyMatch(l -> l.state() instanceof LoadState.Cancelled))
            return new Stopped();
        return proven(sourcesStatus.lines());
    }

    private static EmptyState proven(List<SourcesStatus.SourceStatus> lines) {
        for (var sourceStatus : lines)
            if (sourceStatus.inventory().filter(Inventory::isComplete).isPresent())
                return new Empty(sourceStatus.connection(), sourceStatus.inventory().get().readAt(),
                        sourceStatus.narrowing());
        return lines.isEmpty() ? new Waiting() : new Unproven(lines.getFirst().connection());
    }
}
