package poolscope.pool.watch;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The pools of one connection that matched a rule's filter at one moment.
///
/// @param scope
///            [ConnectionPoolsAfterRefresh#scope]
/// @param names
///            the names of the pools by [poolscope.pool.Pool#key]
public record MatchedPoolsOfConnection(String scope, Instant readAt, Map<String, String> names) {
    public MatchedPoolsOfConnection {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /// Whether both have the same pools, whenever they were read.
    boolean hasSamePoolsAs(MatchedPoolsOfConnection other) {
        return scope.equals(other.scope) && names.equals(other.names);
    }
}
