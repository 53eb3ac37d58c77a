package poolscope.pool.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import poolscope.pool.Inventory;
import poolscope.pool.Pool;
import poolscope.pool.change.LastKnownPoolsMerger;

/// What is known of a connection's pools after a refresh.
///
/// @param scope
///            what the service was asked for, such as address, project and restriction of the query: pools of two
///            readings are compared only if it is equal
/// @param isWhole
///            whether all pools of the connection are among them
/// @param lacksFacts
///            whether some facts of pools could not be read this time
public record ConnectionPoolsAfterRefresh(String connectionId, String connectionName, String scope, List<Pool> pools,
        boolean isWhole, boolean lacksFacts, Instant readAt) {

    /// What an inventory of a connection is called and was asked for.
    public record Source(String connectionId, String connectionName, String scope) {}

    /// @param before
    ///            the reading before of the same session; one of another scope is not used
    public static ConnectionPoolsAfterRefresh after(Optional<ConnectionPoolsAfterRefresh> before, Source source,
            Inventory read) {
        var earlier = before.filter(one -> one.scope.equals(source.scope()));
        return new ConnectionPoolsAfterRefresh(source.connectionId(), source.connectionName(), source.scope(),
                LastKnownPoolsMerger.after(earlier.map(ConnectionPoolsAfterRefresh::pools).orElse(List.of()), read),
                read.isComplete() || earlier.filter(ConnectionPoolsAfterRefresh::isWhole).isPresent(),
                !read.failedParts().isEmpty(), read.readAt());
    }
}
