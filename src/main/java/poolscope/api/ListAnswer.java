package poolscope.api;

import java.util.List;

/// One window of the service's list.
///
/// @param entries
///            in the service's order
/// @param total
///            `total_count`, [#UNSAID] when the service gave none that can be true
/// @param countAgrees
///            whether `count`, if sent, fits the number of entries
record ListAnswer<T>(List<Entry<T>> entries, long total, boolean countAgrees) {
    static final long UNSAID = -1;
}
