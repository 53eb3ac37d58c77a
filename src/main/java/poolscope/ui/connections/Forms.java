package poolscope.ui.connections;

import poolscope.connection.SavedConnection;

/// Opens the form of a connection over the window.
public interface Forms {
    /// For a new connection.
    void create();

    /// For one that there is.
    void edit(SavedConnection connection);
}
