package poolscope.pool.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import poolscope.pool.Pool;
import poolscope.pool.filter.PoolFilter;

/// Finds out which pools begin to match a rule and which no longer do.
///
/// A pool stops matching only by what was read: not because a list or a fact is missing. Pools without an id are not
/// watched, because they can't be recognised in the next reading.
public final class WatchEvaluator {

    private WatchEvaluator() {}

    /// @param matches
    ///            what matches now
    /// @param hits
    ///            what the rule reports of it, at most one of each kind
    public record Result(MatchedPoolsOfRule matches, List<WatchRuleMatchChange> hits) {
        public Result {
            hits = List.copyOf(hits);
        }
    }

    /// The first evaluation of a connection reports nothing.
    ///
    /// @param filter
    ///            of the rule
    /// @param before
    ///            what matched when the rule was evaluated before
    public static Result evaluate(WatchRule rule, PoolFilter filter, MatchedPoolsOfRule before,
            ConnectionPoolsAfterRefresh now) {
        var usable = before.filter().equals(rule.filter()) ? before : MatchedPoolsOfRule.none(rule.filter());
        var known = usable.of(now);
        if (known.isPresent() && !now.readAt().isAfter(known.get().readAt())) return new Result(usable, List.of());
        if (known.isEmpty() && !now.isWhole()) return new Result(usable, List.of());
        Set<String> present = new HashSet<>();
        var matching = matching(filter, known, now, present);
        var matches = usable.with(now.connectionId(),
                new MatchedPoolsOfConnection(now.scope(), now.readAt(), matching));
        return new Result(matches, known.map(earlier -> hits(rule, earlier, matching, now, present)).orElse(List.of()));
    }

    /// @param present
    ///            receives the keys of the pools that there are
    private static Map<String, String> matching(PoolFilter filter, Optional<MatchedPoolsOfConnection> known,
            ConnectionPoolsAfterRefresh now, Set<String> present) {
        Map<String, String> earlier = known.map(MatchedPoolsOfConnection::names).orElse(Map.of());
        Map<String, String> matching = new LinkedHashMap<>();
        for (var pool : now.pools()) {
            if (!pool.hasId()) continue;
            present.add(pool.key());
            boolean stays = now.lacksFacts() && known.isPresent() && filter.isUndecided(pool, now.readAt());
            if (stays ? earlier.containsKey(pool.key()) : filter.matches(pool, now.readAt()))
                matching.put(pool.key(), name(pool));
        }
        if (!now.isWhole()) earlier.forEach((key, name) -> {
            if (!present.contains(key)) matching.put(key, name);
        });
        return matching;
    }

    private static List<WatchRuleMatchChange> hits(WatchRule rule, MatchedPoolsOfConnection earlier,
            Map<String, String> matching, ConnectionPoolsAfterRefresh now, Set<String> present) {
        List<WatchRuleMatchChange> hits = new ArrayList<>();
        for (var kind : WatchRuleMatchChange.Kind.values()) {
            if (!rule.trigger().includes(kind)) continue;
            boolean started = kind == WatchRuleMatchChange.Kind.STARTED;
            var from = started ? matching : earlier.names();
            var to = started ? earlier.names() : matching;
            var pools = from.entrySet()
                    .stream()
                    .filter(pool -> !to.containsKey(pool.getKey()))
                    .map(pool -> new WatchRuleMatchChange.WatchedPool(pool.getKey(), pool.getValue(),
                            !present.contains(pool.getKey())))
                    .toList();
            if (!pools.isEmpty())
                hits.add(new WatchRuleMatchChange(rule.id(), rule.name(), now.connectionName(), kind,
                        pools.stream().limit(WatchRuleMatchChange.MOST_POOLS).toList(), pools.size(), now.readAt(),
                        earlier.readAt()));
        }
        return hits;
    }

    private static String name(Pool pool) {
        var name = pool.poolNamesAndOwner().name().asText("");
        return name.isBlank() ? pool.key() : name;
    }
}
