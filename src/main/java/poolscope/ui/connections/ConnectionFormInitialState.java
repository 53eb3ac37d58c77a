package poolscope.ui.connections;

import java.util.Optional;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.SavedConnection;

/// What the form of a connection is opened with.
///
/// @param edited
///            the connection to edit, empty for a new one
/// @param found
///            credentials that a new connection starts with, empty for none
/// @param copied
///            the connection that a new one is a copy of, empty for none
/// @param tested
///            whether it is tested at once
public record ConnectionFormInitialState(Optional<SavedConnection> edited, Optional<Finding.Usable> found,
        Optional<SavedConnection> copied, boolean tested) {
    /// An empty form.
    public static final ConnectionFormInitialState EMPTY = new ConnectionFormInitialState(Optional.empty(),
            Optional.empty(), Optional.empty(), false);

    public static ConnectionFormInitialState edit(SavedConnection connection) {
        return new ConnectionFormInitialState(Optional.of(connection), Optional.empty(), Optional.empty(), false);
    }

    public static ConnectionFormInitialState test(SavedConnection connection) {
        return new ConnectionFormInitialState(Optional.of(connection), Optional.empty(), Optional.empty(), true);
    }

    public static ConnectionFormInitialState copy(SavedConnection connection) {
        return new ConnectionFormInitialState(Optional.empty(), Optional.empty(), Optional.of(connection), false);
    }

    public static ConnectionFormInitialState with(Finding.Usable found) {
        return new ConnectionFormInitialState(Optional.empty(), Optional.of(found), Optional.empty(), false);
    }
}
