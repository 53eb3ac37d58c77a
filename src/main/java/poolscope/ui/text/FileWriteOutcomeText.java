package poolscope.ui.text;

import poolscope.export.FileWriteOutcome;
import poolscope.pool.ExternalTextCleaner;

/// How the writing of a file that the operator chose ended.
public final class FileWriteOutcomeText {
    private final Texts texts;

    public FileWriteOutcomeText(Texts texts) {
        this.texts = texts;
    }

    /// Where it was written, or why not and what to do.
    public String of(FileWriteOutcome outcome) {
        return of(outcome, "export.fileWritten");
    }

    /// @param written
    ///            key of the sentence with the number of rows and the path
    public String of(FileWriteOutcome outcome, String written) {
        return switch (outcome) {
            case FileWriteOutcome.Written(var rows, var file) ->
                texts.format(written, rows, ExternalTextCleaner.of(file));
            case FileWriteOutcome.Failed failed -> failure(failed);
        };
    }

    private String failure(FileWriteOutcome.Failed failed) {
        return texts.format(switch (failed.failure()) {
            case EXISTS -> "nodes.export.exists";
            case NO_FOLDER -> "export.failed.noFolder";
            case A_FOLDER -> "export.failed.aFolder";
            case DEAD_LINK -> "export.failed.deadLink";
            case TORN -> "export.failed.torn";
            case READ_ONLY -> "export.failed.readOnly";
            case DENIED -> "export.failed.denied";
            case IN_USE -> "export.failed.inUse";
            case FULL -> "export.failed.full";
            case OTHER -> "export.failed.other";
        }, ExternalTextCleaner.of(failed.file()), ExternalTextCleaner.of(failed.reason()));
    }
}
