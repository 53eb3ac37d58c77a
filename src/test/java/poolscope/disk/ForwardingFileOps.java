package poolscope.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The real disk, for tests that override some of its operations.
public class ForwardingFileOps implements FileSystemOperations {
    private final FileSystemOperations disk = FileSystemOperations.ofDisk();

    @Override
    public Kind kind(Path path) throws IOException {
        return disk.kind(path);
    }

    @Override
    public Path target(Path path) throws IOException {
        return disk.target(path);
    }

    @Override
    public byte[] read(Path file, int atMost) throws IOException {
        return disk.read(file, atMost);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        disk.createFolder(folder);
    }

    @Override
    public void create(Path file, Access access) throws IOException {
        disk.create(file, access);
    }

    @Override
    public void copyAccess(Path from, Path to) throws IOException {
        disk.copyAccess(from, to);
    }

    @Override
    public OutputStream open(Path file) throws IOException {
        return disk.open(file);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        disk.write(file, bytes);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        disk.append(file, bytes);
    }

    @Override
    public long size(Path file) throws IOException {
        return disk.size(file);
    }

    @Override
    public void force(Path file) throws IOException {
        disk.force(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        disk.forceFolder(folder);
    }

    @Override
    public void moveAtomically(Path from, Path to) throws IOException {
        disk.moveAtomically(from, to);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        disk.move(from, to);
    }

    @Override
    public void moveToNew(Path from, Path to) throws IOException {
        disk.moveToNew(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
        return disk.tryLock(file);
    }

    @Override
    public void pause(Duration time) throws IOException {
        disk.pause(time);
    }
}
