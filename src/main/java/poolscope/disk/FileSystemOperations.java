package poolscope.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Every file operation of settings, history and exports, so that a test can simulate a full disk, a crash or a second
/// instance.
///
/// Every method throws [IOException] when the system refuses.
public interface FileSystemOperations {

    /// What a path refers to, after following links.
    enum Kind {
        MISSING,
        FILE,
        DANGLING_LINK,
        /// A folder, a device or a pipe.
        OTHER
    }

    Kind kind(Path path) throws IOException;

    /// The path after following all symbolic links; it need not exist.
    Path target(Path path) throws IOException;

    /// The first bytes of a file, at most this many.
    byte[] read(Path file, int atMost) throws IOException;

    /// The content of the folder, in no particular order.
    List<Path> list(Path folder) throws IOException;

    /// Creates the folder and its missing parents, for the owner only (0700). An existing folder is unchanged.
    void createFolder(Path folder) throws IOException;

    /// Who may read a created file.
    enum Access {
        /// The owner only (0600).
        OWNER,
        /// As the process's umask says.
        SESSION
    }

    /// Creates an empty file; fails with [java.nio.file.FileAlreadyExistsException] if the path exists.
    void create(Path file, Access access) throws IOException;

    /// Copies mode and group of another file, and the owner where that is permitted.
    ///
    /// @throws IOException
    ///             when this user may not set that group
    void copyAccess(Path from, Path to) throws IOException;

    /// Opens an existing file for writing from its beginning, without truncating it.
    OutputStream open(Path file) throws IOException;

    /// Writes into an existing file, from its beginning. The bytes may still be in memory when this returns.
    void write(Path file, byte[] bytes) throws IOException;

    /// Writes after the end of an existing file. The bytes may still be in memory when this returns, and only some of
    /// them may be written when it fails.
    void append(Path file, byte[] bytes) throws IOException;

    /// The length of a file, in bytes.
    long size(Path file) throws IOException;

    /// Returns when the file's bytes are on the disk.
    void force(Path file) throws IOException;

    /// Returns when the folder's entries are on the disk; many systems can't do that and throw.
    void forceFolder(Path folder) throws IOException;

    /// Renames a file, a link or a folder atomically.
    ///
    /// @throws java.nio.file.AtomicMoveNotSupportedException
    ///             if this file system can't
    void moveAtomically(Path from, Path to) throws IOException;

    /// Moves a file over another, not atomically: after a crash there may be no file at `to`.
    void move(Path from, Path to) throws IOException;

    /// Moves a file to a path that does not exist.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException
    ///             when the path exists
    void moveToNew(Path from, Path to) throws IOException;

    /// Deletes a file, if it exists.
    void delete(Path file) throws IOException;

    /// Like [#delete], without failing.
    default void deleteIfPossible(Path file) {
        try {
            delete(file);
        } catch (IOException later) {
            // a file that stays does no harm
        }
    }

    /// Like [#forceFolder] where the system can do that; Windows and some network disks can't.
    default void forceFolderIfPossible(Path folder) {
        try {
            forceFolder(folder);
        } catch (IOException cannot) {
            // the entries are only not yet safe against a power cut
        }
    }

    /// Takes a lock that ends when it is closed or the process ends; empty while another process has it.
    Optional<Closeable> tryLock(Path file) throws IOException;

    /// Waits.
    ///
    /// @throws java.io.InterruptedIOException
    ///             if the thread is interrupted, which it still is afterwards
    void pause(Duration time) throws IOException;

    /// The operations of this machine's file systems.
    static FileSystemOperations ofDisk() {
        return new RealFileSystemOperations();
    }
}
