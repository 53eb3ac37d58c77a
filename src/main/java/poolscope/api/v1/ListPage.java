package poolscope.api.v1;

import java.util.List;

/// One window of the service's list.
///
/// @param entries
///            in the service's order
/// @param total
///            `total_count`, [#NOT_REPORTED] when the service gave none that can be true
/// @param countAgrees
///            whether `count`, if sent, fits the number of entries
public record ListPage<T>(List<ListEntry<T>> entries, long total, boolean countAgrees) {
    public static final long NOT_REPORTED = -1;
}
