package poolscope.ui.connections;

import poolscope.connection.SavedConnection;

/// What can be opened over the window: the form of a connection, the log of requests, and the export.
public interface Forms {
    /// For a new connection.
    void create();

    /// For one that there is.
    void edit(SavedConnection connection);

    /// The log of all requests.
    void showRequests();

    /// The export of pools to a file.
    void showExport();
}
