package poolscope.api.v2;

import java.util.List;

/// One answer of a list.
///
/// @param next
///            `metadata.continue`, empty when there is none
/// @param total
///            how many items the service says there are in all, [#NOT_REPORTED] when it does not
/// @param unreadable
///            items that are no JSON objects
public record ItemPage<T>(List<T> items, String next, long total, int unreadable) {
    /// The service sent no total.
    public static final long NOT_REPORTED = -1;

    public ItemPage {
        items = List.copyOf(items);
    }
}
