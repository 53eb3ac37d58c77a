package poolscope.pool.trend;

import java.time.Instant;
import java.util.Optional;
import poolscope.pool.change.ChangeBetterOrWorse;

/// Pools got another status.
///
/// @param at
///            when it was seen; of several moments the first
/// @param worse
///            number of changes for the worse
/// @param better
///            for the better
/// @param other
///            to or from a status that is neither
public record StatusChangeCounts(Instant at, int worse, int better, int other) {

    StatusChangeCounts plus(StatusChangeCounts later) {
        return new StatusChangeCounts(at, worse + later.worse, better + later.better, other + later.other);
    }

    /// Counts what one reading found.
    static final class Counter {
        private final Instant at;
        private int worse;
        private int better;
        private int other;

        Counter(Instant at) {
            this.at = at;
        }

        void count(ChangeBetterOrWorse meaning) {
            switch (meaning) {
                case WORSE -> worse++;
                case BETTER -> better++;
                case NEUTRAL -> other++;
            }
        }

        /// Empty when no status changed.
        Optional<StatusChangeCounts> tick() {
            return worse + better + other == 0
                    ? Optional.empty()
                    : Optional.of(new StatusChangeCounts(at, worse, better, other));
        }
    }
}
