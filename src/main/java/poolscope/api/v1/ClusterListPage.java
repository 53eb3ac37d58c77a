package poolscope.api.v1;

import java.util.List;

/// One page of the service's list.
///
/// @param entries
///            in the service's order
/// @param total
///            `total_count`, [#NOT_REPORTED] when it is missing or impossible
/// @param countAgrees
///            whether `count`, if sent, equals the number of entries
public record ClusterListPage<T>(List<ClusterListEntry<T>> entries, long total, boolean countAgrees) {
    public static final long NOT_REPORTED = -1;
}
