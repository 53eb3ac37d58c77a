package poolscope.ui.navigation;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.SavedConnection;
import poolscope.pool.PoolField;
import poolscope.pool.watch.WatchRule;
import poolscope.ui.commands.MenuCommand;

/// Opens forms and popups over the window. While a form is open, nothing else opens: what is typed into it is kept.
public interface Navigator {
    /// The form of a new connection.
    void newConnection();

    /// The form of a new connection, filled with credentials that were found on this computer.
    void newConnection(Finding.Usable found);

    /// The form of a saved connection.
    void editConnection(SavedConnection connection);

    /// The form of a saved connection, with a test started at once.
    void testConnection(SavedConnection connection);

    /// The form of a new connection that copies a saved one, without its secrets.
    void duplicateConnection(SavedConnection connection);

    /// Opens a form that needs no further details.
    void show(ModalFormKind modalFormKind);

    /// The form of a watch rule.
    ///
    /// @param rule
    ///            the rule to change; empty for a new one of the current filter
    /// @param isFromList
    ///            whether the list of rules is open, which comes back afterwards
    void showWatchForm(Optional<WatchRule> rule, boolean isFromList);

    /// The export of pools to a file.
    void showExport();

    /// The list of a field's values.
    ///
    /// @param header
    ///            the header of the field's column, below which it opens; empty for the middle of the window
    void showValues(PoolField field, Optional<Node> header);

    /// The form that asks this about a saved view.
    void showViewForm(SavedViewQuestion question);

    /// The command palette, with these commands and all pools.
    void showPalette(List<MenuCommand> commands);

    /// The list of these commands' shortcuts.
    void showShortcuts(List<MenuCommand> commands);

    /// The list of all columns, which shows, hides and moves them.
    void showColumns();

    /// The table of free and allocatable cards by family and connection.
    void showCardsByFamily();

    /// The reference of a pool's fields.
    void showFields();

    /// The same reference, at that field.
    void showField(PoolField field);

    /// The version, the libraries and their licences.
    void showAbout();

    /// Whether a form is open. Commands do nothing behind it.
    boolean isFormOpen();
}
