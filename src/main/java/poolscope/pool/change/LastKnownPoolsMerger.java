package poolscope.pool.change;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.Inventory;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.InventoryPartReadOutcome.Kind;
import poolscope.pool.InventoryPartReadOutcome.State;
import poolscope.pool.Pool;
import poolscope.pool.V2OnlyPoolFields;

/// What is known of a connection's pools after a reading that may have missed some of them, or some of their facts.
/// What was not read stays as it was: a list that could not be read whole, or was restricted by the query, says of no
/// pool that it is gone, and numbers that were not read have not changed.
public final class LastKnownPoolsMerger {

    private LastKnownPoolsMerger() {}

    /// @param before
    ///            what was known before
    /// @param read
    ///            what was read now, of the same connection
    public static List<Pool> after(Collection<Pool> before, Inventory read) {
        boolean isWhole = read.isComplete() && read.narrowing().isEmpty();
        var notRead = read.parts()
                .stream()
                .filter(LastKnownPoolsMerger::isMissing)
                .map(InventoryPartReadOutcome::kind)
                .toList();
        if (isWhole && (notRead.isEmpty() || read.pools().stream().noneMatch(LastKnownPoolsMerger::isV2)))
            return read.pools();
        Map<String, Pool> missing = HashMap.newHashMap(before.size());
        before.forEach(pool -> missing.put(pool.key(), pool));
        var now = read.pools().stream().map(pool -> {
            Pool earlier = missing.remove(pool.key());
            return earlier == null ? pool : withKnownFacts(pool, earlier, notRead);
        }).toList();
        if (isWhole) return now;
        return Stream.concat(now.stream(), before.stream().filter(pool -> missing.containsKey(pool.key()))).toList();
    }

    /// Whether facts of pools may be missing: a service that no longer offers a part has changed, its pools have not.
    private static boolean isMissing(InventoryPartReadOutcome part) {
        return switch (part.state()) {
            case State.Read _ -> false;
            case State.ReadInPart _, State.NotOffered _, State.NotAsked _, State.Failed _ -> true;
        };
    }

    private static boolean isV2(Pool pool) {
        return pool.poolOrigin().api() == ApiGeneration.V2;
    }

    private static Pool withKnownFacts(Pool pool, Pool earlier, List<Kind> notRead) {
        if (notRead.isEmpty() || !isV2(pool)) return pool;
        boolean hasNumbers = !notRead.contains(Kind.METRICS) || isKnown(pool.v2().free());
        var now = pool.v2();
        var known = earlier.v2();
        return pool.with(hasNumbers ? pool.allocatableResources() : earlier.allocatableResources(),
                new V2OnlyPoolFields(now.phase(), now.message(), now.autoRenew(),
                        known(now.accelerator(), known.accelerator(), notRead.contains(Kind.FLAVORS)),
                        known(now.nextMaintenance(), known.nextMaintenance(), notRead.contains(Kind.MAINTENANCE)),
                        now.setup(), hasNumbers ? now.free() : known.free()));
    }

    private static boolean isKnown(FreeResources free) {
        return free.cpuCores().isKnown() || free.memoryMiB().isKnown() || free.accelerators().isKnown();
    }

    private static FieldValue known(FieldValue now, FieldValue before, boolean isMissing) {
        return isMissing && now instanceof FieldValue.Absent ? before : now;
    }
}
