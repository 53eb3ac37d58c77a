package poolscope.history;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ProgramFileReplacement;

/// Writes one segment of a connection's history. Only one process at a time appends to a segment: the one that began
/// it, or a later one that goes on with it under its lock. After an exception nothing may be appended any more: half a
/// line may stand there.
final class SegmentWriter {
    /// How often it is written that nothing changed, so that the time until then counts as watched.
    private static final Duration UNCHANGED_EVERY = Duration.ofMinutes(5);
    /// How often the numbers that differ in every answer are written.
    private static final Duration FREE_EVERY = Duration.ofMinutes(15);
    /// A segment ends when what was appended is so many times as large as its beginning. More would make reading its
    /// end slow, less would repeat the beginning too often.
    private static final int GROWTH = 4;
    private static final long LEAST_GROWTH = 64 << 10;

    private final Path file;
    private final FileSystemOperations ops;
    private final Optional<Closeable> lock;
    private final SegmentLineBuilder lines;
    private final List<ConnectionHistoryReader.Moment> moments = new ArrayList<>();
    private final HistoryListIdentity source;
    private final boolean isWhole;
    private long room;
    private Instant newest;
    private Instant lastLine;
    private Instant lastFree;

    /// With what a segment begins.
    ///
    /// @param isBesideOthers
    ///            whether another process is writing one of the same connection
    record Beginning(KnownPoolsAtTime known, boolean isBesideOthers) {}

    /// Deletes old history before something is written.
    @FunctionalInterface
    interface Room {
        void makeFor(long bytes) throws IOException;
    }

    private SegmentWriter(Path file, SegmentLineBuilder lines, KnownPoolsAtTime known, Optional<Closeable> lock,
            FileSystemOperations ops) {
        this.file = file;
        this.lines = lines;
        this.lock = lock;
        this.ops = ops;
        source = known.source();
        isWhole = known.isWhole();
        newest = known.readAt();
        lastLine = known.readAt();
        lastFree = known.readAt();
    }

    /// Begins a segment: the file is there as a whole, or not at all.
    ///
    /// @param lock
    ///            shows other processes that the segment is being written; closed in the end
    /// @param others
    ///            makes room among the other files
    static SegmentWriter begin(Path file, Beginning beginning, Optional<Closeable> lock, FileSystemOperations ops,
            Room others) throws IOException {
        var lines = new SegmentLineBuilder();
        byte[] member = lines.beginning(beginning.known(), beginning.isBesideOthers());
        others.makeFor(member.length);
        ProgramFileReplacement.replace(file, member, ConnectionHistoryFiles.backup(file), Optional.empty(), ops);
        var begun = new SegmentWriter(file, lines, beginning.known(), lock, ops);
        begun.room = growth(member.length);
        begun.moments.add(new ConnectionHistoryReader.Moment(begun.newest, true));
        return begun;
    }

    /// Goes on with a segment of an earlier run. The first line says everything that differs, also what differs in
    /// every answer.
    ///
    /// @param lock
    ///            shows other processes that the segment is being written; closed in the end
    static SegmentWriter resume(SegmentEnd end, Closeable lock, FileSystemOperations ops) {
        var resumed = new SegmentWriter(end.file(), new SegmentLineBuilder(end), end.known(), Optional.of(lock), ops);
        resumed.lastFree = Instant.EPOCH;
        resumed.room = growth(end.beginning()) - (end.length() - end.beginning());
        resumed.moments.addAll(end.moments());
        return resumed;
    }

    private static long growth(int beginning) {
        return Math.max(LEAST_GROWTH, (long) GROWTH * beginning);
    }

    /// The moments of which something stands in the segment, as [ConnectionHistoryReader] would find them.
    List<ConnectionHistoryReader.Moment> moments() {
        return List.copyOf(moments);
    }

    Path file() {
        return file;
    }

    /// Whether these pools can be appended; otherwise they begin a segment.
    boolean takes(KnownPoolsAtTime now) {
        return room > 0 && source.equals(now.source()) && isWhole == now.isWhole();
    }

    /// Appends what differs, if anything.
    ///
    /// @return the number of bytes appended
    long add(KnownPoolsAtTime now) throws IOException {
        var changes = lines.advance(now.pools());
        boolean withFree = !now.readAt().isBefore(lastFree.plus(FREE_EVERY));
        boolean isDue = !now.readAt().isBefore(lastLine.plus(UNCHANGED_EVERY));
        newest = now.readAt();
        if (changes.isEmpty() && !withFree && !isDue) return 0;
        if (withFree) lastFree = now.readAt();
        return append(lines.next(now.readAt(), changes, withFree), !changes.isEmpty());
    }

    private long append(byte[] member, boolean isChange) throws IOException {
        lastLine = newest;
        room -= member.length;
        ops.append(file, member);
        ops.force(file);
        moments.add(new ConnectionHistoryReader.Moment(newest, isChange));
        return member.length;
    }

    /// Writes down when the pools were read last.
    void finish() throws IOException {
        if (newest.isAfter(lastLine)) append(lines.next(newest, List.of(), false), false);
    }

    /// Shows other processes that the segment is not written any more.
    void release() {
        if (lock.isEmpty()) return;
        try {
            lock.get().close();
        } catch (IOException _) {
            // it ends with the process
        }
        ops.deleteIfPossible(ConnectionHistoryFiles.lock(file));
    }
}
