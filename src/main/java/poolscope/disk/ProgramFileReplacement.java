package poolscope.disk;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Replaces a file of the program, readable for its owner only.
///
/// When the move fails for good, the temporary file is kept: it is the only copy of the new content.
public final class ProgramFileReplacement extends AtomicFileReplacement {

    /// A virus scanner may hold the file for a moment: five tries over two seconds.
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(200), Duration.ofMillis(400),
            Duration.ofMillis(600), Duration.ofMillis(800));
    private static final String TEMPORARY = ".tmp";

    private final Path backup;
    private final Optional<byte[]> old;

    private ProgramFileReplacement(Path place, Path backup, Optional<byte[]> old, FileSystemOperations ops) {
        super(place, ops);
        this.backup = backup;
        this.old = old;
    }

    /// Replaces the whole file.
    ///
    /// @param backup
    ///            gets the old content on a file system without atomic moves, until the move is done
    /// @param old
    ///            current content of the file, empty when it is missing or damaged
    /// @throws IOException
    ///             if the old content is still in the file or in the backup
    public static void replace(Path file, byte[] bytes, Path backup, Optional<byte[]> old, FileSystemOperations ops)
            throws IOException {
        try (var next = new ProgramFileReplacement(file, backup, old, ops)) {
            ops.write(next.begin(), bytes);
            next.force();
            next.put();
        }
    }

    /// Deletes temporary files of interrupted saves. To be called with the lock held, because another process may be
    /// writing one.
    public static void sweep(Path file, Path backup, FileSystemOperations ops) {
        ops.deleteIfPossible(backup);
        try {
            String prefix = prefix(file);
            ops.list(file.resolveSibling("")).stream().filter(path -> {
                String name = path.getFileName().toString();
                return name.startsWith(prefix) && name.endsWith(TEMPORARY);
            }).forEach(ops::deleteIfPossible);
        } catch (IOException _) {
            // the next save tries again
        }
    }

    private static String prefix(Path file) {
        return file.getFileName() + ".";
    }

    @Override
    Path create() throws IOException {
        return createBeside(prefix(place), TEMPORARY, FileSystemOperations.Access.OWNER);
    }

    @Override
    void moveOver(Path made) throws IOException {
        keepTemporary();
        try {
            moveInSeveralTries(made);
        } catch (AtomicMoveNotSupportedException never) {
            moveWithBackup(made);
        }
        forceFolder(place);
    }

    private void moveInSeveralTries(Path made) throws IOException {
        for (Duration pause : PAUSES) {
            try {
                ops.moveAtomically(made, place);
                return;
            } catch (AtomicMoveNotSupportedException never) {
                throw never;
            } catch (IOException held) {
                ops.pause(pause);
            }
        }
        ops.moveAtomically(made, place);
    }

    private void moveWithBackup(Path made) throws IOException {
        if (old.isPresent()) {
            ops.delete(backup);
            ops.create(backup, FileSystemOperations.Access.OWNER);
            ops.write(backup, old.get());
            ops.force(backup);
            forceFolder(backup);
        }
        ops.move(made, place);
        ops.force(place);
        forceFolder(place);
        ops.deleteIfPossible(backup);
    }

    private void forceFolder(Path file) {
        ops.forceFolderIfPossible(file.resolveSibling(""));
    }
}
