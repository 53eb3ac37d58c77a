package poolscope.ui.export;

import java.util.List;
import java.util.Optional;

/// Asks the operator for a file to read.
@FunctionalInterface
public interface OpenDialog {
    /// What is asked for.
    ///
    /// @param title
    ///            title of the dialog
    /// @param kinds
    ///            the kinds of files to choose from, the usual one first
    /// @param current
    ///            path of the file that is chosen now, where the dialog starts; empty for none
    record Question(String title, List<FileKind> kinds, String current) {}

    /// @param name
    ///            what the files are
    /// @param patterns
    ///            of their names, such as `*.txt`
    record FileKind(String name, List<String> patterns) {}

    /// The path, or empty when the operator cancelled.
    Optional<String> ask(Question question);
}
