package poolscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The touches of the disk that an [ExportFile] makes, so that a test can play a full one. Real unless overridden.
class Disk {
    static final Disk REAL = new Disk();

    /// Makes an empty file.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException
    ///             when there is something
    void create(Path file) throws IOException {
        Files.createFile(file);
    }

    OutputStream open(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.WRITE);
    }

    /// Returns when the file's bytes are on the disk.
    void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Gives a file another name in its folder: whoever looks sees the old file or the new one.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException
    ///             when there is a file and it is not to be replaced
    void move(Path from, Path to, boolean replace) throws IOException {
        if (!replace) {
            Files.move(from, to);
            return;
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void deleteIfPossible(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // One file too many harms nobody.
        }
    }
}
