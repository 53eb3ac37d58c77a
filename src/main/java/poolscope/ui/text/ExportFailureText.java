package poolscope.ui.text;

import poolscope.export.ExportFailure;
import poolscope.pool.ExternalTextCleaner;

/// Why a file that the operator chose was not written.
public final class ExportFailureText {
    private final Texts texts;

    public ExportFailureText(Texts texts) {
        this.texts = texts;
    }

    /// What happened and what to do.
    ///
    /// @param file
    ///            its path
    /// @param reason
    ///            in the system's words
    public String of(ExportFailure failure, String file, String reason) {
        return texts.format(switch (failure) {
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
        }, ExternalTextCleaner.of(file), ExternalTextCleaner.of(reason));
    }
}
