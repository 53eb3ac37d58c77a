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
/// @param way
///            how to get there
/// @param query
///            what it is asked for
public record Approach(Connection connection, Credentials credentials, Way way, PoolQuery query) {

    /// For everything.
    public Approach(Connection connection, Credentials credentials, Way way) {
        this(connection, credentials, way, PoolQuery.ALL);
    }

    /// By the usual way, for everything.
    public static Approach of(Connection connection, Credentials credentials) {
        return new Approach(connection, credentials, Way.USUAL);
    }

    public Approach withWay(Way way) {
        return new Approach(connection, credentials, way, query);
    }

    public Approach withQuery(PoolQuery query) {
        return new Approach(connection, credentials, way, query);
    }
}
