package poolscope.ui.connections;

import poolscope.connection.SavedConnection;

/// What can be opened over the window: the form of a connection, and the log of requests.
public interface Forms {
    /// For a new connection.
    void create();

    /// For one that there is.
    void edit(SavedConnection connection);

    /// The log of all requests.
    void showRequests();
}
