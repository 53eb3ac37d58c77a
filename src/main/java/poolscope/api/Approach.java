package poolscope.api;

import poolscope.connection.Connection;
import poolscope.connection.Credentials;

/// Everything that is needed to ask one service about one project.
///
/// @param connection
///            what is asked
/// @param credentials
///            who asks
/// @param way
///            how to get there
public record Approach(Connection connection, Credentials credentials, Way way) {

    /// By the usual way.
    public static Approach of(Connection connection, Credentials credentials) {
        return new Approach(connection, credentials, Way.USUAL);
    }
}
