package poolscope.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import poolscope.pool.Pool;

/// What a segment says of one moment.
sealed interface SegmentEntry {

    Instant readAt();

    /// All pools at the moment with which the segment begins.
    ///
    /// @param byNumber
    ///            the pools with the numbers that later lines of the segment use
    /// @param connections
    ///            of a snapshot, of how many connections it is; empty in a history
    /// @param isBesideOthers
    ///            whether another segment of that time was being written
    record Beginning(KnownPoolsAtTime known, Map<Integer, Pool> byNumber, Optional<Integer> connections,
            boolean isBesideOthers) implements SegmentEntry {
        @Override
        public Instant readAt() {
            return known.readAt();
        }
    }

    /// What was different at a later moment.
    ///
    /// @param changed
    ///            new values by the pool's number and the field's name; null for one that is not there any more
    /// @param appeared
    ///            with their numbers
    /// @param gone
    ///            numbers
    /// @param isChange
    ///            whether the pools changed; without that only numbers that differ in every answer were written down
    record Difference(Instant readAt, Map<Integer, Map<String, @Nullable Object>> changed, Map<Integer, Pool> appeared,
            List<Integer> gone, boolean isChange) implements SegmentEntry {}
}
