package poolscope.api;

import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.connection.PoolQuery;

/// Everything that is needed to ask one service about one project.
///
/// @param connection
///            what is asked
/// @param credentials
///            who asks
/// @param networkPath
///            how to get there
/// @param query
///            what it is asked for
public record ApiTarget(Connection connection, Credentials credentials, NetworkPath networkPath, PoolQuery query) {

    /// For everything.
    public ApiTarget(Connection connection, Credentials credentials, NetworkPath networkPath) {
        this(connection, credentials, networkPath, PoolQuery.ALL);
    }

    /// By the usual way, for everything.
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
