package poolscope.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import poolscope.pool.Pool;
import poolscope.pool.change.ChangeLogEntry;

/// What a [SnapshotFile] has of one project: all connections to it that are in the file count as one list, because a
/// file has each pool of a project once. Blocking; for any thread.
public final class ProjectInSnapshotFile {
    private final SnapshotFile file;
    /// In the order in which they are in the file.
    private final List<SnapshotFileSegment> segments;

    ProjectInSnapshotFile(SnapshotFile file, List<SnapshotFileSegment> segments) {
        this.file = file;
        this.segments = List.copyOf(segments);
    }

    /// The connections to the project that are in the file; at least one.
    public List<HistoryListIdentity> sources() {
        return segments.stream().map(SnapshotFileSegment::source).distinct().toList();
    }

    /// When the project was read, in the order of time; at least one.
    public List<Instant> readings() {
        var all = new TreeSet<Instant>();
        segments.forEach(segment -> all.addAll(segment.readings()));
        return List.copyOf(all);
    }

    /// The pools as they were known at a moment; empty when the file has nothing of that time. Of several connections
    /// the list was asked for without a limit when one of them was, and its time is the oldest.
    public Optional<KnownPoolsAtTime> at(Instant moment) {
        var first = segments.getFirst().source();
        return file.at(moment)
                .stream()
                .filter(known -> known.source().endpoint().equals(first.endpoint())
                        && known.source().projectId().equals(first.projectId()))
                .reduce(ProjectInSnapshotFile::together);
    }

    private static KnownPoolsAtTime together(KnownPoolsAtTime one, KnownPoolsAtTime other) {
        var source = other.source().narrowing().isEmpty() ? other.source() : one.source();
        boolean isWhole = Stream.of(one, other)
                .anyMatch(known -> known.isWhole() && known.source().narrowing().equals(source.narrowing()));
        List<Pool> pools = new ArrayList<>(one.pools());
        pools.addAll(other.pools());
        return new KnownPoolsAtTime(source, one.readAt().isBefore(other.readAt()) ? one.readAt() : other.readAt(),
                isWhole, pools);
    }

    /// What changed since then, in the order of time; entries of that very moment included. What two connections saw of
    /// a pool is what the first of them saw.
    public List<ChangeLogEntry> changesSince(Instant since) {
        Map<String, List<SnapshotFileSegment>> byConnection = new LinkedHashMap<>();
        segments.stream()
                .sorted(Comparator.comparing(SnapshotFileSegment::begun))
                .forEach(
                        segment -> byConnection.computeIfAbsent(segment.source().connectionId(), _ -> new ArrayList<>())
                                .add(segment));
        Map<String, String> seenBy = new HashMap<>();
        List<ChangeLogEntry> entries = new ArrayList<>();
        byConnection.forEach((id, ofOne) -> {
            if (ofOne.stream().anyMatch(segment -> !segment.readings().last().isBefore(since)))
                changes(ofOne, since).stream()
                        .filter(entry -> id.equals(seenBy.computeIfAbsent(entry.change().key().key(), _ -> id)))
                        .forEach(entries::add);
        });
        entries.sort(Comparator.comparing(ChangeLogEntry::seenAt));
        return List.copyOf(entries);
    }

    private List<ChangeLogEntry> changes(List<SnapshotFileSegment> ofOneConnection, Instant since) {
        List<ChangeLogEntry> entries = new ArrayList<>();
        var segmentReplay = new SegmentReplay();
        Instant reached = Instant.MIN;
        for (var segment : ofOneConnection) {
            var reader = file.reader(segment);
            for (var event = reader.next(); event.isPresent(); event = reader.next()) {
                var step = segmentReplay.apply(reader, event.get());
                // two programs that ran at once wrote segments of the same time
                if (!step.readAt().isAfter(reached)) continue;
                reached = step.readAt();
                if (step.readAt().isBefore(since)) continue;
                for (var change : step.changes())
                    entries.add(new ChangeLogEntry(step.readAt(), segment.source().connectionId(),
                            segment.source().connection(), change));
            }
        }
        return entries;
    }
}
