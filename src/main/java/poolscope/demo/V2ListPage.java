package poolscope.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// A list of v2 and the page of it that was asked for.
///
/// @param items
///            all of them, before paging
/// @param from
///            the first item of the page
/// @param limit
///            the most items of the page
record V2ListPage<T>(List<T> items, int from, int limit) {
    /// Writes an item.
    @FunctionalInterface
    interface ItemWriter<T> {
        void write(JsonGenerator json, T item) throws IOException;
    }

    private static final int MOST = 500;
    /// The token of a page is the number of its first item behind this word.
    private static final String TOKEN = "from-";

    static <T> V2ListPage<T> whole(List<T> items) {
        return new V2ListPage<>(items, 0, Integer.MAX_VALUE);
    }

    /// Pages by `continue` and `limit`.
    static <T> V2ListPage<T> byToken(List<T> items, Map<String, String> query)
            throws DemoClusterListQuery.BadParameterException {
        var token = query.getOrDefault("continue", TOKEN + "0");
        if (!token.matches(TOKEN + "[0-9]{1,9}"))
            throw new DemoClusterListQuery.BadParameterException("Invalid parameter: continue = " + token + ".");
        return page(items, Integer.parseInt(token.substring(TOKEN.length())), query, MOST);
    }

    /// Pages by `offset`, which counts items, and `limit`.
    static <T> V2ListPage<T> byOffset(List<T> items, Map<String, String> query, int most)
            throws DemoClusterListQuery.BadParameterException {
        return page(items, DemoClusterListQuery.number(query, "offset", "0", 0), query, most);
    }

    private static <T> V2ListPage<T> page(List<T> items, int from, Map<String, String> query, int most)
            throws DemoClusterListQuery.BadParameterException {
        var limit = DemoClusterListQuery.number(query, "limit", Integer.toString(most), 0);
        return new V2ListPage<>(items, from, limit == 0 ? most : Math.min(limit, most));
    }

    List<T> page() {
        var first = Math.min(from, items.size());
        return items.subList(first, (int) Math.min(items.size(), (long) first + limit));
    }

    /// A body with `kind`, `items` and a `continue` when more follow.
    DemoResponse.Body tokens(String kind, String apiVersion, ItemWriter<T> writer) {
        return body(kind, apiVersion, writer, true);
    }

    /// A body with `kind`, `items` and `total`.
    DemoResponse.Body totals(String kind, String apiVersion, ItemWriter<T> writer) {
        return body(kind, apiVersion, writer, false);
    }

    private DemoResponse.Body body(String kind, String apiVersion, ItemWriter<T> writer, boolean tokens) {
        return out -> {
            try (var json = new JsonFactory().createGenerator(out)) {
                var page = page();
                json.writeStartObject();
                json.writeStringField("kind", kind);
                json.writeStringField("apiVersion", apiVersion);
                json.writeObjectFieldStart("metadata");
                var rest = items.size() - Math.min(from, items.size()) - page.size();
                if (tokens && rest > 0) {
                    json.writeStringField("continue", TOKEN + (from + page.size()));
                    json.writeNumberField("remainingItemCount", rest);
                }
                json.writeEndObject();
                json.writeArrayFieldStart("items");
                for (var item : page)
                    writer.write(json, item);
                json.writeEndArray();
                if (!tokens) json.writeNumberField("total", items.size());
                json.writeEndObject();
            }
        };
    }
}
