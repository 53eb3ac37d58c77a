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

/// What the table shows instead of rows: for each case one sentence and one action.
public sealed interface EmptyState {

    /// There are rows.
    record Rows() implements EmptyState {}

    /// There are connections, and none is ticked.
    record Unticked() implements EmptyState {}

    /// The first response has not arrived yet.
    record Waiting() implements EmptyState {}

    /// There are pools, and the filter hides them all.
    record Hidden(int pools) implements EmptyState {}

    /// Nothing was ever read; the last attempt failed.
    record Failed(Connection connection, LoadState.Failed state) implements EmptyState {
        /// Whether a retry is useless until the sign-in is changed.
        public boolean asksForSignIn() {
            return state.failure() instanceof Failure.SignInRefused
                    || state.failure() instanceof Failure.SecretUnavailable;
        }
    }

    /// Nothing was ever read, because this program has an error.
    record Broken(Connection connection) implements EmptyState {}

    /// The operator stopped the first refresh before it returned anything.
    record Stopped() implements EmptyState {}

    /// The service has no pools: its response proves it.
    ///
    /// @param narrowing
    ///            the restriction of the query; empty when all pools were asked for
    record Empty(Connection connection, Instant asked, String narrowing) implements EmptyState {}

    /// The response lists no pools, and another part of it contradicts that.
    record Unproven(Connection connection) implements EmptyState {}

    /// Whether the number of pools shown is known, even if it is 0.
    default boolean isCounted() {
        return switch (this) {
            case Rows _, Hidden _, Unticked _, Empty _ -> true;
            case Waiting _, Failed _, Broken _, Stopped _, Unproven _ -> false;
        };
    }

    /// The state for these connections and this arrangement of `pools`.
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
