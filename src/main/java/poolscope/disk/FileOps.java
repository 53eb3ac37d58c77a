package poolscope.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Every file operation of settings and exports, so that a test can simulate a full disk, a crash or a second instance.
///
/// Every method throws [IOException] when the system refuses.
public interface FileOps {

    /// What stands at a path, links followed.
    enum Kind {
        MISSING,
        FILE,
        DANGLING_LINK,
        /// A folder, a device, a pipe.
        OTHER
    }

    Kind kind(Path path) throws IOException;

    /// Where the path leads when all symbolic links are followed, whether or not something is there.
    Path target(Path path) throws IOException;

    /// The first bytes of a file, at most that many.
    byte[] read(Path file, int atMost) throws IOException;

    /// What is in the folder, in no order.
    List<Path> list(Path folder) throws IOException;

    /// Makes the folder and its missing parents for the user alone (0700). A folder that exists is left as it is.
    void createFolder(Path folder) throws IOException;

    /// Who may read a file that is made.
    enum Access {
        /// The user alone (0600).
        OWNER,
        /// Whoever the session's umask lets.
        SESSION
    }

    /// Makes an empty file; fails with [java.nio.file.FileAlreadyExistsException] if something is there.
    void create(Path file, Access access) throws IOException;

    /// Gives a file mode and group of another, and the owner where this user may.
    ///
    /// @throws IOException
    ///             when this user may not give it that group
    void copyAccess(Path from, Path to) throws IOException;

    /// Opens an existing file to be written from its beginning; what it holds is not cut off.
    OutputStream open(Path file) throws IOException;

    /// Writes into an existing file, from its beginning. The bytes may still be in memory when this returns.
    void write(Path file, byte[] bytes) throws IOException;

    /// Returns when the file's bytes are on the disk.
    void force(Path file) throws IOException;

    /// Returns when the names in the folder are on the disk; many systems can't and throw.
    void forceFolder(Path folder) throws IOException;

    /// Gives a file, a link or a folder another name at once: whoever looks sees the old or the new.
    ///
    /// @throws java.nio.file.AtomicMoveNotSupportedException
    ///             if this disk can't
    void moveAtomically(Path from, Path to) throws IOException;

    /// Moves a file over another; a crash may leave neither at `to`.
    void move(Path from, Path to) throws IOException;

    /// Moves a file to where none is.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException
    ///             when something is there
    void moveToNew(Path from, Path to) throws IOException;

    /// Removes a file; nothing there is fine.
    void delete(Path file) throws IOException;

    /// Like [#delete] where it does not matter: what stays is removed another time.
    default void deleteIfPossible(Path file) {
        try {
            delete(file);
        } catch (IOException later) {
            // One file too many harms nobody.
        }
    }

    /// Like [#forceFolder] where the system can; Windows and some network disks can't.
    default void forceFolderIfPossible(Path folder) {
        try {
            forceFolder(folder);
        } catch (IOException cannot) {
            // The names are there all the same, only not yet safe against a power cut.
        }
    }

    /// Takes a lock that ends when it is closed or the process dies, whichever is first; empty while somebody else
    /// has it.
    Optional<Closeable> tryLock(Path file) throws IOException;

    /// Waits for somebody else to finish.
    ///
    /// @throws java.io.InterruptedIOException
    ///             if the thread is interrupted, which it still is afterwards
    void pause(Duration time) throws IOException;

    /// The real disk.
    static FileOps ofDisk() {
        return new RealFileOps();
    }
}
