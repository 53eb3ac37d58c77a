package poolscope.settings;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Replaces a file so that after a crash, a power cut or an error the old content or the new one is there, whole.
///
/// @param backup
///            holds the old content while a disk that can't move atomically is between the two
record AtomicFile(Path backup, FileOps ops) {

    /// A virus scanner may hold the file for a moment: five tries over two seconds.
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(200), Duration.ofMillis(400),
            Duration.ofMillis(600), Duration.ofMillis(800));
    private static final String TEMPORARY = ".tmp";

    /// @param old
    ///            what the file holds now, if that is whole
    void replace(Path file, byte[] bytes, Optional<byte[]> old) throws IOException {
        Path temporary = createTemporary(file);
        try {
            ops.write(temporary, bytes);
            ops.force(temporary);
        } catch (IOException full) {
            ops.deleteIfPossible(temporary);
            throw full;
        }
        moveOver(temporary, file, old);
        ops.forceFolderIfPossible(file.resolveSibling(""));
    }

    /// Removes what saves that were cut off have left behind. Only for who holds the lock: others may be
    /// writing theirs.
    void sweep(Path file) {
        ops.deleteIfPossible(backup);
        try {
            String prefix = file.getFileName() + ".";
            ops.list(file.resolveSibling("")).stream().filter(path -> {
                String name = path.getFileName().toString();
                return name.startsWith(prefix) && name.endsWith(TEMPORARY);
            }).forEach(ops::deleteIfPossible);
        } catch (IOException later) {
            // The next save tries again.
        }
    }

    private Path createTemporary(Path file) throws IOException {
        for (int n = 1;; n++) {
            Path temporary = file
                    .resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + "-" + n + TEMPORARY);
            try {
                ops.create(temporary);
                return temporary;
            } catch (FileAlreadyExistsException taken) {
                // Left by a process of the same number, or written by one on another machine.
            }
        }
    }

    /// If it can't be moved in the end, the temporary file stays: it is the only copy of what the operator wanted.
    private void moveOver(Path temporary, Path file, Optional<byte[]> old) throws IOException {
        for (Duration pause : PAUSES) {
            try {
                ops.moveAtomically(temporary, file);
                return;
            } catch (AtomicMoveNotSupportedException never) {
                moveWithBackup(temporary, file, old);
                return;
            } catch (IOException held) {
                ops.pause(pause);
            }
        }
        ops.moveAtomically(temporary, file);
    }

    private void moveWithBackup(Path temporary, Path file, Optional<byte[]> old) throws IOException {
        if (old.isPresent()) {
            ops.delete(backup);
            ops.create(backup);
            ops.write(backup, old.get());
            ops.force(backup);
            ops.forceFolderIfPossible(backup.resolveSibling(""));
        }
        ops.move(temporary, file);
        ops.force(file);
        ops.forceFolderIfPossible(file.resolveSibling(""));
        ops.deleteIfPossible(backup);
    }
}
