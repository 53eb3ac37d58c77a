package poolscope.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Writes a file to a location that the user chose. It gets mode and group of the file that it replaces. The temporary
/// file is deleted when the process ends.
///
/// A file that can't be replaced by a move, such as a mount point or a file in a read-only folder, is overwritten in
/// place, after the whole content is on the disk elsewhere.
public final class UserFileReplacement extends AtomicFileReplacement {
    private static final String PART = ".part";
    /// Short and independent of the file's name, which may have the maximum length already.
    private static final String PREFIX = "poolscope-";

    private final boolean replaces;
    private boolean isOverwritten;

    /// A further step, which may fail.
    public interface Next {
        void run() throws IOException;
    }

    /// @param replaces
    ///            whether an existing file may be replaced
    public UserFileReplacement(Path place, boolean replaces, FileSystemOperations ops) {
        super(place, ops);
        this.replaces = replaces;
    }

    /// Checks that no file would be replaced without permission.
    ///
    /// @throws FileAlreadyExistsException
    ///             if a file exists that may not be replaced
    public void check() throws IOException {
        if (!replaces && Files.exists(place)) throw new FileAlreadyExistsException(place.toString());
    }

    @Override
    Path create() throws IOException {
        boolean isThere = isThere();
        isOverwritten = isThere && !Files.isWritable(place.resolveSibling(""));
        if (isOverwritten) return Files.createTempFile(PREFIX, PART);
        return createBeside(PREFIX, PART,
                isThere ? FileSystemOperations.Access.OWNER : FileSystemOperations.Access.SESSION);
    }

    @Override
    void begun(Path made) throws IOException {
        try {
            made.toFile().deleteOnExit();
        } catch (IllegalStateException e) {
            throw new IOException("The program is ending", e);
        }
        if (isThere() && !isOverwritten) isOverwritten = !copyAccessIfPossible(made);
    }

    private boolean isThere() {
        return replaces && Files.exists(place);
    }

    private boolean copyAccessIfPossible(Path made) {
        try {
            ops.copyAccess(place, made);
            return true;
        } catch (IOException anotherGroup) {
            return false;
        }
    }

    @Override
    void moveOver(Path made) throws IOException {
        if (!isOverwritten) isOverwritten = !moveIfPossible(made);
        else
            overwrite(made);
        if (isOverwritten) ops.deleteIfPossible(made);
    }

    /// @return false when it could not be moved, and the file in its place was overwritten
    private boolean moveIfPossible(Path made) throws IOException {
        try {
            move(made, place, replaces);
            return true;
        } catch (FileSystemException e) {
            if (!replaces || !Files.isRegularFile(place) || !Files.isWritable(place)) throw e;
            overwrite(made);
            return false;
        }
    }

    private void move(Path from, Path to, boolean replace) throws IOException {
        if (!replace) {
            ops.moveToNew(from, to);
            return;
        }
        try {
            ops.moveAtomically(from, to);
        } catch (AtomicMoveNotSupportedException _) {
            ops.move(from, to);
        }
    }

    /// Keeps the file itself and replaces its content, which is not atomic.
    private void overwrite(Path made) throws IOException {
        try (var in = Files.newInputStream(made); var out = ops.open(place)) {
            refill(in, out);
        }
    }

    private void refill(InputStream in, OutputStream out) throws IOException {
        try {
            Files.newByteChannel(place, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING).close();
            in.transferTo(out);
            ops.force(place);
        } catch (IOException e) {
            throw new PartlyOverwrittenFileException(e);
        }
    }

    /// Moves the file into place and runs the next step; restores the old file when that fails.
    public void commitThen(Next next) throws IOException {
        Optional<Path> before = isThere() ? Optional.of(setAside()) : Optional.empty();
        boolean isDone = false;
        boolean isPut = false;
        try {
            put();
            isPut = true;
            next.run();
            isDone = true;
        } finally {
            if (isPut && !isDone) ops.deleteIfPossible(place);
            if (before.isPresent() && isDone) ops.deleteIfPossible(before.get());
            if (before.isPresent() && !isDone) move(before.get(), place, true);
        }
    }

    private Path setAside() throws IOException {
        var aside = createBeside(PREFIX, PART, FileSystemOperations.Access.SESSION);
        boolean isMoved = false;
        try {
            move(place, aside, true);
            isMoved = true;
            return aside;
        } finally {
            if (!isMoved) ops.deleteIfPossible(aside);
        }
    }
}
