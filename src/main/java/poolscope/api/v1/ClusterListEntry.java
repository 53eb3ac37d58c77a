package poolscope.api.v1;

import org.jspecify.annotations.Nullable;

/// One entry of the service's list.
///
/// @param key
///            identifies it; `null` when the service sent no id, or an entry that is no cluster
/// @param order
///            the sort key of the list ([ClusterSortKeyCalculator]), to recognise equal rows; [#UNORDERED] when unknown
/// @param value
///            `null` when the entry can't be read
public record ClusterListEntry<T>(@Nullable String key, long order, @Nullable T value) {
    static final long UNORDERED = Long.MIN_VALUE;
}
