package poolscope.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import poolscope.disk.ForwardingFileOps;

/// The real disk, which knows how many bytes its files have together after each operation. It does not wait until they
/// are on the disk: how fast a disk is, is not the question.
final class CountedDisk extends ForwardingFileOps {
    private final Map<Path, Long> sizes = new HashMap<>();
    private long bytes;
    private long largest;

    long bytes() {
        return bytes;
    }

    /// The most that there ever was.
    long largest() {
        return largest;
    }

    private void put(Path file, long size) {
        bytes += size - sizes.getOrDefault(file, 0L);
        sizes.put(file, size);
        largest = Math.max(largest, bytes);
    }

    private void remove(Path file) {
        var size = sizes.remove(file);
        bytes -= size == null ? 0 : size;
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        super.write(file, content);
        put(file, Math.max(content.length, sizes.getOrDefault(file, 0L)));
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        super.append(file, content);
        put(file, content.length + sizes.getOrDefault(file, 0L));
    }

    @Override
    public void force(Path file) {}

    @Override
    public void forceFolder(Path folder) {}

    @Override
    public void moveAtomically(Path from, Path to) throws IOException {
        super.moveAtomically(from, to);
        long size = sizes.getOrDefault(from, 0L);
        remove(from);
        remove(to);
        put(to, size);
    }

    @Override
    public void delete(Path file) throws IOException {
        super.delete(file);
        remove(file);
    }
}
