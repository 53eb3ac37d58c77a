package poolscope.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import poolscope.history.SnapshotFile.Gap;
import poolscope.history.SnapshotFile.Missing;
import poolscope.history.SnapshotNotOpenedException.Reason;
import poolscope.pool.ExternalTextCleaner;

/// What is in a [SnapshotFile], without the pools.
///
/// @param connections
///            their names by their ids
/// @param expected
///            of how many connections it says that it is; 0 when it does not say it
/// @param segments
///            its parts, in the order in which they are in the file
record SnapshotOverview(List<Instant> moments, Map<String, String> connections, int expected, Optional<Missing> missing,
        List<SnapshotFileSegment> segments) {
    SnapshotOverview {
        moments = List.copyOf(moments);
        segments = List.copyOf(segments);
        connections = Collections.unmodifiableMap(new LinkedHashMap<>(connections));
    }

    /// @throws SnapshotNotOpenedException
    ///             if there is not even one list of pools
    static SnapshotOverview of(byte[] bytes, HistoryFileReadLimits limits) throws SnapshotNotOpenedException {
        if (bytes.length == 0) throw new SnapshotNotOpenedException(Reason.EMPTY, "");
        var reader = new SegmentReader(bytes, limits);
        var moments = new TreeSet<Instant>();
        Map<String, String> connections = new LinkedHashMap<>();
        List<SnapshotFileSegment> segments = new ArrayList<>();
        int expected = 0;
        int start = 0;
        for (var event = reader.next(); event.isPresent(); event = reader.next()) {
            switch (event.get()) {
                case SegmentEntry.Beginning(var known, _, var declared, _) -> {
                    segments.add(new SnapshotFileSegment(known.source().cleaned(), start, known.readAt()));
                    moments.add(known.readAt());
                    connections.put(known.source().connectionId(), ExternalTextCleaner.of(known.source().connection()));
                    expected = Math.max(expected, declared.orElse(0));
                }
                case SegmentEntry.Difference difference -> {
                    if (difference.isChange()) moments.add(difference.readAt());
                }
            }
            start = reader.bytesRead();
            segments.getLast().add(event.get(), start);
        }
        if (moments.isEmpty()) throw new SnapshotNotOpenedException(reason(bytes, reader.end()), "");
        return new SnapshotOverview(expected > 0 ? List.of(moments.last()) : List.copyOf(moments), connections,
                expected, missing(reader, bytes.length, connections.size(), expected), segments);
    }

    private static Reason reason(byte[] bytes, Optional<SegmentReader.End> end) {
        return switch (end.orElse(SegmentReader.End.WHOLE)) {
            case TOO_LARGE -> Reason.TOO_LARGE;
            case NEWER -> Reason.NEWER;
            case FOREIGN -> Reason.NOT_A_SNAPSHOT;
            case WHOLE, DAMAGED -> GzipMemberReader.isBegunIn(bytes) ? Reason.DAMAGED : Reason.NOT_A_SNAPSHOT;
        };
    }

    private static Optional<Missing> missing(SegmentReader reader, int length, int connections, int expected) {
        return switch (reader.end().orElse(SegmentReader.End.WHOLE)) {
            case WHOLE -> connections < expected
                    ? Optional.of(new Missing(Gap.CONNECTIONS_MISSING, connections, expected))
                    : Optional.empty();
            case DAMAGED, FOREIGN -> Optional.of(new Missing(Gap.DAMAGED, reader.bytesRead(), length));
            case NEWER -> Optional.of(new Missing(Gap.NEWER, reader.bytesRead(), length));
            case TOO_LARGE -> Optional.of(new Missing(Gap.TOO_LARGE, reader.bytesRead(), length));
        };
    }
}
