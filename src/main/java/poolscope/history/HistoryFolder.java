package poolscope.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import poolscope.disk.FileSystemOperations;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.RecordedReadingOfConnection;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// The history of all connections on the disk: a folder for each connection, and in it *segments*, each of which begins
/// with all pools and goes on with what changed, over several runs of the program. Kept for 30 days, or as long as there
/// is room in 200 MB.
///
/// Damaged segments are read up to the damage, and a copy of each is kept. Several processes may use one folder. One
/// object per folder and process; safe for use by several threads, and blocking.
public final class HistoryFolder implements AutoCloseable {
    /// In bytes.
    public static final long MOST_BYTES = 200_000_000;
    /// How long it is kept.
    public static final Duration LONGEST = Duration.ofDays(30);
    /// Old history is deleted each time that so much was appended, as a part of the most.
    private static final int PRUNED_PARTS = 200;

    private final Path folder;
    private final FileSystemOperations ops;
    private final Clock clock;
    private final Consumer<Path> onDamage;
    private final HistoryRetention retention;
    private final Map<String, ConnectionHistoryReader> readings = new HashMap<>();
    private final Map<String, SegmentWriter> writers = new HashMap<>();
    /// The newest pools of connections, read before they are asked for.
    private final Map<String, Optional<SegmentEnd>> readAhead = new HashMap<>();
    /// The newest segments that were read and may be continued.
    private final Map<String, SegmentEnd> ends = new HashMap<>();
    private final long prunedAfter;
    private long appended;

    private HistoryFolder(Path folder, FileSystemOperations ops, Clock clock, Consumer<Path> onDamage, long mostBytes) {
        this.folder = folder;
        this.ops = ops;
        this.clock = clock;
        this.onDamage = onDamage;
        prunedAfter = mostBytes / PRUNED_PARTS;
        retention = new HistoryRetention(folder, ops, mostBytes - 3 * prunedAfter);
    }

    /// The history of that configuration folder, which need not exist yet; nothing is read or written here.
    ///
    /// @param onDamage
    ///            given the copy of each damaged file, on the thread that read it
    public static HistoryFolder in(Path config, FileSystemOperations ops, Clock clock, Consumer<Path> onDamage) {
        return in(config, ops, clock, onDamage, MOST_BYTES);
    }

    static HistoryFolder in(Path config, FileSystemOperations ops, Clock clock, Consumer<Path> onDamage,
            long mostBytes) {
        return new HistoryFolder(config.toAbsolutePath().resolve("history"), ops, clock, onDamage, mostBytes);
    }

    /// Where it is; need not exist.
    public Path folder() {
        return folder;
    }

    /// Writes down the last known pools of a connection, which are on the disk when this returns. What has not changed
    /// is written down every few minutes only.
    ///
    /// @throws IOException
    ///             if the disk refuses; the next call begins a new segment
    public synchronized void add(KnownPoolsAtTime now) throws IOException {
        var id = now.source().connectionId();
        readAhead.remove(id);
        var writer = writers.get(id);
        try {
            if (writer != null && writer.takes(now)) {
                appended += writer.add(now);
                if (appended > prunedAfter) prune(0);
                return;
            }
            if (writer != null) writer.finish();
            begin(now);
        } catch (IOException refused) {
            drop(id);
            throw refused;
        }
    }

    private void begin(KnownPoolsAtTime now) throws IOException {
        var id = now.source().connectionId();
        readings(id);
        drop(id);
        ops.createFolder(folder);
        var end = ends.remove(id);
        if (end != null && end.isContinuedBy(now)) files(id).resume(end).ifPresent(writer -> writers.put(id, writer));
        var resumed = writers.get(id);
        if (resumed != null && resumed.takes(now)) appended += resumed.add(now);
        else {
            drop(id);
            writers.put(id, files(id).begin(now, this::prune));
        }
        prune(0);
    }

    /// @param coming
    ///            how much is about to be written, in bytes
    private void prune(long coming) throws IOException {
        appended = 0;
        retention.prune(clock.instant(), coming);
    }

    private void drop(String connectionId) {
        var writer = writers.remove(connectionId);
        if (writer != null) writer.release();
    }

    /// Reads the newest pools of a connection, so that the next call of [#newest] need not. Does nothing when the
    /// connection was used before.
    public synchronized void readAhead(String connectionId) throws IOException {
        if (!readings.containsKey(connectionId)) readAhead.put(connectionId, readings(connectionId).newest());
    }

    /// The newest pools of a connection.
    public synchronized Optional<KnownPoolsAtTime> newest(String connectionId) throws IOException {
        var known = readAhead.remove(connectionId);
        var end = known != null ? known : readings(connectionId).newest();
        if (!writers.containsKey(connectionId)) end.ifPresent(found -> ends.put(connectionId, found));
        return end.map(SegmentEnd::known);
    }

    /// The pools of a connection as they were known at a moment; empty when nothing is known of that time.
    public synchronized Optional<KnownPoolsAtTime> at(String connectionId, Instant moment) throws IOException {
        return readings(connectionId).at(moment);
    }

