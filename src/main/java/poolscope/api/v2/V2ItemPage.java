package poolscope.api.v2;

import java.util.List;

/// One page of a list.
///
/// @param next
///            `metadata.continue`, empty when there is none
/// @param total
///            total number of items according to the service, [#NOT_REPORTED] when it sends none
/// @param unreadable
///            number of items that are no JSON objects
public record V2ItemPage<T>(List<T> items, String next, long total, int unreadable) {
    /// The service sent no total.
    public static final long NOT_REPORTED = -1;

    public V2ItemPage {
        items = List.copyOf(items);
    }
}
