package poolscope.export;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file that pools are written to. It is written beside its place under another name, forced to the disk and moved: whatever
/// happens, there is the old file or the whole new one, never half of one (P40). Only a process that is killed leaves a `.part`.
///
/// What is no file, such as a device or a pipe, is written to as it is.
public final class ExportFile {

    /// What to do when there is a file already.
    public enum Existing {
        KEEP, REPLACE
    }

    private final Path file;
    private final Existing existing;
    private final Disk disk;

    ExportFile(Path file, Existing existing, Disk disk) {
        this.file = file;
        this.existing = existing;
        this.disk = disk;
    }

    public static ExportFile at(Path file, Existing existing) {
        return new ExportFile(file, existing, Disk.REAL);
    }

    /// Whether it can be written, as far as that can be told before.
    ///
    /// @throws FileAlreadyExistsException
    ///             when there is a file and it is to be kept
    /// @throws NoSuchFileException
    ///             when its folder is missing
    /// @throws IOException
    ///             when something else is in the way
    public void check() throws IOException {
        if (Files.isDirectory(file)) throw new FileSystemException(file.toString(), null, "It is a folder");
        if (isDevice()) return;
        if (existing == Existing.KEEP && Files.exists(file)) throw new FileAlreadyExistsException(file.toString());
        var folder = target().resolveSibling("");
        if (!Files.isDirectory(folder)) throw new NoSuchFileException(folder.toString());
        if (!Files.isWritable(folder)) throw new AccessDeniedException(folder.toString());
    }

    /// Writes it.
    ///
    /// @return how many pools were written
    /// @throws IOException
    ///             when it could not be written; what was there before still is
    /// @throws InterruptedException
    ///             when interrupted; what was there before still is
    public long write(Export export) throws IOException, InterruptedException {
        check();
        try {
            return isDevice() ? writeInto(file, export) : writeBeside(target(), export);
        } catch (ClosedByInterruptException _) {
            Thread.interrupted();
            throw new InterruptedException();
        }
    }

    private boolean isDevice() {
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    /// Where a link leads: the file is replaced, not the link.
    private Path target() throws IOException {
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    private long writeBeside(Path target, Export export) throws IOException, InterruptedException {
        var part = createPart(target);
        boolean isMoved = false;
        try {
            long written = writeInto(part, export);
            disk.force(part);
            disk.move(part, target, existing == Existing.REPLACE);
            isMoved = true;
            return written;
        } finally {
            if (!isMoved) disk.deleteIfPossible(part);
        }
    }

    private long writeInto(Path path, Export export) throws IOException, InterruptedException {
        try (var out = disk.open(path)) {
            return export.writeTo(out);
        }
    }

    private Path createPart(Path target) throws IOException {
        for (int n = 1;; n++) {
            var part = target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + "-" + n + ".part");
            try {
                disk.create(part);
                return part;
            } catch (FileAlreadyExistsException taken) {
                // Left by a process of the same number that was killed.
            }
        }
    }
}
