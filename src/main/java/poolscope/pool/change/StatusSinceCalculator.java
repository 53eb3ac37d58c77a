package poolscope.pool.change;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Pool;

/// Since when each pool of a connection has its status, from one reading to the next: the first of the readings that
/// all found it so. It is *before* that reading when the one before does not say that it was otherwise, or was so long
/// ago that the change may be much older. What changed and changed back between two readings is not noticed.
public final class StatusSinceCalculator {
    private final Map<String, Pool> before;
    private final Instant readBefore;
    private final boolean wasWhole;
    private final FieldValue justNow;
    private final FieldValue notAfterNow;

    private StatusSinceCalculator(Map<String, Pool> before, Instant readBefore, boolean wasWhole, FieldValue justNow,
            FieldValue notAfterNow) {
        this.before = before;
        this.readBefore = readBefore;
        this.wasWhole = wasWhole;
        this.justNow = justNow;
        this.notAfterNow = notAfterNow;
    }

    /// The pools of a reading with that since when they have their status.
    ///
    /// @param known
    ///            what was known of the connection before; what was read so far of a list that is still being read
    ///            counts as nothing
    public static Inventory addTo(Inventory read, Optional<Inventory> known) {
        return known.filter(before -> !(before.coverage() instanceof Coverage.SoFar))
                .map(before -> after(before, read))
                .orElseGet(() -> new StatusSinceCalculator(Map.of(), Instant.MIN, false, FieldValue.ABSENT,
                        new FieldValue.Before(read.readAt())))
                .addTo(read);
    }

    private static StatusSinceCalculator after(Inventory before, Inventory read) {
        var pools = HashMap.<String, Pool>newHashMap(before.pools().size());
        before.pools().forEach(pool -> pools.put(pool.key(), pool));
        var notAfterNow = new FieldValue.Before(read.readAt());
        boolean isWatched = !before.readAt().plus(RegularlyRefreshedPeriods.LONGEST_PAUSE).isBefore(read.readAt());
        boolean wasWhole = before.coverage() instanceof Coverage.Complete
                || before.coverage() instanceof Coverage.Earlier(var isWhole) && isWhole;
        return new StatusSinceCalculator(pools, before.readAt(), wasWhole,
                isWatched ? new FieldValue.Time(read.readAt()) : notAfterNow, notAfterNow);
    }

    private Inventory addTo(Inventory read) {
        return new Inventory(read.pools().stream().map(pool -> pool.withStatusSince(since(pool))).toList(),
                read.readAt(), read.coverage(), read.reading(), read.narrowing(), read.parts());
    }

    private FieldValue since(Pool pool) {
        var earlier = before.get(pool.key());
        if (earlier == null) return wasWhole ? justNow : notAfterNow;
        if (!earlier.status().equals(pool.status())) return justNow;
        return earlier.statusSince().isKnown() ? earlier.statusSince() : new FieldValue.Before(readBefore);
    }
}
