package poolscope.history;

import poolscope.pool.ExternalTextCleaner;

/// Which list of pools a history is of.
///
/// @param connectionId
///            the key of the connection, stable over renames; the name of its folder
/// @param connection
///            the connection's name at that time
/// @param region
///            the region's name; empty for an endpoint without one
/// @param endpoint
///            the address of the service
/// @param narrowing
///            what the service was asked for only, in its own words; empty when it was asked for everything
public record HistoryListIdentity(String connectionId, String connection, String region, String endpoint,
        String projectId, String narrowing) {

    /// Whether both are about the same pools. Pools of another project are no change of these.
    public boolean isSameList(HistoryListIdentity other) {
        return connectionId.equals(other.connectionId) && endpoint.equals(other.endpoint)
                && projectId.equals(other.projectId) && narrowing.equals(other.narrowing);
    }

    /// With harmless texts: those of a file from outside are shown in many places.
    HistoryListIdentity cleaned() {
        return new HistoryListIdentity(connectionId, ExternalTextCleaner.of(connection), ExternalTextCleaner.of(region),
                ExternalTextCleaner.of(endpoint), ExternalTextCleaner.of(projectId), ExternalTextCleaner.of(narrowing));
    }
}
