package poolscope.history;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ProgramFileReplacement;

/// The files of one connection's history: `20260301T085512Z-4711.jsonl.gz` is a segment that process 4711 began at that
/// time. Beside it may be its lock while it is written, and copies of damaged segments.
///
/// @param folder
///            of the connection; need not exist
record ConnectionHistoryFiles(Path folder, FileSystemOperations ops) {
    private static final String ENDING = ".jsonl.gz";
    private static final String LOCK = ".lock";
    private static final String BAD = ".bad-";
    private static final int MOST_BAD = 5;
    private static final Pattern SEGMENT = Pattern.compile("(\\d{8}T\\d{6}Z)-\\d+(-\\d+)?\\.jsonl\\.gz");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// Of two segments that one process began in the same second, the second has a longer name.
    static final Comparator<Path> BY_BEGINNING = Comparator.comparing(ConnectionHistoryFiles::begun)
            .thenComparing(file -> file.getFileName().toString().length())
            .thenComparing(Path::getFileName);

    static Path lock(Path segment) {
        return segment.resolveSibling(segment.getFileName() + LOCK);
    }

    static Path backup(Path segment) {
        return segment.resolveSibling(segment.getFileName() + ".backup");
    }

    static boolean isSegment(Path file) {
        return SEGMENT.matcher(file.getFileName().toString()).matches();
    }

    /// Whether it is a copy of a damaged segment.
    static boolean isBad(Path file) {
        return file.getFileName().toString().contains(ENDING + BAD);
    }

