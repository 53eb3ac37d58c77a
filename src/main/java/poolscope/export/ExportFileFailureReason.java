package poolscope.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import poolscope.disk.DiskWriteErrorCause;
import poolscope.disk.PartlyOverwrittenFileException;

/// Why a file could not be written, as far as the system says.
public enum ExportFileFailureReason {
    /// There is such a file, and nobody said that it may be replaced.
    EXISTS,
    /// The folder is not there (any more).
    NO_FOLDER,
    /// It is a folder itself.
    A_FOLDER,
    /// It is a link to a file that is not there.
    DEAD_LINK,
    /// It had to be overwritten where it is, and that failed on the way: it holds a part.
    TORN,
    /// The disk takes no changes.
    READ_ONLY,
    /// The system denies it: a read-only folder, or on Windows a file that another program holds.
    DENIED,
    /// Another program holds the file.
    IN_USE,
    /// The disk is full.
    FULL,
    /// Something else; the system's own words say what.
    OTHER;

    /// What stood in the way.
    ///
    /// @param place
    ///            the file that was to be written
    public static ExportFileFailureReason of(IOException e, Path place) {
        return switch (e) {
            case PartlyOverwrittenFileException _ -> TORN;
            case FileAlreadyExistsException _ -> EXISTS;
            case FileSystemException it when ExportFile.A_FOLDER.equals(it.getReason()) -> A_FOLDER;
            case FileSystemException it when ExportFile.A_DEAD_LINK.equals(it.getReason()) -> DEAD_LINK;
            default -> of(DiskWriteErrorCause.of(e, place));
        };
    }

    private static ExportFileFailureReason of(DiskWriteErrorCause failure) {
        return switch (failure) {
            case FULL -> FULL;
            case READ_ONLY -> READ_ONLY;
            case DENIED -> DENIED;
            case IN_USE -> IN_USE;
            case NO_FOLDER -> NO_FOLDER;
            case OTHER -> OTHER;
        };
    }
}
