package poolscope.ui.export;

import poolscope.export.Obstacle;

/// How far the dialog is.
public sealed interface ExportStage {
    /// The operator chooses.
    record Choosing() implements ExportStage {}

    /// There is no pool to write; is a file without any meant?
    record Empty() implements ExportStage {}

    /// There is such a file; may it be replaced?
    record Existing(String file) implements ExportStage {}

    record Writing() implements ExportStage {}

    record Written(long pools, String file) implements ExportStage {}

    /// @param file
    ///            that could not be written; what was there before still is
    /// @param said
    ///            the system's own words
    record Failed(Obstacle obstacle, String file, String said) implements ExportStage {}

    /// The operator chooses.
    ExportStage CHOOSING = new Choosing();
}
