package poolscope.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What stands at the end of a segment, so that a later run of the program can append to it.
///
/// @param known
///            the pools at the end
/// @param keys
///            of all pools that were ever in the segment, by number; a pool that came back has several numbers
/// @param beginning
///            size of its first member, in bytes
/// @param length
///            size of the segment, in bytes
/// @param isBesideOthers
///            whether another process wrote a segment of the same time: what only that one saw is not known here, so
///            that later differences from the pools of this one would not undo it
record SegmentEnd(Path file, KnownPoolsAtTime known, Map<Integer, String> keys,
        List<ConnectionHistoryReader.Moment> moments, int beginning, int length, boolean isBesideOthers) {
    SegmentEnd {
        moments = List.copyOf(moments);
    }

    /// Whether a later reading of that connection can be appended.
    boolean isContinuedBy(KnownPoolsAtTime now) {
        return !isBesideOthers && !now.readAt().isBefore(known.readAt());
    }
}
