package poolscope.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file that is written under another name beside its place and then moved there; it has mode and group of the file
/// that it replaces. Closing it, or the end of the process, throws away what was not moved.
///
/// A file that nothing can be moved onto, such as one that is mounted or one in a folder that is not to be written to,
/// is overwritten in its place, when all that is to stand in it is on the disk.
final class AtomicReplacement implements AutoCloseable {
    private static final String PART = ".part";

    private final Path place;
    private final boolean replaces;
    private final FileSystemOps fileSystemOps;
    private Optional<Path> part = Optional.empty();
    private boolean isOverwritten;

    /// What may fail after a file is in its place.
    interface Next {
        void run() throws IOException;
    }

    AtomicReplacement(Path place, boolean replaces, FileSystemOps fileSystemOps) {
        this.place = place;
        this.replaces = replaces;
        this.fileSystemOps = fileSystemOps;
    }

    /// Whether its place is free.
    void check() throws IOException {
        if (!replaces && Files.exists(place)) throw new FileAlreadyExistsException(place.toString());
    }

    /// Makes the file that is to be written into.
    Path begin() throws IOException {
        boolean isThere = replaces && Files.exists(place);
        isOverwritten = isThere && !Files.isWritable(place.resolveSibling(""));
        var made = isOverwritten ? Files.createTempFile("poolscope-", PART) : createPart(isThere);
        part = Optional.of(made);
        deleteAtEnd(made);
        if (isThere && !isOverwritten) isOverwritten = !copyAccessIfPossible(place, made);
        return made;
    }

    private static void deleteAtEnd(Path made) throws IOException {
        try {
            made.toFile().deleteOnExit();
        } catch (IllegalStateException e) {
            throw new IOException("The program is ending", e);
        }
    }

    private boolean copyAccessIfPossible(Path place, Path made) {
        try {
            fileSystemOps.copyAccess(place, made);
            return true;
        } catch (IOException anotherGroup) {
            return false;
        }
    }

    void force() throws IOException {
        fileSystemOps.force(part.orElseThrow());
    }

    void put() throws IOException {
        var made = part.orElseThrow();
        if (isOverwritten) fileSystemOps.overwrite(made, place);
        else
            isOverwritten = !moveIfPossible(made);
        if (isOverwritten) fileSystemOps.deleteIfPossible(made);
        part = Optional.empty();
    }

    /// @return false when it could not be moved, and the file in its place was overwritten
    private boolean moveIfPossible(Path made) throws IOException {
        try {
            fileSystemOps.move(made, place, replaces);
            return true;
        } catch (FileSystemException e) {
            if (!replaces || !Files.isRegularFile(place) || !Files.isWritable(place)) throw e;
            fileSystemOps.overwrite(made, place);
            return false;
        }
    }

    /// Puts it in its place and goes on; when that fails, what was there before is there again.
    void commitThen(Next next) throws IOException {
        Optional<Path> before = replaces && Files.exists(place) ? Optional.of(setAside()) : Optional.empty();
        boolean isDone = false;
        boolean isPut = false;
        try {
            put();
            isPut = true;
            next.run();
            isDone = true;
        } finally {
            if (isPut && !isDone) fileSystemOps.deleteIfPossible(place);
            if (before.isPresent() && isDone) fileSystemOps.deleteIfPossible(before.get());
            if (before.isPresent() && !isDone) fileSystemOps.move(before.get(), place, true);
        }
    }

    private Path setAside() throws IOException {
        var aside = createPart(false);
        boolean isMoved = false;
        try {
            fileSystemOps.move(place, aside, true);
            isMoved = true;
            return aside;
        } finally {
            if (!isMoved) fileSystemOps.deleteIfPossible(aside);
        }
    }

    /// Its name is short whatever the place is called: a place may use up the length that the disk allows.
    private Path createPart(boolean isPrivate) throws IOException {
        for (int n = 1;; n++) {
            var free = place.resolveSibling("poolscope-" + ProcessHandle.current().pid() + "-" + n + PART);
            try {
                fileSystemOps.create(free, isPrivate);
                return free;
            } catch (FileAlreadyExistsException taken) {
                // Left by a process of the same number that was killed.
            }
        }
    }

    @Override
    public void close() {
        part.ifPresent(fileSystemOps::deleteIfPossible);
    }
}
