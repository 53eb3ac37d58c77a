package poolscope.live.changes;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import poolscope.history.AcknowledgedChange;
import poolscope.history.HistoryFolder;
import poolscope.history.HistoryListIdentity;
import poolscope.history.KnownPoolsAtTime;
import poolscope.live.background.SaveStatus;
import poolscope.pool.Inventory;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.RecordedReadingOfConnection;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// What was read since the program started, in memory, and before that, on the disk. While the disk can't be read or
/// written, what is in memory remains. What the files say of a connection from before the program started is read once,
/// so that nobody who asks again and again waits for the disk. For any thread.
final class MemoryAndDiskPoolHistory implements PoolHistory {
    private static final System.Logger LOG = System.getLogger(MemoryAndDiskPoolHistory.class.getName());

    /// A read of the files.
    @FunctionalInterface
    private interface Question<T> {
        T ask(HistoryFolder folder) throws IOException;
    }

    private final InMemoryPoolHistory recent = new InMemoryPoolHistory();
    private final Optional<HistoryFolder> folder;
    private final Optional<HistoryWriter> writer;
    /// By connection; without one whose files were not read yet.
    private final Map<String, ConnectionHistoryBeforeStart> beforeStart = new ConcurrentHashMap<>();

    /// @param folder
    ///            empty when nothing is kept on the disk
    /// @param writing
    ///            writes to the disk, one piece of work after the other
    MemoryAndDiskPoolHistory(Optional<HistoryFolder> folder, Executor writing, SaveStatus saveStatus) {
        this.folder = folder;
        writer = folder.map(files -> new HistoryWriter(files, writing, saveStatus));
    }

    /// What was last known of a connection when the program ran before, from which the next reading will differ.
    Optional<KnownPoolsAtTime> resume(HistoryListIdentity source) {
        beforeStart.remove(source.connectionId());
        var known = ask(files -> files.newest(source.connectionId())).flatMap(found -> found)
                .filter(found -> found.source().isSameList(source))
                .map(found -> found.named(source));
        known.ifPresent(recent::resume);
        return known;
    }

    /// Adds what was read of a connection. Does not wait for the disk.
    ///
    /// @param isKept
    ///            whether it is written to the disk
    /// @return what is different from what was known of it
    List<ChangeLogEntry> add(HistoryListIdentity source, Inventory read, boolean isKept) {
        var added = recent.add(source, read);
        if (isKept) writer.ifPresent(files -> files.write(added.known()));
        else
            writer.ifPresent(files -> files.forget(source.connectionId()));
        return added.entries();
    }

    /// Writes what is not on the disk yet, in the background.
    void writeAllAnd(Runnable done) {
        writer.ifPresentOrElse(files -> files.writeAllAnd(done), done);
    }

    /// Whether the disk has all that was to be written, but for when each connection was read last.
    boolean isAllWritten() {
        return writer.isEmpty() || writer.get().isAllWritten();
    }

    /// Closes the files, in the background.
    void close(Runnable done) {
        writer.ifPresentOrElse(files -> files.close(done), done);
    }

    /// Which changes of a connection somebody has seen, also before the program started.
    List<AcknowledgedChange> acknowledged(String connectionId) {
        return ask(files -> files.acknowledged(connectionId)).orElse(List.of());
    }

    /// Keeps that on the disk.
    void keepAcknowledged(String connectionId, List<AcknowledgedChange> seen) {
        writer.ifPresent(files -> files.write(connectionId, seen));
    }

    /// Deletes all of it. The next readings begin a new history.
    ///
    /// @param done
    ///            given whether all of it is gone, in the background
    void deleteAll(Consumer<Boolean> done) {
        recent.deleteAll();
        beforeStart.clear();
        writer.ifPresentOrElse(files -> files.deleteAll(isGone -> {
            beforeStart.clear();
            done.accept(isGone);
        }), () -> done.accept(true));
    }

    /// Deletes what is known of a connection.
    ///
    /// @param done
    ///            given whether all of it is gone, in the background
    void delete(String connectionId, Consumer<Boolean> done) {
        recent.delete(connectionId);
        beforeStart.remove(connectionId);
        writer.ifPresentOrElse(files -> files.delete(connectionId, isGone -> {
            beforeStart.remove(connectionId);
            done.accept(isGone);
        }), () -> done.accept(true));
    }

    /// The bytes on the disk.
    long size() {
        return ask(HistoryFolder::size).orElse(0L);
    }

