package poolscope.ui.export;

import poolscope.export.ExportFailure;

/// State of the export dialog.
public sealed interface ExportDialogState {
    /// The operator makes choices.
    record Choosing() implements ExportDialogState {}

    /// There is no pool to write: asks whether to write an empty file.
    record Empty() implements ExportDialogState {}

    /// The file exists: asks whether to replace it.
    record Existing(String file) implements ExportDialogState {}

    record Writing() implements ExportDialogState {}

    record Written(long pools, String file) implements ExportDialogState {}

    /// @param file
    ///            the file that could not be written; an existing one is unchanged
    /// @param systemMessage
    ///            message of the operating system
    record Failed(ExportFailure exportFailure, String file, String systemMessage) implements ExportDialogState {}

    /// The operator makes choices.
    ExportDialogState CHOOSING = new Choosing();
}
