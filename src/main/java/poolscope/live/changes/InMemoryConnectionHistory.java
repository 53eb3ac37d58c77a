package poolscope.live.changes;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import poolscope.history.HistoryListIdentity;
import poolscope.history.KnownPoolsAtTime;
import poolscope.pool.Inventory;
import poolscope.pool.Pool;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.LastKnownPoolsMerger;
import poolscope.pool.change.PoolChange;
import poolscope.pool.change.PoolKey;
import poolscope.pool.change.PoolListDiff;
import poolscope.pool.change.RecordedReadingOfConnection;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// What was read of one connection since the program started: the last known pools, and each change on the way to them.
/// The oldest changes are forgotten when there are too many.
final class InMemoryConnectionHistory {
    /// They take about 100 MB of memory.
    private static final int MOST_CHANGES = 100_000;

    /// @param at
    ///            when it was seen
    /// @param before
    ///            when the pools had last changed before
    private record Step(Instant at, Instant before, List<ChangeLogEntry> entries) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private int changes;
    private KnownPoolsAtTime known;
    private Instant changedAt;
    private RegularlyRefreshedPeriods watched = RegularlyRefreshedPeriods.never(PoolHistory.LONGEST_PAUSE);

    /// @param isEarlier
    ///            whether the pools were read when the program ran before
    InMemoryConnectionHistory(KnownPoolsAtTime first, boolean isEarlier) {
        known = first;
        changedAt = first.readAt();
        if (!isEarlier) watched = watched.with(first.readAt());
    }

    /// Whether it is about what the service is asked for now.
    boolean isOf(HistoryListIdentity now) {
        return known.source().isSameList(now);
    }

    /// Adds a reading.
    InMemoryPoolHistory.Added add(HistoryListIdentity source, Inventory read) {
        var now = LastKnownPoolsMerger.after(known.pools(), read);
        var entries = PoolListDiff.between(known.pools(), now)
                .stream()
                .filter(change -> known.isWhole() || !(change instanceof PoolChange.Appeared))
                .map(change -> new ChangeLogEntry(read.readAt(), source.connectionId(), source.connection(),
                        withoutRaw(change)))
                .toList();
        known = new KnownPoolsAtTime(source, read.readAt(), known.isWhole() || read.isComplete(), now);
        watched = watched.with(read.readAt());
        if (!entries.isEmpty()) keep(new Step(read.readAt(), changedAt, entries));
        return new InMemoryPoolHistory.Added(known, entries);
    }

    private void keep(Step step) {
        steps.addLast(step);
        changedAt = step.at();
        changes += step.entries().size();
        while (changes > MOST_CHANGES && steps.size() > 1)
            changes -= steps.removeFirst().entries().size();
    }

    /// A pool's JSON keeps the whole page of the answer in memory.
    private static PoolChange withoutRaw(PoolChange change) {
        return switch (change) {
            case PoolChange.Appeared(var pool) -> new PoolChange.Appeared(pool.withoutRaw());
            case PoolChange.Gone(var pool) -> new PoolChange.Gone(pool.withoutRaw());
            case PoolChange.Changed(var before, var pool, var fields) ->
                new PoolChange.Changed(before.withoutRaw(), pool.withoutRaw(), fields);
        };
    }

    /// The pools as they were known at a moment, since when they were so.
    Optional<KnownPoolsAtTime> at(Instant moment) {
        Map<PoolKey, Pool> pools = new LinkedHashMap<>();
        known.pools().forEach(pool -> pools.put(PoolKey.of(pool), pool.withoutRaw()));
        Instant since = changedAt;
        for (var newest = steps.descendingIterator(); since.isAfter(moment) && newest.hasNext();) {
            var step = newest.next();
            undo(step.entries(), pools);
            since = step.before();
        }
        return since.isAfter(moment)
                ? Optional.empty()
                : Optional
                        .of(new KnownPoolsAtTime(known.source(), since, known.isWhole(), List.copyOf(pools.values())));
    }

    private static void undo(Collection<ChangeLogEntry> entries, Map<PoolKey, Pool> pools) {
        for (var entry : entries)
            switch (entry.change()) {
                case PoolChange.Appeared appeared -> pools.remove(appeared.key());
                case PoolChange.Gone gone -> pools.put(gone.key(), gone.pool());
                case PoolChange.Changed changed -> pools.put(changed.key(), changed.before());
            }
    }

    List<ChangeLogEntry> changesSince(Instant since) {
        return steps.stream()
                .filter(step -> !step.at().isBefore(since))
                .flatMap(step -> step.entries().stream())
                .toList();
    }

    List<ChangeLogEntry> changesAfter(Instant moment) {
        Deque<ChangeLogEntry> entries = new ArrayDeque<>();
        for (var newest = steps.descendingIterator(); newest.hasNext();) {
            var step = newest.next();
            if (!step.at().isAfter(moment)) break;
            step.entries().reversed().forEach(entries::addFirst);
        }
        return List.copyOf(entries);
    }

    /// The moment of the first reading that is kept.
    Instant earliest() {
        return steps.isEmpty() ? changedAt : steps.getFirst().before();
    }

    /// What [PoolHistory#forEachReading] passes on. Numbers that differ in every answer are in no change: the last
    /// reading has those of now.
    List<RecordedReadingOfConnection> readings(Instant since) {
        List<RecordedReadingOfConnection> readings = new ArrayList<>();
        var first = at(since).or(() -> at(moments().getFirst())).orElseThrow();
        readings.add(RecordedReadingOfConnection.whole(first.readAt(), first.pools()));
        for (var step : steps)
            if (step.at().isAfter(first.readAt())) readings.add(reading(step));
        if (known.readAt().isAfter(changedAt))
            readings.add(RecordedReadingOfConnection.whole(known.readAt(),
                    known.pools().stream().map(Pool::withoutRaw).toList()));
        return readings;
    }

    private static RecordedReadingOfConnection reading(Step step) {
        List<Pool> pools = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (var entry : step.entries())
            switch (entry.change()) {
                case PoolChange.Appeared(var pool) -> pools.add(pool);
                case PoolChange.Changed(_, var pool, _) -> pools.add(pool);
                case PoolChange.Gone(var pool) -> gone.add(pool.key());
            }
        return new RecordedReadingOfConnection(step.at(), false, pools, gone);
    }

    List<Instant> moments() {
        List<Instant> moments = new ArrayList<>(List.of(earliest()));
        steps.forEach(step -> moments.add(step.at()));
        return List.copyOf(moments);
    }

    RegularlyRefreshedPeriods watched() {
        return watched;
    }
}
