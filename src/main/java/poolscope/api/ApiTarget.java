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
public record ApiTarget(Connection connection, Credentials credentials,
        NetworkRouteAndPasswords networkRouteAndPasswords, PoolQuery query) {

    /// With a query for all pools.
    public ApiTarget(Connection connection, Credentials credentials,
            NetworkRouteAndPasswords networkRouteAndPasswords) {
        this(connection, credentials, networkRouteAndPasswords, PoolQuery.ALL);
    }

    /// Over the default network path, with a query for all pools.
    public static ApiTarget of(Connection connection, Credentials credentials) {
        return new ApiTarget(connection, credentials, NetworkRouteAndPasswords.DEFAULT);
    }

    public ApiTarget withWay(NetworkRouteAndPasswords networkRouteAndPasswords) {
        return new ApiTarget(connection, credentials, networkRouteAndPasswords, query);
    }

    public ApiTarget withQuery(PoolQuery query) {
        return new ApiTarget(connection, credentials, networkRouteAndPasswords, query);
    }
}