    /// What changed in a connection since then, in the order of time.
    public synchronized List<ChangeLogEntry> changesSince(String connectionId, Instant since) throws IOException {
        return readings(connectionId).changesSince(since);
    }

    /// The pools of a connection as they were known at a moment, if anything was, then what each kept reading after it
    /// says, in the order of time.
    ///
    /// @param visitor
    ///            returns whether it wants more
    public synchronized void forEachReading(String connectionId, Instant since,
            Predicate<RecordedReadingOfConnection> visitor) throws IOException {
        readings(connectionId).forEachReading(since, visitor);
    }

    /// When something of a connection changed or it was first read, in the order of time.
    public synchronized List<Instant> moments(String connectionId) throws IOException {
        return momentsSince(connectionId, Instant.MIN);
    }

    /// When something of a connection changed or it was first read, in the order of time; since then, and some before.
    public synchronized List<Instant> momentsSince(String connectionId, Instant since) throws IOException {
        return all(connectionId, since).stream()
                .filter(ConnectionHistoryReader.Moment::isChange)
                .map(ConnectionHistoryReader.Moment::readAt)
                .distinct()
                .toList();
    }

    /// When a connection was first read, of all that is kept.
    public synchronized Optional<Instant> earliest(String connectionId) throws IOException {
        return readings(connectionId).earliest();
    }

    /// When a connection was read since then. Of the time before, something may be missing.
    ///
    /// @param longestPause
    ///            the longest time between two readings that counts as watched
    public synchronized RegularlyRefreshedPeriods watched(String connectionId, Instant since, Duration longestPause)
            throws IOException {
        return RegularlyRefreshedPeriods.of(
                all(connectionId, since).stream().map(ConnectionHistoryReader.Moment::readAt).toList(), longestPause);
    }

    private List<ConnectionHistoryReader.Moment> all(String connectionId, Instant since) throws IOException {
        return readings(connectionId).moments(since, Optional.ofNullable(writers.get(connectionId)));
    }

    /// Which changes of a connection somebody has seen; none when that was not kept.
    public synchronized List<AcknowledgedChange> acknowledged(String connectionId) throws IOException {
        return new AcknowledgedChangesFile(files(connectionId)).read();
    }

    /// Keeps which changes of a connection somebody has seen, instead of those that were kept before.
    public synchronized void keepAcknowledged(String connectionId, List<AcknowledgedChange> seen) throws IOException {
        ops.createFolder(folder);
        new AcknowledgedChangesFile(files(connectionId)).write(seen);
    }

    /// How much there is on the disk, in bytes.
    public synchronized long size() throws IOException {
        return retention.size();
    }

    /// Deletes the history of all connections. What is added later begins a new one.
    ///
    /// @throws IOException
    ///             if something is left; all else is deleted
    public synchronized void deleteAll() throws IOException {
        List.copyOf(writers.keySet()).forEach(this::drop);
        readings.clear();
        readAhead.clear();
        ends.clear();
        Optional<IOException> failure = Optional.empty();
        for (Path connection : retention.connections())
            try {
                deleteFolder(connection);
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        if (failure.isPresent()) throw failure.get();
    }

    /// Deletes the history of one connection. What is added later begins a new one.
    ///
    /// @throws IOException
    ///             if something is left
    public synchronized void delete(String connectionId) throws IOException {
        drop(connectionId);
        readings.remove(connectionId);
        readAhead.remove(connectionId);
        ends.remove(connectionId);
        var connection = files(connectionId).folder();
        if (retention.connections().contains(connection)) deleteFolder(connection);
    }

    /// The oldest first: if that is interrupted, what is left is the end of the history.
    private void deleteFolder(Path connection) throws IOException {
        for (Path file : ops.list(connection).stream().sorted(ConnectionHistoryFiles.BY_BEGINNING).toList())
            ops.delete(file);
        ops.delete(connection);
    }

    private ConnectionHistoryReader readings(String connectionId) throws IOException {
        var known = readings.get(connectionId);
        if (known != null) return known;
        var files = files(connectionId);
        files.sweep();
        var opened = new ConnectionHistoryReader(files, clock, onDamage);
        readings.put(connectionId, opened);
        return opened;
    }

    private ConnectionHistoryFiles files(String connectionId) {
        return new ConnectionHistoryFiles(folder.resolve(connectionId), ops);
    }

    /// Writes down when each connection was read last.
    ///
    /// @throws IOException
    ///             if the disk refuses that of one of them, whose next reading begins a new segment
    public synchronized void flush() throws IOException {
        Optional<IOException> failure = Optional.empty();
        for (var connectionId : List.copyOf(writers.keySet()))
            try {
                Objects.requireNonNull(writers.get(connectionId)).finish();
            } catch (IOException refused) {
                drop(connectionId);
                failure = Optional.of(refused);
            }
        if (failure.isPresent()) throw failure.get();
    }

    /// Writes down when each connection was read last, as far as the disk lets it.
    @Override
    public synchronized void close() {
        try {
            flush();
        } catch (IOException _) {
            // the last minutes count as time that nobody watched
        }
        List.copyOf(writers.keySet()).forEach(this::drop);
    }
}
