package poolscope.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;

/// Replaces a file atomically: the content is written to a temporary file in the same folder, forced to the disk, and
/// moved over the file. After a crash either the old or the new file is there, complete.
///
/// Closing deletes the temporary file if it was not moved. [ProgramFileReplacement] and [UserFileReplacement] differ in
/// what they do when the move is not possible.
public abstract sealed class AtomicFileReplacement implements AutoCloseable
        permits ProgramFileReplacement, UserFileReplacement {
    final Path place;
    final FileSystemOperations ops;
    private Optional<Path> temporary = Optional.empty();

    AtomicFileReplacement(Path place, FileSystemOperations ops) {
        this.place = place;
        this.ops = ops;
    }

    /// Creates the temporary file, still empty.
    public final Path begin() throws IOException {
        Path made = create();
        temporary = Optional.of(made);
        begun(made);
        return made;
    }

    /// Returns when the temporary file's content is on the disk.
    public final void force() throws IOException {
        ops.force(temporary.orElseThrow());
    }

    /// Moves the temporary file over the file; it must have been forced before.
    ///
    /// @throws IOException
    ///             if the old file is unchanged
    public final void put() throws IOException {
        moveOver(temporary.orElseThrow());
        temporary = Optional.empty();
    }

    /// Keeps the temporary file when this is closed.
    final void keepTemporary() {
        temporary = Optional.empty();
    }

    abstract Path create() throws IOException;

    /// Called once for the temporary file, before anything is written.
    void begun(Path made) throws IOException {}

    abstract void moveOver(Path made) throws IOException;

    /// A new empty file in the same folder.
    ///
    /// @param prefix
    ///            beginning of its name, before a number
    final Path createBeside(String prefix, String suffix, FileSystemOperations.Access access) throws IOException {
        for (int n = 1;; n++) {
            Path free = place.resolveSibling(prefix + ProcessHandle.current().pid() + "-" + n + suffix);
            try {
                ops.create(free, access);
                return free;
            } catch (FileAlreadyExistsException taken) {
                // Left by a killed process with the same id, or used by a process of another machine.
            }
        }
    }

    @Override
    public final void close() {
        temporary.ifPresent(ops::deleteIfPossible);
    }
}
