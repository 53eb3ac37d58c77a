package poolscope.ui.export;

import poolscope.export.ExportObstacle;

/// State of the export dialog.
public sealed interface ExportState {
    /// The operator makes choices.
    record Choosing() implements ExportState {}

    /// There is no pool to write: asks whether to write an empty file.
    record Empty() implements ExportState {}

    /// The file exists: asks whether to replace it.
    record Existing(String file) implements ExportState {}

    record Writing() implements ExportState {}

    record Written(long pools, String file) implements ExportState {}

    /// @param file
    ///            the file that could not be written; an existing one is unchanged
    /// @param systemMessage
    ///            message of the operating system
    record Failed(ExportObstacle exportObstacle, String file, String systemMessage) implements ExportState {}

    /// The operator makes choices.
    ExportState CHOOSING = new Choosing();
}
