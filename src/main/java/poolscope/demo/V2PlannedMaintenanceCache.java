package poolscope.demo;

import java.util.List;

/// Planned maintenance of all pools. The list of one tick is kept until another tick is requested: it is read in many
/// small pages, and each would compute the nodes of all pools again.
final class V2PlannedMaintenanceCache {
    private final V2Fleet fleet;
    private long tick = -1;
    private List<V2NodeMaintenance> all = List.of();

    V2PlannedMaintenanceCache(V2Fleet fleet) {
        this.fleet = fleet;
    }

    /// For any thread.
    synchronized List<V2NodeMaintenance> at(long now) {
        if (now != tick) {
            all = fleet.pools(now)
                    .flatMap(pool -> V2NodeMaintenance.of(fleet.state(pool, now), fleet.millis(now)))
                    .toList();
            tick = now;
        }
        return all;
    }
}
