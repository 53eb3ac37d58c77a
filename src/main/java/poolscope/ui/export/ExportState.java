package poolscope.ui.export;

import poolscope.export.ExportObstacle;

/// State of the export dialog.
public sealed interface ExportState {
    /// The operator chooses.
    record Choosing() implements ExportState {}

    /// There is no pool to write; is a file without any meant?
    record Empty() implements ExportState {}

    /// There is such a file; may it be replaced?
    record Existing(String file) implements ExportState {}

    record Writing() implements ExportState {}

    record Written(long pools, String file) implements ExportState {}

    /// @param file
    ///            that could not be written; what was there before still is
    /// @param said
    ///            the system's own words
    record Failed(ExportObstacle exportObstacle, String file, String said) implements ExportState {}

    /// The operator chooses.
    ExportState CHOOSING = new Choosing();
}
