package poolscope.ui.export;

import java.util.Optional;

/// Asks the operator for a file to write to. Whoever implements it asks before an existing file is chosen.
@FunctionalInterface
public interface SaveDialog {
    /// @param title
    ///            what it is for
    /// @param name
    ///            what the file may be called
    /// @return its path, or nothing when the operator changed their mind
    Optional<String> ask(String title, String name);
}
