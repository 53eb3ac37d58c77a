package poolscope.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /// By the ids of the connections.
    private final Map<String, ConnectionHistory> histories = new HashMap<>();
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
    ///             if the disk refuses; the next call begins a new segment, or goes on with the last one when only old
    ///             history could not be deleted
    public synchronized void add(KnownPoolsAtTime now) throws IOException {
        var history = history(now.source().connectionId());
        boolean isAppended = history.takes(now);
        appended += history.add(now);
        if (!isAppended || appended > prunedAfter) prune(0);
    }

    /// @param coming
    ///            how much is about to be written, in bytes
    private void prune(long coming) throws IOException {
        appended = 0;
        retention.prune(clock.instant(), coming);
    }

    /// Reads the newest pools of a connection, so that the next call of [#newest] need not. Does nothing when the
    /// connection was used before.
    public synchronized void readAhead(String connectionId) throws IOException {
        if (!histories.containsKey(connectionId)) history(connectionId).readAhead();
    }

    /// The newest pools of a connection.
    public synchronized Optional<KnownPoolsAtTime> newest(String connectionId) throws IOException {
        return history(connectionId).newest();
    }

    /// The pools of a connection as they were known at a moment; empty when nothing is known of that time.
    public synchronized Optional<KnownPoolsAtTime> at(String connectionId, Instant moment) throws IOException {
        return history(connectionId).reader().at(moment);
    }

    /// What changed in a connection since then, in the order of time.
    public synchronized List<ChangeLogEntry> changesSince(String connectionId, Instant since) throws IOException {
        return history(connectionId).reader().changesSince(since);
    }

    /// The pools of a connection as they were known at a moment, if anything was, then what each kept reading after it
    /// says, in the order of time.
    ///
    /// @param visitor
    ///            returns whether it wants more
    public synchronized void forEachReading(String connectionId, Instant since,
            Predicate<RecordedReadingOfConnection> visitor) throws IOException {
        history(connectionId).reader().forEachReading(since, visitor);
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
        return history(connectionId).reader().earliest();
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
        return history(connectionId).moments(since);
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
        release();
        histories.clear();
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
        var history = histories.remove(connectionId);
        if (history != null) history.release();
        var connection = files(connectionId).folder();
        if (retention.connections().contains(connection)) deleteFolder(connection);
    }

    /// The oldest first: if that is interrupted, what is left is the end of the history.
    private void deleteFolder(Path connection) throws IOException {
        for (Path file : ops.list(connection).stream().sorted(ConnectionHistoryFiles.BY_BEGINNING).toList())
            ops.delete(file);
        ops.delete(connection);
    }

    private ConnectionHistory history(String connectionId) throws IOException {
        var known = histories.get(connectionId);
        if (known != null) return known;
        var opened = ConnectionHistory.open(files(connectionId), this::prune, clock, onDamage);
        histories.put(connectionId, opened);
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
        for (var history : histories.values())
            try {
                history.finish();
            } catch (IOException refused) {
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
        release();
    }

    private void release() {
        histories.values().forEach(ConnectionHistory::release);
    }
}
