package poolscope.live.changes;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import poolscope.history.AcknowledgedChange;
import poolscope.history.HistoryFolder;
import poolscope.history.HistoryListIdentity;
import poolscope.history.KnownPoolsAtTime;
import poolscope.live.background.SaveStatus;
import poolscope.pool.Inventory;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.RecordedReadingOfConnection;
import poolscope.pool.change.WatchedPeriods;

/// What was read since the program started, in memory, and before that, on the disk. While the disk can't be read or
/// written, what is in memory remains. For any thread.
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

    /// @param folder
    ///            empty when nothing is kept on the disk
    MemoryAndDiskPoolHistory(Optional<HistoryFolder> folder, SaveStatus saveStatus) {
        this.folder = folder;
        writer = folder.map(files -> new HistoryWriter(files, saveStatus));
    }

    /// What was last known of a connection when the program ran before, from which the next reading will differ.
    Optional<KnownPoolsAtTime> resume(HistoryListIdentity source) {
        var known = ask(files -> files.newest(source.connectionId())).flatMap(found -> found)
                .filter(found -> found.source().isSameList(source))
                .map(found -> found.named(source));
        known.ifPresent(recent::resume);
        return known;
    }

    /// Adds what was read of a connection.
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

    /// Writes what is not on the disk yet.
    void writeNow() {
        writer.ifPresent(HistoryWriter::writeNow);
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
    /// @return whether all of it is gone
    boolean deleteAll() {
        recent.deleteAll();
        writer.ifPresent(HistoryWriter::forgetAll);
        return folder.isEmpty() || ask(files -> {
            files.deleteAll();
            return true;
        }).isPresent();
    }

    /// Deletes what is known of a connection.
    ///
    /// @return whether all of it is gone
    boolean delete(String connectionId) {
        recent.delete(connectionId);
        writer.ifPresent(files -> files.forget(connectionId));
        return folder.isEmpty() || ask(files -> {
            files.delete(connectionId);
            return true;
        }).isPresent();
    }

    /// The bytes on the disk.
    long size() {
        return ask(HistoryFolder::size).orElse(0L);
    }

    @Override
    public Optional<Known> at(String connectionId, Instant moment) {
        return knownAt(connectionId, moment).map(found -> new Known(found.readAt(), found.pools()));
    }

    /// The pools of a connection as they were known at a moment, and which list that was.
    Optional<KnownPoolsAtTime> knownAt(String connectionId, Instant moment) {
        return recent.knownAt(connectionId, moment)
                .or(() -> ask(files -> files.at(connectionId, moment)).flatMap(found -> found));
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
    public WatchedPeriods watched(String connectionId) {
        var since = recent.watched(connectionId);
        return ask(files -> files.watched(connectionId, LONGEST_PAUSE)).map(since::and).orElse(since);
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
