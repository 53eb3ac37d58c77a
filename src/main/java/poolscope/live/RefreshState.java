package poolscope.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import poolscope.api.Failure;
import poolscope.api.ReadProgress;
import poolscope.pool.Inventory;

/// State of a connection's refresh. The data it has is in [ObservableConnectionInventory#inventoryProperty()].
public sealed interface RefreshState {

    /// It was never refreshed.
    record Idle() implements RefreshState {}

    /// Being refreshed since then; without progress before the first response.
    record Loading(Instant since, Optional<ReadProgress> readProgress) implements RefreshState {
        /// Most services answer sooner.
        private static final Duration USUAL = Duration.ofSeconds(3);

        /// Whether the first response takes longer than is usual.
        public boolean isSilent(Instant now) {
            return readProgress.isEmpty() && Duration.between(since, now).compareTo(USUAL) >= 0;
        }

        /// The share that was read, 0 to 1; empty while unknown.
        public Optional<Double> share() {
            return readProgress.filter(p -> p.expected() > 0).map(p -> Math.min(1, (double) p.pools() / p.expected()));
        }
    }

    /// The last refresh succeeded.
    record Loaded(Instant at) implements RefreshState {}

    /// The last refresh failed; `since` is the time of the first of `times` failures in a row.
    record Failed(Failure failure, Instant since, int times) implements RefreshState {}

    /// The last refresh ended with an unexpected error, which is in the program's log; `since` is the time of the first
    /// of `times` such errors without a success between them.
    record Broken(Instant at, Instant since, int times) implements RefreshState {}

    /// The last refresh brought a list that may be incomplete, so the complete one from before stays on screen.
    ///
    /// @param pools
    ///            number of pools it had read
    record GaveUp(Instant at, Inventory.Reason reason, int pools, Inventory.Reading reading) implements RefreshState {}

    /// The operator stopped the last refresh.
    record Cancelled(Instant at) implements RefreshState {}

    /// Nothing was asked yet.
    RefreshState IDLE = new Idle();

    default boolean isLoading() {
        return this instanceof Loading;
    }

    /// Whether the last refresh brought nothing because of a failure.
    default boolean hasFailed() {
        return switch (this) {
            case Failed _, Broken _, GaveUp _ -> true;
            case Idle _, Loading _, Loaded _, Cancelled _ -> false;
        };
    }
}
