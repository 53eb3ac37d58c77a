package poolscope.live.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import poolscope.connection.ServiceAndProject;
import poolscope.history.KnownPoolsAtTime;
import poolscope.history.ProjectInSnapshotFile;
import poolscope.pool.Pool;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.PoolChange;
import poolscope.pool.change.PoolListDiff;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// One connection in a [SnapshotThenRecordedHistory].
///
/// @param base
///            the pools in the file with which they are compared, as those of this connection
/// @param last
///            the last pools in the file, as those of this connection
/// @param continuation
///            empty when nothing was recorded after the file
record SnapshotThenRecordedConnection(ServiceAndProject connection, ProjectInSnapshotFile project,
        KnownPoolsAtTime base, KnownPoolsAtTime last, Optional<Continuation> continuation) {

    /// The first recorded reading after the file, or one of the first.
    record Continuation(Instant at, ComparisonHistory.Known known) {
        private boolean isSameAs(Continuation other) {
            return at.equals(other.at) && known.isWhole() == other.known.isWhole();
        }
    }

    /// Reads the file.
    ///
    /// @return empty when the file has nothing of the connection's project, or nothing of that time
    static Optional<SnapshotThenRecordedConnection> of(SnapshotToCompareWith comparison, ServiceAndProject connection) {
        return comparison.projectOf(connection).flatMap(project -> project.at(comparison.moment()).map(base -> {
            boolean isLast = !project.readings().getLast().isAfter(base.readAt());
            var last = isLast ? base : project.at(Instant.MAX).orElse(base);
            var ownBase = own(base, connection);
            return new SnapshotThenRecordedConnection(connection, project, ownBase,
                    isLast ? ownBase : own(last, connection), Optional.empty());
        }));
    }

    private static KnownPoolsAtTime own(KnownPoolsAtTime known, ServiceAndProject connection) {
        return known.named(LastKnownPoolsByConnection.identity(connection, known.source().narrowing()));
    }

    /// With what was recorded after the file. A first reading that was not read whole is replaced by a later one as
    /// soon as there is one.
    SnapshotThenRecordedConnection continuedBy(PoolHistory recorded) {
        var id = connection.id();
        var known = continuation.filter(one -> one.known.isWhole())
                .filter(one -> recorded.earliest(id).filter(first -> !first.isAfter(one.at)).isPresent());
        if (known.isPresent()) return this;
        var end = last.readAt();
        var periods = recorded.watched(id, end)
                .from(end)
                .periods()
                .stream()
                .filter(period -> period.end().isAfter(end))
                .toList();
        var candidates = periods.isEmpty()
                ? Stream.<Instant>empty()
                : Stream.of(firstReading(periods.getFirst(), recorded), periods.getLast().end());
        var found = candidates.flatMap(at -> recorded.at(id, at).map(pools -> new Continuation(at, pools)).stream())
                .toList();
        var next = found.stream().filter(one -> one.known.isWhole()).findFirst().or(() -> found.stream().findFirst());
        return next.equals(continuation) || next.isPresent() && continuation.filter(next.get()::isSameAs).isPresent()
                ? this
                : new SnapshotThenRecordedConnection(connection, project, base, last, next);
    }

    /// When a period goes on over the end of the file, it is not known when exactly its next reading was, but that it
    /// was before the longest pause ended and before anything changed.
    private Instant firstReading(RegularlyRefreshedPeriods.Period period, PoolHistory recorded) {
        var end = last.readAt();
        if (period.start().isAfter(end)) return period.start();
        return Stream
                .concat(Stream.of(period.end(), end.plus(ComparisonHistory.LONGEST_PAUSE)),
                        recorded.moments(connection.id()).stream().filter(end::isBefore).limit(1))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    SnapshotComparisonCoverage.Compared asCompared() {
        var inFile = project.sources().getFirst().connection();
        return new SnapshotComparisonCoverage.Compared(connection.id(), connection.name(), inFile, base.readAt(),
                base.isWhole());
    }

    Optional<ComparisonHistory.Known> at(Instant moment, PoolHistory recorded) {
        if (moment.equals(base.readAt())) return Optional.of(ComparisonHistory.Known.of(base));
        if (continuation.filter(one -> !moment.isBefore(one.at)).isPresent())
            return recorded.at(connection.id(), moment);
        return moment.isBefore(last.readAt())
                ? project.at(moment).map(known -> ComparisonHistory.Known.of(own(known, connection)))
                : Optional.of(ComparisonHistory.Known.of(last));
    }

    List<ChangeLogEntry> changesAfter(Instant moment, PoolHistory recorded) {
        List<ChangeLogEntry> entries = new ArrayList<>();
        if (moment.isBefore(last.readAt()))
            project.changesSince(moment)
                    .stream()
                    .filter(entry -> entry.seenAt().isAfter(moment))
                    .map(this::own)
                    .forEach(entries::add);
        continuation.ifPresent(next -> {
            if (moment.isBefore(next.at)) entries.addAll(changesUpTo(next));
            entries.addAll(recorded.changesAfter(connection.id(), moment.isBefore(next.at) ? next.at : moment));
        });
        return entries;
    }

    private ChangeLogEntry own(ChangeLogEntry entry) {
        UnaryOperator<Pool> own = pool -> KnownPoolsAtTime.named(pool, base.source());
        return new ChangeLogEntry(entry.seenAt(), connection.id(), connection.name(), switch (entry.change()) {
            case PoolChange.Appeared(var pool) -> new PoolChange.Appeared(own.apply(pool));
            case PoolChange.Gone(var pool) -> new PoolChange.Gone(own.apply(pool));
            case PoolChange.Changed(var before, var pool, var fields) ->
                new PoolChange.Changed(own.apply(before), own.apply(pool), fields);
        });
    }

    /// What is different between the end of the file and the first reading after it. A list that was never read whole
    /// says of no pool that it is new or gone.
    private List<ChangeLogEntry> changesUpTo(Continuation next) {
        return PoolListDiff.between(last.pools(), next.known.pools()).stream().filter(change -> switch (change) {
            case PoolChange.Appeared _ -> last.isWhole();
            case PoolChange.Gone _ -> next.known.isWhole() && last.source().narrowing().isEmpty();
            case PoolChange.Changed _ -> true;
        }).map(change -> new ChangeLogEntry(next.at, connection.id(), connection.name(), change)).toList();
    }

    /// What was recorded before the end of the file does not count: the file has other steps of that time.
    RegularlyRefreshedPeriods watched(PoolHistory recorded) {
        var inFile = project.readings().stream().filter(at -> !at.isBefore(base.readAt())).toList();
        return RegularlyRefreshedPeriods.of(inFile, ComparisonHistory.LONGEST_PAUSE)
                .and(recorded.watched(connection.id(), last.readAt()).from(last.readAt()));
    }
}
