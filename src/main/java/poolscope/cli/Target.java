package poolscope.cli;

import poolscope.api.Way;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;

/// What an export reads from.
///
/// @param credentials
///            none when they are not kept with the connection; then the environment is asked
/// @param way
///            proxy and certificates
public record Target(Connection connection, Credentials credentials, Way way) {
    /// By the usual way.
    public Target(Connection connection, Credentials credentials) {
        this(connection, credentials, Way.USUAL);
    }
}
