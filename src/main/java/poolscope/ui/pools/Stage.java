package poolscope.ui.pools;

import java.time.Instant;
import java.util.List;
import poolscope.api.Failure;
import poolscope.connection.Connection;
import poolscope.live.Ledger;
import poolscope.live.LoadState;
import poolscope.pool.Arrangement;
import poolscope.pool.Inventory;
import poolscope.pool.PoolSet;

/// What stands where the rows would be. Each case is a screen of its own: one sentence, one action.
public sealed interface Stage {

    /// There are rows.
    record Rows() implements Stage {}

    /// There are connections, and none is ticked.
    record Unticked() implements Stage {}

    /// The first answer is not there yet.
    record Waiting() implements Stage {}

    /// There are pools, and the filter hides them all.
    record Hidden(int pools) implements Stage {}

    /// Nothing was ever read, because of this.
    record Failed(Connection connection, LoadState.Failed state) implements Stage {
        /// Whether trying again is of no use before somebody signs in otherwise.
        boolean asksForSignIn() {
            return state.failure() instanceof Failure.SignInRefused || state.failure() instanceof Failure.SecretUnavailable;
        }
    }

    /// Nothing was ever read, because this program has an error.
    record Broken(Connection connection) implements Stage {}

    /// The operator stopped the first reading before anything came.
    record Stopped() implements Stage {}

    /// The service was asked and has no pools: proven by its answer, not guessed.
    ///
    /// @param narrowing
    ///            what the service was asked for only; empty for everything
    record Empty(Connection connection, Instant asked, String narrowing) implements Stage {}

    /// The service answered with no pools, and other parts of its answer say otherwise.
    record Unproven(Connection connection) implements Stage {}

    /// Whether it is known how many pools are shown, be it none: otherwise a 0 would be a guess.
    default boolean isCounted() {
        return switch (this) {
            case Rows _,Hidden _,Unticked _,Empty _ -> true;
            case Waiting _,Failed _,Broken _,Stopped _,Unproven _ -> false;
        };
    }

    /// What to show for this account of the connections and this arrangement of `pools`.
    static Stage of(Ledger ledger, Arrangement arrangement, PoolSet pools) {
        if (arrangement.size() > 0) return new Rows();
        if (pools.size() > 0) return arrangement.set() == pools ? new Hidden(pools.size()) : new Waiting();
        if (ledger.lines().isEmpty()) return new Unticked();
        for (var line : ledger.lines()) {
            if (line.outcome() instanceof LoadState.Failed failed) return new Failed(line.connection(), failed);
            if (line.outcome() instanceof LoadState.Broken) return new Broken(line.connection());
        }
        if (ledger.isLoading() || ledger.lines().stream().anyMatch(l -> l.state() instanceof LoadState.Idle))
            return new Waiting();
        if (ledger.lines().stream().anyMatch(l -> l.state() instanceof LoadState.Cancelled)) return new Stopped();
        return proven(ledger.lines());
    }

    private static Stage proven(List<Ledger.Line> lines) {
        for (var line : lines)
            if (line.inventory().filter(Inventory::isComplete).isPresent())
                return new Empty(line.connection(), line.inventory().get().readAt(), line.narrowing());
        return lines.isEmpty() ? new Waiting() : new Unproven(lines.getFirst().connection());
    }
}
