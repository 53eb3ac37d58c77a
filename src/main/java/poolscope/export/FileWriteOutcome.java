package poolscope.export;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/// How the writing of a file ended.
public sealed interface FileWriteOutcome {
    /// The file was written.
    ///
    /// @param rows
    ///            how many rows, as its content counts them
    record Written(long rows, String file) implements FileWriteOutcome {}

    /// The file was not written.
    ///
    /// @param file
    ///            the file that is in the way, if it is one beside the file that was to be written
    /// @param reason
    ///            in the system's words
    record Failed(ExportFileFailureReason failure, String file, String reason) implements FileWriteOutcome {}

    /// Why that file could not be written.
    static Failed failed(Throwable why, Path file) {
        if (!(why instanceof IOException e))
            return new Failed(ExportFileFailureReason.OTHER, file.toString(), String.valueOf(why.getMessage()));
        var failure = ExportFileFailureReason.of(e, file);
        var ofSystem = e instanceof FileSystemException it ? Optional.of(it) : Optional.<FileSystemException>empty();
        var inTheWay = ofSystem.filter(_ -> failure == ExportFileFailureReason.EXISTS)
                .map(FileSystemException::getFile);
        return new Failed(failure, inTheWay.orElse(file.toString()),
                ofSystem.map(FileSystemException::getReason).orElseGet(() -> String.valueOf(e.getMessage())));
    }
}
