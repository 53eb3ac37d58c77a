package poolscope.api.v1;

import org.jspecify.annotations.Nullable;

/// One place in the service's list.
///
/// @param key
///            what tells it from the others; `null` when the service sent no id, or something that is no cluster at all
/// @param order
///            what the list is sorted by ([ListSortKey]), to recognise ties; [#UNORDERED] when not known
/// @param value
///            what stands there; `null` when it can't be read
public record ListEntry<T>(@Nullable String key, long order, @Nullable T value) {
    static final long UNORDERED = Long.MIN_VALUE;
}
