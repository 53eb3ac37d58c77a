package poolscope.history;

import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;

/// A part of a [SnapshotFile] that begins with a list of pools and goes on with what changed: where it is, and when the
/// pools were read. It grows while the file is read for the first time.
final class SnapshotFileSegment {
    private final HistoryListIdentity source;
    private final int start;
    private final Instant begun;
    private final NavigableSet<Instant> readings = new TreeSet<>();
    private int end;

    /// @param start
    ///            its first byte
    /// @param begun
    ///            when its first list was read
    SnapshotFileSegment(HistoryListIdentity source, int start, Instant begun) {
        this.source = source;
        this.start = start;
        this.begun = begun;
        end = start;
    }

    /// @param nextByte
    ///            the byte after the entry
    void add(SegmentEntry entry, int nextByte) {
        readings.add(entry.readAt());
        end = nextByte;
    }

    HistoryListIdentity source() {
        return source;
    }

    int start() {
        return start;
    }

    /// The byte after the last one.
    int end() {
        return end;
    }

    Instant begun() {
        return begun;
    }

    /// When the pools were read; at least once.
    NavigableSet<Instant> readings() {
        return readings;
    }
}
