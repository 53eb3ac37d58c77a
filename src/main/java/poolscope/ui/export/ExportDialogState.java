package poolscope.ui.export;

import poolscope.export.FileWriteOutcome;

/// State of the export dialog.
public sealed interface ExportDialogState {
    /// The operator makes choices.
    record Choosing() implements ExportDialogState {}

    /// There is no pool to write: asks whether to write an empty file.
    record Empty() implements ExportDialogState {}

    /// The file exists: asks whether to replace it.
    record Existing(String file) implements ExportDialogState {}

    record Writing() implements ExportDialogState {}

    /// The file was written, or not.
    record Ended(FileWriteOutcome outcome) implements ExportDialogState {
        boolean isWritten() {
            return outcome instanceof FileWriteOutcome.Written;
        }
    }

    /// The operator makes choices.
    ExportDialogState CHOOSING = new Choosing();
}
