package poolscope.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/// The touches of the disk that an [ExportFile] makes, so that a test can play a full one. Real unless overridden.
class FileSystemOps {
    static final FileSystemOps REAL = new FileSystemOps();

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /// Makes an empty file.
    ///
    /// @param isPrivate
    ///            whether only its owner may read it, where the system knows such modes; else as the session has it
    /// @throws java.nio.file.FileAlreadyExistsException
    ///             when there is something
    void create(Path file, boolean isPrivate) throws IOException {
        if (isPrivate && hasModes(file)) Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        else
            Files.createFile(file);
    }

    private static boolean hasModes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Gives a file mode and group of another, and the owner where this user may.
    ///
    /// @throws IOException
    ///             when this user may not give it that group
    void copyAccess(Path from, Path to) throws IOException {
        if (!hasModes(to)) return;
        var wanted = Files.readAttributes(from, PosixFileAttributes.class);
        var there = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (!there.readAttributes().group().equals(wanted.group())) there.setGroup(wanted.group());
        if (!there.readAttributes().owner().equals(wanted.owner())) giveIfPossible(there, wanted.owner());
        there.setPermissions(wanted.permissions());
    }

    private static void giveIfPossible(PosixFileAttributeView file, UserPrincipal owner) {
        try {
            file.setOwner(owner);
        } catch (IOException notAllowed) {
            // Only root gives files away.
        }
    }

    /// Writes the content of one file into another, which stays the file that it is. Unlike a move it is no single
    /// step.
    ///
    /// @throws TornFileException
    ///             when the other file holds a part
    void overwrite(Path from, Path to) throws IOException {
        try (var in = Files.newInputStream(from); var out = Files.newOutputStream(to, StandardOpenOption.WRITE)) {
            refill(in, out, to);
        }
    }

    private void refill(InputStream in, OutputStream out, Path to) throws IOException {
        try {
            Files.newByteChannel(to, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING).close();
            in.transferTo(out);
            force(to);
        } catch (IOException e) {
            throw new TornFileException(e);
        }
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
