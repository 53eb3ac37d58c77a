package poolscope.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poolscope.api.Failure.UnreadableAnswer.Cause;
import poolscope.connection.PoolQuery;
import poolscope.pool.Origin;
import poolscope.pool.Pool;
import poolscope.pool.Value;

/// The wire twin of one answer: the document's table 2, `total_count`, `count` and `clusters`.
///
/// Total: any bytes give a list or say why they are none. `clusters` that is missing or null is an empty list only beside two
/// numbers that say so, `total_count` 0 and `count` 0 (P07).
final class ListJson {
    /// A hundred times the most that can be asked for. A service that looks at no `limit` may send all its pools at once, but 16
    /// MiB hold fewer than this; more are no pools, and would take a hundred times the memory of their bytes.
    static final int MOST_ENTRIES = 100 * PoolQuery.LARGEST_PAGE;
    private static final Pattern ZERO = Pattern.compile("0+");

    private final Origin origin;
    private final Interner interner;
    private final PoolQuery.SortBy sortBy;
    private @Nullable List<Entry<Pool>> entries;
    private long total = ListAnswer.UNSAID;
    private long count = ListAnswer.UNSAID;
    private boolean isUnsuccessful;
    private Value errorCode = Value.ABSENT;
    private boolean hasMessage;

    private ListJson(Origin origin, Interner interner, PoolQuery.SortBy sortBy) {
        this.origin = origin;
        this.interner = interner;
        this.sortBy = sortBy;
    }

    /// @param sortBy
    ///            what the service was asked to sort by
    static ListAnswer<Pool> read(byte[] body, Origin origin, Interner interner, PoolQuery.SortBy sortBy)
            throws UnreadableException {
        try {
            return new ListJson(origin, interner, sortBy).read(Utf8.of(body));
        } catch (JacksonException e) {
            throw JsonFault.of(e, body);
        } catch (IOException _) {
            // bytes that are no text: the array itself can't fail
            throw new UnreadableException(Cause.NOT_JSON, "");
        }
    }

    private ListAnswer<Pool> read(byte[] document) throws IOException, UnreadableException {
        var in = new JsonCursor(document, interner);
        var first = in.next();
        if (first == JsonToken.NOT_AVAILABLE) throw new UnreadableException(Cause.EMPTY, "");
        if (first != JsonToken.START_OBJECT) throw new UnreadableException(Cause.NOT_A_LIST, "");
        while (in.nextField())
            readField(in);
        if (in.next() != JsonToken.NOT_AVAILABLE) throw new UnreadableException(Cause.NOT_JSON, "byte " + in.start());
        if (reportsFailure()) throw new UnreadableException(Cause.REPORTS_FAILURE, "");
        var rows = entries == null && total == 0 && count == 0 ? List.<Entry<Pool>>of() : entries;
        if (rows == null) throw new UnreadableException(Cause.WRONG_SHAPE, "clusters");
        // Some services send the total as `count`
        boolean countAgrees = count == ListAnswer.UNSAID || count == rows.size() || count == total;
        return new ListAnswer<>(rows, total, countAgrees);
    }

    private void readField(JsonCursor in) throws IOException, UnreadableException {
        switch (in.name()) {
            case "total_count" -> total = whole(in);
            case "count" -> count = whole(in);
            case "clusters" -> entries = clusters(in);
            case "is_success" -> isUnsuccessful = in.isAt(JsonToken.VALUE_FALSE);
            case "error_code" -> errorCode = in.key();
            case "error_msg", "error_message" -> hasMessage |= in.key().isKnown();
            default -> in.skip();
        }
    }

    /// Some services send an error code with every answer: 0 says that there was no error, whatever the words beside it.
    private boolean reportsFailure() {
        if (isUnsuccessful) return true;
        return errorCode instanceof Value.Text(String code) ? !ZERO.matcher(code).matches() : hasMessage;
    }

    private static long whole(JsonCursor in) throws IOException {
        return in.count() instanceof Value.Number(java.math.BigDecimal number) ? number.longValueExact() : ListAnswer.UNSAID;
    }

    private @Nullable List<Entry<Pool>> clusters(JsonCursor in) throws IOException, UnreadableException {
        if (in.isAt(JsonToken.VALUE_NULL)) return null;
        if (!in.isAt(JsonToken.START_ARRAY)) throw new UnreadableException(Cause.WRONG_SHAPE, "clusters");
        var read = new ArrayList<Entry<Pool>>();
        while (in.next() != JsonToken.END_ARRAY) {
            if (read.size() == MOST_ENTRIES) throw new UnreadableException(Cause.TOO_MANY_ENTRIES, "");
            if (in.isAt(JsonToken.START_OBJECT)) read.add(cluster(in));
            else {
                in.skip();
                read.add(new Entry<>(null, Entry.UNORDERED, null));
            }
        }
        return read;
    }

    private Entry<Pool> cluster(JsonCursor in) throws IOException {
        int start = in.start();
        var cluster = ClusterJson.read(in);
        var pool = cluster.toPool(origin, in.sliceFrom(start), interner);
        String key = pool.identity().id() instanceof Value.Text(String id) ? id : null;
        return new Entry<>(key, ListOrder.of(sortBy, pool), pool);
    }
}
