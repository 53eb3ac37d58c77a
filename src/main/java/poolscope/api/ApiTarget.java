package poolscope.api;

import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.connection.PoolQuery;

/// Everything needed to request pools of one project from one service.
///
/// @param connection
///            service and project
/// @param credentials
///            signs the requests in
/// @param networkPath
///            proxy and certificates
/// @param query
///            which pools are requested
public record ApiTarget(Connection connection, Credentials credentials, NetworkPath networkPath, PoolQuery query) {

    /// With a query for all pools.
    public ApiTarget(Connection connection, Credentials credentials, NetworkPath networkPath) {
        this(connection, credentials, networkPath, PoolQuery.ALL);
    }

    /// Over the default network path, with a query for all pools.
    public static ApiTarget of(Connection connection, Credentials credentials) {
        return new ApiTarget(connection, credentials, NetworkPath.DEFAULT);
    }

    public ApiTarget withWay(NetworkPath networkPath) {
        return new ApiTarget(connection, credentials, networkPath, query);
    }

    public ApiTarget withQuery(PoolQuery query) {
        return new ApiTarget(connection, credentials, networkPath, query);
    }
}
