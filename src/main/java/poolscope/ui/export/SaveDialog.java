package poolscope.ui.export;

import java.util.Optional;

/// Asks the operator for a file to write to. Implementations ask before an existing file is chosen.
@FunctionalInterface
public interface SaveDialog {
    /// @param title
    ///            title of the dialog
    /// @param name
    ///            suggested file name
    /// @return the path, or empty when the operator cancelled
    Optional<String> ask(String title, String name);
}
