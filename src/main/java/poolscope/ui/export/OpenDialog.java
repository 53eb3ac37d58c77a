package poolscope.ui.export;

import java.util.Optional;

/// Asks the operator for a file to read.
@FunctionalInterface
public interface OpenDialog {
    /// @param title
    ///            title of the dialog
    /// @param kind
    ///            what the files are
    /// @param pattern
    ///            of their names, such as `*.txt`
    /// @return the path, or empty when the operator cancelled
    Optional<String> ask(String title, String kind, String pattern);
}
