package poolscope.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import poolscope.disk.FileSystemOperations;
import poolscope.history.SnapshotNotOpenedException.Reason;
import poolscope.pool.Pool;

/// A file with pools of earlier moments that somebody sent: a snapshot, which is the list of each connection at one
/// moment, or a file of a history, or several of them one after the other. It is read into memory as a whole,
/// compressed, so that what happens to the file afterwards does not matter. Blocking; for any thread.
public final class SnapshotFile {
    /// How the names of such files end.
    public static final String ENDING = ".jsonl.gz";

    /// Why something of the file is missing here.
    public enum Gap {
        /// From some byte on it is damaged or cut off.
        DAMAGED,
        /// What follows was written by a later version of the program.
        NEWER,
        /// What follows is more than this process takes into memory.
        TOO_LARGE,
        /// Its end is missing, and with it some of its connections.
        CONNECTIONS_MISSING
    }

    /// What is missing of the file.
    ///
    /// @param read
    ///            of its bytes, or else of its connections
    /// @param of
    ///            how many it has of them
    public record Missing(Gap gap, int read, int of) {}

    private final Path path;
    private final byte[] bytes;
    private final HistoryFileReadLimits limits;
    private final SnapshotOverview overview;

    private SnapshotFile(Path path, byte[] bytes, HistoryFileReadLimits limits) throws SnapshotNotOpenedException {
        this.path = path;
        this.bytes = bytes;
        this.limits = limits;
        overview = SnapshotOverview.of(bytes, limits);
    }

    /// Reads a file.
    ///
    /// @throws SnapshotNotOpenedException
    ///             if nothing of it can be shown
    public static SnapshotFile read(Path path, FileSystemOperations ops) throws SnapshotNotOpenedException {
        return read(path, ops, HistoryFileReadLimits.ofHeap(Runtime.getRuntime().maxMemory()));
    }

    static SnapshotFile read(Path path, FileSystemOperations ops, HistoryFileReadLimits limits)
            throws SnapshotNotOpenedException {
        return new SnapshotFile(path, bytes(path, ops, limits), limits);
    }

    private static byte[] bytes(Path path, FileSystemOperations ops, HistoryFileReadLimits limits)
            throws SnapshotNotOpenedException {
        try {
            switch (ops.kind(path)) {
                case MISSING, DANGLING_LINK -> throw new SnapshotNotOpenedException(Reason.MISSING, "");
                case OTHER -> throw new SnapshotNotOpenedException(Reason.NOT_A_FILE, "");
                case FILE -> {
                }
            }
            if (ops.size(path) > limits.file()) throw new SnapshotNotOpenedException(Reason.TOO_LARGE, "");
            byte[] bytes = ops.read(path, limits.file() + 1);
            if (bytes.length > limits.file()) throw new SnapshotNotOpenedException(Reason.TOO_LARGE, "");
            return bytes;
        } catch (SnapshotNotOpenedException e) {
            throw e;
        } catch (NoSuchFileException _) {
            throw new SnapshotNotOpenedException(Reason.MISSING, "");
        } catch (AccessDeniedException _) {
            throw new SnapshotNotOpenedException(Reason.DENIED, "");
        } catch (IOException e) {
            throw new SnapshotNotOpenedException(Reason.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    /// Writes a snapshot.
    ///
    /// @param connections
    ///            the pools of each, at least one
    public static void write(List<KnownPoolsAtTime> connections, OutputStream out) throws IOException {
        for (var known : connections)
            out.write(new SegmentLineBuilder().snapshot(known, connections.size()));
    }

    /// Where it was when it was read.
    public Path path() {
        return path;
    }

    /// Its name without its folder.
    public String name() {
        var name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /// When something changed, in the order of time, at least one; of a snapshot, the time of its newest list alone.
    public List<Instant> moments() {
        return overview.moments();
    }

    /// What is missing of the file; empty when all of it was read.
    public Optional<Missing> missing() {
        return overview.missing();
    }

    /// The names of the connections of which it has pools, at one moment or another, by their ids.
    public Map<String, String> connections() {
        return overview.connections();
    }

    /// How many connections are missing of which the file does not even have the name.
    public int lostConnections() {
        return Math.max(0, overview.expected() - overview.connections().size());
    }

    /// The pools of each connection as they were known at a moment; a connection of which nothing is known of that time
    /// is left out. A pool that several connections to the same project list is one of the first of them.
    public List<KnownPoolsAtTime> at(Instant moment) {
        Map<String, SegmentReplay> newest = new LinkedHashMap<>();
        var reader = new SegmentReader(bytes, limits);
        Optional<SegmentReplay> segmentReplay = Optional.empty();
        for (var event = reader.next(); event.isPresent(); event = reader.next()) {
            if (event.get() instanceof SegmentEntry.Beginning) {
                segmentReplay.ifPresent(read -> keepNewest(read, newest));
                segmentReplay = Optional.of(new SegmentReplay());
            }
            if (event.get().readAt().isAfter(moment)) {
                segmentReplay.ifPresent(read -> keepNewest(read, newest));
                segmentReplay = Optional.empty();
            }
            if (segmentReplay.isPresent()) segmentReplay.get().skip(reader, event.get());
        }
        segmentReplay.ifPresent(read -> keepNewest(read, newest));
        Set<List<String>> listed = new HashSet<>();
        return newest.values()
                .stream()
                .flatMap(one -> one.known().stream())
                .map(known -> once(known.named(known.source().cleaned()), listed))
                .toList();
    }

    /// What the file has of each project.
    public List<ProjectInSnapshotFile> projects() {
        Map<List<String>, List<SnapshotFileSegment>> found = new LinkedHashMap<>();
        for (var segment : overview.segments())
            found.computeIfAbsent(List.of(segment.source().endpoint(), segment.source().projectId()),
                    _ -> new ArrayList<>()).add(segment);
        return found.values().stream().map(segments -> new ProjectInSnapshotFile(this, segments)).toList();
    }

    /// A reader of a part of the file.
    SegmentReader reader(SnapshotFileSegment segment) {
        return new SegmentReader(Arrays.copyOfRange(bytes, segment.start(), segment.end()), limits);
    }

    /// Segments of one connection may be in any order.
    private static void keepNewest(SegmentReplay read, Map<String, SegmentReplay> newest) {
        read.readAt()
                .ifPresent(at -> newest.merge(read.connectionId(), read,
                        (one, other) -> at.isBefore(one.readAt().orElse(Instant.MIN)) ? one : other));
    }

    private static KnownPoolsAtTime once(KnownPoolsAtTime known, Set<List<String>> listed) {
        List<Pool> pools = new ArrayList<>();
        for (var pool : known.pools())
            if (!pool.hasId() || listed.add(List.of(known.source().endpoint(), known.source().projectId(), pool.key())))
                pools.add(pool);
        return new KnownPoolsAtTime(known.source(), known.readAt(), known.isWhole(), pools);
    }
}
