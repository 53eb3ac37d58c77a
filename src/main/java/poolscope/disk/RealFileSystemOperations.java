package poolscope.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The operations of this machine's file systems.
///
/// On Windows, files and folders inherit the permissions of the folder in which they are created, and `%APPDATA%` is
/// accessible to its owner only.
final class RealFileSystemOperations implements FileSystemOperations {

    private static final int MOST_LINKS = 40;

    @Override
    public Kind kind(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isRegularFile() ? Kind.FILE : Kind.OTHER;
        } catch (NoSuchFileException nothing) {
            return Files.isSymbolicLink(path) ? Kind.DANGLING_LINK : Kind.MISSING;
        }
    }

    @Override
    public Path target(Path path) throws IOException {
        Path at = path;
        for (int links = 0; links < MOST_LINKS; links++) {
            if (!Files.isSymbolicLink(at)) {
                return at;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        throw new FileSystemLoopException(path.toString());
    }

    @Override
    public byte[] read(Path file, int atMost) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(atMost);
        }
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (UncheckedIOException onTheWay) {
            throw onTheWay.getCause();
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownersAlone(folder, "rwx------"));
        }
    }

    @Override
    public void create(Path file, Access access) throws IOException {
        switch (access) {
            case OWNER -> Files.createFile(file, ownersAlone(file, "rw-------"));
            case SESSION -> Files.createFile(file);
        }
    }

    @Override
    public void copyAccess(Path from, Path to) throws IOException {
        if (!isPosix(to)) {
            return;
        }
        var wanted = Files.readAttributes(from, PosixFileAttributes.class);
        var there = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (!there.readAttributes().group().equals(wanted.group())) {
            there.setGroup(wanted.group());
        }
        if (!there.readAttributes().owner().equals(wanted.owner())) {
            giveIfPossible(there, wanted.owner());
        }
        there.setPermissions(wanted.permissions());
    }

    private static void giveIfPossible(PosixFileAttributeView file, UserPrincipal owner) {
        try {
            file.setOwner(owner);
        } catch (IOException notAllowed) {
            // only root may change the owner
        }
    }

    @Override
    public OutputStream open(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.WRITE);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, StandardOpenOption.WRITE);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        write(file, bytes, StandardOpenOption.APPEND);
    }

    private static void write(Path file, byte[] bytes, OpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, how)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    @Override
    public long size(Path file) throws IOException {
        return Files.size(file);
    }

    @Override
    public void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void moveAtomically(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void moveToNew(Path from, Path to) throws IOException {
        Files.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /// A lock of the kernel, which ends with its process, so there are no stale locks. The file is not deleted: then
    /// two processes could lock two files of the same name.
    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
        Set<OpenOption> how = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(file, how, ownersAlone(file, "rw-------"));
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
            return locked ? Optional.of(channel) : Optional.empty();
        } catch (OverlappingFileLockException inThisProcess) {
            return Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    @Override
    public void pause(Duration time) throws IOException {
        try {
            boolean neverGranted = new Semaphore(0).tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
            assert !neverGranted;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for another program");
        }
    }

    private static FileAttribute<?>[] ownersAlone(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
