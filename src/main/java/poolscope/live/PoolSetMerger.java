package poolscope.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import poolscope.live.AllConnectionsStatus.Repeated;
import poolscope.live.AllConnectionsStatus.SourceStatus;
import poolscope.pool.Inventory;
import poolscope.pool.Pool;
import poolscope.pool.table.PoolSet;

/// Merges the pools of several connections, each pool once. Two connections may have the same service and project, with
/// other credentials or another spelling; pools of both are taken from the one whose list is more reliable, or else from
/// the first.
///
/// @param lines
///            the connections, each with the pools that others list too
record PoolSetMerger(PoolSet pools, List<SourceStatus> lines) {

    /// Merges these connections, in the order of the list.
    static PoolSetMerger of(List<SourceStatus> lines) {
        var same = places(lines);
        if (same.size() == lines.size())
            return new PoolSetMerger(
                    PoolSet.of(lines.stream().flatMap(sourceStatus -> sourceStatus.inventory().stream()).toList()),
                    lines);
        var owners = new ArrayList<Map<String, Integer>>();
        for (int i = 0; i < lines.size(); i++)
            owners.add(Map.of());
        for (var place : same)
            if (place.size() > 1) {
                var of = owners(lines, place);
                place.forEach(i -> owners.set(i, of));
            }
        return joined(lines, owners);
    }

    /// Whether two of the connections have the same service and project.
    static boolean overlaps(List<SourceStatus> lines) {
        return places(lines).size() < lines.size();
    }

    /// The connections by service and project, each as its index in the list.
    private static List<List<Integer>> places(List<SourceStatus> lines) {
        var places = new ArrayList<List<Integer>>();
        for (int i = 0; i < lines.size(); i++) {
            var serviceAndProject = lines.get(i).serviceAndProject();
            var known = places.stream()
                    .filter(place -> lines.get(place.getFirst()).serviceAndProject().asksTheSameAs(serviceAndProject))
                    .findFirst();
            if (known.isPresent()) known.get().add(i);
            else
                places.add(new ArrayList<>(List.of(i)));
        }
        return places;
    }

    /// The connection that each pool of one service and project is taken from.
    private static Map<String, Integer> owners(List<SourceStatus> lines, List<Integer> place) {
        var owners = new HashMap<String, Integer>();
        place.stream()
                .sorted(Comparator.comparing(i -> lines.get(i).completeness()))
                .forEach(i -> pools(lines.get(i)).stream()
                        .filter(Pool::hasId)
                        .forEach(pool -> owners.putIfAbsent(pool.key(), i)));
        return owners;
    }

    private static PoolSetMerger joined(List<SourceStatus> lines, List<Map<String, Integer>> owners) {
        var all = new ArrayList<Pool>();
        var told = new ArrayList<SourceStatus>();
        for (int i = 0; i < lines.size(); i++) {
            int me = i;
            var others = new ArrayList<Integer>();
            for (var pool : pools(lines.get(i))) {
                int owner = pool.hasId() ? owners.get(i).getOrDefault(pool.key(), me) : me;
                if (owner == me) all.add(pool);
                else
                    others.add(owner);
            }
            told.add(lines.get(i).with(repeated(lines, others)));
        }
        return new PoolSetMerger(PoolSet.holding(all), told);
    }

    private static Optional<Repeated> repeated(List<SourceStatus> lines, List<Integer> others) {
        return others.stream()
                .min(Integer::compare)
                .map(first -> new Repeated(others.size(), lines.get(first).serviceAndProject().name()));
    }

    private static List<Pool> pools(SourceStatus sourceStatus) {
        return sourceStatus.inventory().map(Inventory::pools).orElse(List.of());
    }
}
