package poolscope.cli;

import poolscope.connection.Connection;
import poolscope.connection.Credentials;

/// What an export reads from.
///
/// @param credentials
///            none when they are not kept with the connection; then the environment is asked
public record Target(Connection connection, Credentials credentials) {}
