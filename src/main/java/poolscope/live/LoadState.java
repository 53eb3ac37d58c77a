package poolscope.live;

import java.time.Instant;
import java.util.Optional;
import poolscope.api.Failure;
import poolscope.api.Progress;
import poolscope.pool.Inventory;

/// What one connection is doing: one state, not four booleans. What it has is another matter
/// ([PalettePools#inventoryProperty()]).
public sealed interface LoadState {

    /// Nothing was asked yet.
    record Idle() implements LoadState {}

    /// Reading since then; without progress before the first answer.
    record Loading(Instant since, Optional<Progress> progress) implements LoadState {

        /// How much is read, 0 to 1; empty while that is not known.
        public Optional<Double> share() {
            return progress.filter(p -> p.expected() > 0).map(p -> Math.min(1, (double) p.pools() / p.expected()));
        }
    }

    /// The last reading ended well.
    record Loaded(Instant at) implements LoadState {}

    /// The last reading failed; `since` is when the first of `times` failures in a row came.
    record Failed(Failure failure, Instant since, int times) implements LoadState {}

    /// The last reading ended in an error of this program; the log has it.
    record Broken(Instant at) implements LoadState {}

    /// The last reading ended without proof that it is whole, and the whole list of before stays on screen.
    ///
    /// @param pools
    ///            how many it had read
    record GaveUp(Instant at, Inventory.Reason reason, int pools, Inventory.Reading reading) implements LoadState {}

    /// The operator stopped the last reading.
    record Cancelled(Instant at) implements LoadState {}

    /// Nothing was asked yet.
    LoadState IDLE = new Idle();

    default boolean isLoading() {
        return this instanceof Loading;
    }

    /// Whether the last reading brought nothing to show for it, by a fault and not by somebody's wish.
    default boolean hasFailed() {
        return switch (this) {
            case Failed _, Broken _, GaveUp _ -> true;
            case Idle _, Loading _, Loaded _, Cancelled _ -> false;
        };
    }
}
