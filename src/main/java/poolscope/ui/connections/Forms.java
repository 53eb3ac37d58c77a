package poolscope.ui.connections;

import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.SavedConnection;

/// What can be opened over the window: the form of a connection, the log of requests, and the export.
public interface Forms {
    /// For a new connection.
    void create();

    /// For a new one that begins with what was found on this computer.
    void create(Finding.Usable begun);

    /// For one that there is.
    void edit(SavedConnection connection);

    /// For one that there is, which is tested at once.
    void test(SavedConnection connection);

    /// For a new one that begins as a copy, without its secrets.
    void duplicate(SavedConnection connection);

    /// The log of all requests.
    void showRequests();

    /// The export of pools to a file.
    void showExport();

    /// Opens the pinned pools side by side.
    void showComparison();
}
