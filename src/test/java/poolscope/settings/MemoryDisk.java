package poolscope.settings;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import poolscope.disk.FileSystemOperations;

/// A disk that can be full, slow, foreign or gone, and that remembers what was done to it in what order.
final class MemoryDisk implements FileSystemOperations {

    /// What was done that outlives the process. A file is a number; names point to it.
    sealed interface Change {
        record Wrote(int file, byte[] bytes) implements Change {}
        record Forced(int file) implements Change {}
        record ForcedFolder() implements Change {}
        record Named(Path name, int file, Optional<Path> before) implements Change {}
        record Unnamed(Path name) implements Change {}
    }

    /// Called before everything that is done.
    interface Fault {
        void before(int call, String what, Path path) throws IOException;
    }

    final Map<Path, Integer> names = new TreeMap<>();
    final Map<Integer, byte[]> contents = new HashMap<>();
    final Map<Path, Path> links = new HashMap<>();
    final Set<Path> folders = new HashSet<>();
    final List<Change> changes = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();
    Fault fault = (_, _, _) -> {
    };
    boolean movesAtomically = true;
    boolean lockedByAnother;
    int calls;

    /// The same names and contents, no faults, nothing remembered.
    MemoryDisk copy() {
        MemoryDisk copy = new MemoryDisk();
        copy.names.putAll(names);
        copy.contents.putAll(contents);
        copy.links.putAll(links);
        copy.folders.addAll(folders);
        copy.movesAtomically = movesAtomically;
        return copy;
    }

    MemoryDisk with(Path file, byte[] bytes) {
        folders.add(file.getParent());
        int number = contents.size() + 1;
        names.put(file, number);
        contents.put(number, bytes);
        return this;
    }

    byte[] bytes(Path file) {
        return contents.get(names.get(file));
    }

    /// Names of that beginning, without the folder.
    List<String> namesLike(String beginning) {
        return names.keySet()
                .stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.startsWith(beginning))
                .toList();
    }

    @Override
    public Kind kind(Path path) throws IOException {
        call("kind", path);
        Path target = follow(path);
        if (folders.contains(target)) {
            return Kind.OTHER;
        }
        if (names.containsKey(target)) {
            return Kind.FILE;
        }
        return links.containsKey(path) ? Kind.DANGLING_LINK : Kind.MISSING;
    }

    @Override
    public Path target(Path path) throws IOException {
        call("target", path);
        return follow(path);
    }

    @Override
    public byte[] read(Path file, int atMost) throws IOException {
        call("read", file);
        byte[] bytes = contents.get(existing(follow(file)));
        return Arrays.copyOf(bytes, Math.min(atMost, bytes.length));
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        call("list", folder);
        List<Path> all = new ArrayList<>(names.keySet());
        all.addAll(folders);
        all.addAll(links.keySet());
        return all.stream().filter(path -> folder.equals(path.getParent())).toList();
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        call("createFolder", folder);
        folders.add(folder);
    }

    @Override
    public void create(Path file, Access access) throws IOException {
        call("create", file);
        if (!folders.contains(file.getParent())) {
            throw new NoSuchFileException(file.toString());
        }
        if (names.containsKey(file) || folders.contains(file) || links.containsKey(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        int number = contents.size() + 1;
        contents.put(number, new byte[0]);
        names.put(file, number);
        changes.add(new Change.Named(file, number, Optional.empty()));
    }

    @Override
    public void copyAccess(Path from, Path to) {
        throw new UnsupportedOperationException("an export");
    }

    @Override
    public OutputStream open(Path file) {
        throw new UnsupportedOperationException("an export");
    }

    @Override
    public void append(Path file, byte[] bytes) {
        throw new UnsupportedOperationException("the history");
    }

    @Override
    public long size(Path file) throws IOException {
        call("size", file);
        return contents.get(existing(follow(file))).length;
    }

    @Override
    public void moveToNew(Path from, Path to) {
        throw new UnsupportedOperationException("an export");
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        int number = existing(file);
        try {
            call("write", file);
        } catch (IOException full) {
            contents.put(number, Arrays.copyOf(bytes, bytes.length / 3));
            changes.add(new Change.Wrote(number, contents.get(number)));
            throw full;
        }
        contents.put(number, bytes.clone());
        changes.add(new Change.Wrote(number, bytes.clone()));
    }

    @Override
    public void force(Path file) throws IOException {
        call("force", file);
        changes.add(new Change.Forced(existing(file)));
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        call("forceFolder", folder);
        changes.add(new Change.ForcedFolder());
    }

    @Override
    public void moveAtomically(Path from, Path to) throws IOException {
        call("moveAtomically", from);
        if (!movesAtomically) {
            throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "not on this disk");
        }
        if (folders.remove(from)) {
            folders.add(to);
        } else if (links.containsKey(from)) {
            links.put(to, links.remove(from));
        } else {
            rename(from, to);
        }
    }

    /// As bad as it may be: the old name is gone before the new one is there.
    @Override
    public void move(Path from, Path to) throws IOException {
        call("move", from);
        if (names.remove(to) != null) {
            changes.add(new Change.Unnamed(to));
        }
        call("move, second half", from);
        rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        call("delete", file);
        if (folders.contains(file)) {
            throw new IOException("Not empty: " + file);
        }
        links.remove(file);
        if (names.remove(file) != null) {
            changes.add(new Change.Unnamed(file));
        }
    }

    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
        call("tryLock", file);
        return lockedByAnother ? Optional.empty() : Optional.of(() -> call("unlock", file));
    }

    @Override
    public void pause(Duration time) throws IOException {
        call("pause", Path.of(""));
        pauses.add(time);
    }

    private void rename(Path from, Path to) throws IOException {
        int number = existing(from);
        names.remove(from);
        names.put(to, number);
        changes.add(new Change.Named(to, number, Optional.of(from)));
    }

    private int existing(Path file) throws NoSuchFileException {
        Integer number = names.get(file);
        if (number == null) {
            throw new NoSuchFileException(file.toString());
        }
        return number;
    }

    private Path follow(Path path) {
        return links.containsKey(path) ? follow(links.get(path)) : path;
    }

    private void call(String what, Path path) throws IOException {
        fault.before(calls++, what, path);
    }
}
