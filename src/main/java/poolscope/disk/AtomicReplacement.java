package poolscope.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;

/// A file that is written under another name beside its place, forced to the disk and moved there: whatever happens,
/// the old file or the new one is there, whole.
///
/// Closing it deletes the temporary file if it was not moved. What is done when nothing can be moved onto the place
/// depends on whose file it is: [ProgramFile] or [UserFile].
public abstract sealed class AtomicReplacement implements AutoCloseable permits ProgramFile, UserFile {
    final Path place;
    final FileOps ops;
    private Optional<Path> temporary = Optional.empty();

    AtomicReplacement(Path place, FileOps ops) {
        this.place = place;
        this.ops = ops;
    }

    /// Makes the empty file that is to be written into.
    public final Path begin() throws IOException {
        Path made = create();
        temporary = Optional.of(made);
        begun(made);
        return made;
    }

    /// Returns when what was written is on the disk.
    public final void force() throws IOException {
        ops.force(temporary.orElseThrow());
    }

    /// Moves it to its place; it must have been forced before.
    ///
    /// @throws IOException
    ///             if what was in the place is still there
    public final void put() throws IOException {
        moveOver(temporary.orElseThrow());
        temporary = Optional.empty();
    }

    /// Leaves the temporary file where it is when this is closed.
    final void keepTemporary() {
        temporary = Optional.empty();
    }

    abstract Path create() throws IOException;

    /// Called once for the temporary file, before anything is written.
    void begun(Path made) throws IOException {}

    abstract void moveOver(Path made) throws IOException;

    /// A new empty file in the folder of the place.
    ///
    /// @param prefix
    ///            its name up to the number
    final Path createBeside(String prefix, String suffix, FileOps.Access access) throws IOException {
        for (int n = 1;; n++) {
            Path free = place.resolveSibling(prefix + ProcessHandle.current().pid() + "-" + n + suffix);
            try {
                ops.create(free, access);
                return free;
            } catch (FileAlreadyExistsException taken) {
                // Left by a process of the same number that was killed, or written by one on another machine.
            }
        }
    }

    @Override
    public final void close() {
        temporary.ifPresent(ops::deleteIfPossible);
    }
}