    /// When a segment was begun, by its name, to the second.
    static Instant begun(Path segment) {
        var name = SEGMENT.matcher(segment.getFileName().toString());
        try {
            return name.matches() ? LocalDateTime.parse(name.group(1), TIME).toInstant(ZoneOffset.UTC) : Instant.EPOCH;
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

    /// In the order in which they were begun; none when the folder is not there.
    List<Path> segments() throws IOException {
        return all().stream().filter(ConnectionHistoryFiles::isSegment).sorted(BY_BEGINNING).toList();
    }

    List<Path> all() throws IOException {
        return ops.kind(folder) == FileSystemOperations.Kind.OTHER ? ops.list(folder) : List.of();
    }

    byte[] read(Path segment) throws IOException {
        return ops.read(segment, HistoryFileReadLimits.OWN.file());
    }

    /// Begins a segment of a new name.
    SegmentWriter begin(KnownPoolsAtTime first, SegmentWriter.Room others) throws IOException {
        ops.createFolder(folder);
        for (int n = 0;; n++) {
            Path file = folder.resolve(TIME.format(first.readAt()) + "-" + ProcessHandle.current().pid()
                    + (n == 0 ? "" : "-" + n) + ENDING);
            if (ops.kind(file) != FileSystemOperations.Kind.MISSING) continue;
            var lock = tryLock(file);
            try {
                return SegmentWriter.begin(file, new SegmentWriter.Beginning(first, isAnotherWritten(file)), lock, ops,
                        others);
            } catch (IOException notBegun) {
                if (lock.isPresent()) lock.get().close();
                ops.deleteIfPossible(lock(file));
                throw notBegun;
            }
        }
    }

    /// Whether another process is writing another segment. Asked when the own lock is held, so that of two that begin
    /// at once one sees the other. The lock of a killed process stays: by it [#sweep] finds what that process left.
    private boolean isAnotherWritten(Path own) throws IOException {
        for (Path file : withLock()) {
            if (file.equals(own)) continue;
            var lock = tryLock(file);
            if (lock.isEmpty()) return true;
            lock.get().close();
        }
        return false;
    }

    /// The segments beside which there is a lock: they are being written, or the process that wrote them was killed.
    private List<Path> withLock() throws IOException {
        return all().stream()
                .filter(path -> path.getFileName().toString().endsWith(ENDING + LOCK))
                .map(ConnectionHistoryFiles::ofLock)
                .toList();
    }

    private static Path ofLock(Path lock) {
        var name = lock.getFileName().toString();
        return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    }

    /// Goes on with a segment that nobody writes.
    ///
    /// @return empty when another process has its lock, or has written to it since it was read
    Optional<SegmentWriter> resume(SegmentEnd end) throws IOException {
        var lock = tryLock(end.file());
        if (lock.isEmpty()) return Optional.empty();
        if (ops.kind(end.file()) == FileSystemOperations.Kind.FILE && ops.size(end.file()) == end.length())
            return Optional.of(SegmentWriter.resume(end, lock.get(), ops));
        release(end.file(), lock.get());
        return Optional.empty();
    }

    /// Empty when another process has it, or where there are no locks.
    private Optional<Closeable> tryLock(Path segment) {
        try {
            return ops.tryLock(lock(segment));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Replaces a file, under a lock by which [#sweep] finds what a killed process leaves of it.
    ///
    /// @param old
    ///            its current content; empty when it is missing
    void replace(Path file, byte[] bytes, Optional<byte[]> old) throws IOException {
        var lock = tryLock(file);
        try {
            ProgramFileReplacement.replace(file, bytes, backup(file), old, ops);
        } finally {
            if (lock.isPresent()) release(file, lock.get());
        }
    }

    private void release(Path file, Closeable lock) throws IOException {
        lock.close();
        ops.deleteIfPossible(lock(file));
    }

    /// Removes what killed processes left of files that they were about to write, and their locks.
    void sweep() throws IOException {
        for (Path file : withLock()) {
            var lock = tryLock(file);
            if (lock.isEmpty()) continue;
            restore(file);
            ProgramFileReplacement.sweep(file, backup(file), ops);
            release(file, lock.get());
        }
    }

    /// On a disk without atomic moves, a process that was killed while it replaced a file left a part of the new
    /// content, and the old one as backup.
    private void restore(Path file) throws IOException {
        if (ops.kind(backup(file)) != FileSystemOperations.Kind.FILE) return;
        byte[] now = ops.kind(file) == FileSystemOperations.Kind.FILE ? read(file) : new byte[0];
        int readable = GzipMemberReader.readableBytes(now);
        if (readable == now.length && readable > 0) return;
        if (readable < GzipMemberReader.readableBytes(read(backup(file)))) ops.move(backup(file), file);
    }

    /// Keeps a copy of a damaged segment, and in its place what stands before the damage.
    ///
    /// @param good
    ///            number of bytes before the damage
    /// @return the copy; empty when another process is writing the segment: its end may not be written yet
    Optional<Path> repair(Path segment, byte[] bytes, int good, Instant now) throws IOException {
        boolean isLocked = ops.kind(lock(segment)) != FileSystemOperations.Kind.MISSING;
        var lock = tryLock(segment);
        if (isLocked && lock.isEmpty()) return Optional.empty();
        try {
            Path copy = copy(segment, bytes, now);
            if (good == 0) ops.delete(segment);
            else
                ProgramFileReplacement.replace(segment, Arrays.copyOf(bytes, good), backup(segment), Optional.of(bytes),
                        ops);
            prune(copy);
            return Optional.of(copy);
        } finally {
            if (lock.isPresent()) lock.get().close();
            ops.deleteIfPossible(lock(segment));
        }
    }

    /// The same bytes are kept once: a process may have been killed after it had copied them.
    private Path copy(Path segment, byte[] bytes, Instant now) throws IOException {
        for (Path known : all())
            if (known.getFileName().toString().startsWith(segment.getFileName() + BAD)
                    && Arrays.equals(read(known), bytes))
                return known;
        for (int n = 0;; n++) {
            Path copy = segment
                    .resolveSibling(segment.getFileName() + BAD + TIME.format(now) + (n == 0 ? "" : "-" + n));
            try {
                ops.create(copy, FileSystemOperations.Access.OWNER);
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
            ops.write(copy, bytes);
            ops.force(copy);
            ops.forceFolderIfPossible(folder);
            return copy;
        }
    }

    /// @param newest
    ///            stays, even if the clock was set back and its name is not the newest
    private void prune(Path newest) throws IOException {
        var bad = all().stream()
                .filter(path -> ConnectionHistoryFiles.isBad(path) && !path.equals(newest))
                .sorted(Comparator.comparing(path -> path.getFileName().toString().replaceFirst(".*\\.bad-", "")))
                .toList();
        bad.subList(0, Math.max(0, bad.size() + 1 - MOST_BAD)).forEach(ops::deleteIfPossible);
    }
}