    @Override
    public Optional<Known> at(String connectionId, Instant moment) {
        return knownAt(connectionId, moment).map(Known::of);
    }

    /// The pools of a connection as they were known at a moment, and which list that was.
    Optional<KnownPoolsAtTime> knownAt(String connectionId, Instant moment) {
        return recent.knownAt(connectionId, moment)
                .or(() -> ask(files -> files.at(connectionId, moment)).flatMap(found -> found));
    }

    @Override
    public Optional<Instant> earliest(String connectionId) {
        return Stream
                .concat(beforeStart(connectionId, Instant.MAX).earliest().stream(),
                        recent.earliest(connectionId).stream())
                .min(Instant::compareTo);
    }

    @Override
    public List<ChangeLogEntry> changesAfter(String connectionId, Instant moment) {
        var later = recent.changesAfter(connectionId, moment);
        var reachesTo = recent.reachesTo(connectionId);
        if (!isOnDiskAlone(connectionId, moment, reachesTo)) return later;
        return Stream.concat(
                ask(files -> files.changesSince(connectionId, moment)).orElse(List.of())
                        .stream()
                        .filter(entry -> entry.seenAt().isAfter(moment) && !entry.seenAt().isAfter(reachesTo)),
                later.stream()).toList();
    }

    /// Whether a change after that moment may be missing in memory: it was before the start, or memory had no room.
    private boolean isOnDiskAlone(String connectionId, Instant moment, Instant reachesTo) {
        if (!moment.isBefore(reachesTo)) return false;
        var before = beforeStart(connectionId, moment);
        return moment.isBefore(before.lastChange()) || !reachesTo.equals(before.reachesTo());
    }

    /// Files that can't be read are asked again later.
    ///
    /// @param since
    ///            from when on it must be known when the connection was read
    private ConnectionHistoryBeforeStart beforeStart(String connectionId, Instant since) {
        var known = beforeStart.get(connectionId);
        var reachesTo = recent.reachesTo(connectionId);
        if (known != null && known.knows(since)) return known;
        var read = ask(files -> ConnectionHistoryBeforeStart.read(files, connectionId, reachesTo, since));
        if (!reachesTo.equals(Instant.MAX)) read.ifPresent(found -> beforeStart.put(connectionId, found));
        return read.orElseGet(() -> ConnectionHistoryBeforeStart.nothing(reachesTo));
    }

    @Override
    public List<ChangeLogEntry> changesSince(Instant since) {
        List<ChangeLogEntry> entries = new ArrayList<>(recent.changesSince(since));
        for (var connectionId : recent.connectionIds()) {
            var reachesTo = recent.reachesTo(connectionId);
            if (since.isBefore(reachesTo))
                ask(files -> files.changesSince(connectionId, since)).orElse(List.of())
                        .stream()
                        .filter(entry -> !entry.seenAt().isAfter(reachesTo))
                        .forEach(entries::add);
        }
        entries.sort(Comparator.comparing(ChangeLogEntry::seenAt));
        return List.copyOf(entries);
    }

    @Override
    public void forEachReading(String connectionId, Instant since, Predicate<RecordedReadingOfConnection> visitor) {
        var reach = new AtomicReference<>(Instant.MIN);
        var wantsMore = new AtomicBoolean(true);
        Predicate<RecordedReadingOfConnection> next = reading -> {
            if (reading.readAt().isAfter(reach.get())) {
                reach.set(reading.readAt());
                wantsMore.set(visitor.test(reading));
            }
            return wantsMore.get();
        };
        ask(files -> {
            files.forEachReading(connectionId, since, next);
            return true;
        });
        var later = reach.get().isAfter(since) ? reach.get() : since;
        if (wantsMore.get()) recent.forEachReading(connectionId, later, next);
    }

    @Override
    public List<Instant> moments(String connectionId) {
        var moments = new TreeSet<>(recent.moments(connectionId));
        ask(files -> files.moments(connectionId)).ifPresent(moments::addAll);
        return List.copyOf(moments);
    }

    @Override
    public RegularlyRefreshedPeriods watched(String connectionId, Instant since) {
        return recent.watched(connectionId, since).and(beforeStart(connectionId, since).watched());
    }

    private <T> Optional<T> ask(Question<T> question) {
        if (folder.isEmpty()) return Optional.empty();
        try {
            return Optional.of(question.ask(folder.get()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING,
                    "The files of the history could not be used: " + e.getClass().getName());
            return Optional.empty();
        }
    }
}
