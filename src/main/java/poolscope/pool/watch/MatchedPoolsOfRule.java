package poolscope.pool.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The pools that matched a rule when they were last evaluated.
///
/// @param filter
///            the text of the filter that they matched: with another filter the rule begins anew
/// @param byConnection
///            by the connections' ids
public record MatchedPoolsOfRule(String filter, Map<String, MatchedPoolsOfConnection> byConnection) {
    public MatchedPoolsOfRule {
        byConnection = Map.copyOf(byConnection);
    }

    /// No matches: the filter was not evaluated yet.
    public static MatchedPoolsOfRule none(String filter) {
        return new MatchedPoolsOfRule(filter, Map.of());
    }

    /// The pools of a connection, unless it was asked for something else then.
    Optional<MatchedPoolsOfConnection> of(ConnectionPoolsAfterRefresh reading) {
        return Optional.ofNullable(byConnection.get(reading.connectionId()))
                .filter(matched -> matched.scope().equals(reading.scope()));
    }

    MatchedPoolsOfRule with(String connectionId, MatchedPoolsOfConnection matched) {
        var all = new HashMap<>(byConnection);
        all.put(connectionId, matched);
        return new MatchedPoolsOfRule(filter, all);
    }

    /// Whether both have the same pools of the same connections, whenever they were read.
    boolean hasSamePoolsAs(MatchedPoolsOfRule other) {
        return filter.equals(other.filter) && byConnection.keySet().equals(other.byConnection.keySet())
                && byConnection.entrySet()
                        .stream()
                        .allMatch(one -> Optional.ofNullable(other.byConnection.get(one.getKey()))
                                .filter(one.getValue()::hasSamePoolsAs)
                                .isPresent());
    }

    /// The number of pools, in all connections.
    public int count() {
        return byConnection.values().stream().mapToInt(matched -> matched.names().size()).sum();
    }
}
