package poolscope.api.v1;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poolscope.api.Failure.UnreadableAnswer.Cause;
import poolscope.api.json.JsonObjectBodyReader;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.connection.PoolQuery;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;

/// JSON form of one page: the document's table 2, `total_count`, `count` and `clusters`.
///
/// Any bytes give a page or an [UnreadableResponseException]. A missing or null `clusters` is an empty list only when
/// `total_count` and `count` are both 0 (P07).
public final class ClusterListPageJson {
    /// A hundred times the largest page. A service that ignores `limit` may send all its pools at once, but 16 MiB
    /// can't hold more than this; more entries are no pools, and would take a hundred times their bytes in memory.
    static final int MAX_ENTRIES = 100 * PoolQuery.MAX_PAGE_SIZE;
    private static final Pattern ZERO = Pattern.compile("0+");

    private final PoolOrigin poolOrigin;
    private final ValueInterner valueInterner;
    private final PoolQuery.SortBy sortBy;
    private @Nullable List<ClusterListEntry<Pool>> entries;
    private long total = ClusterListPage.NOT_REPORTED;
    private long count = ClusterListPage.NOT_REPORTED;
    private boolean isUnsuccessful;
    private FieldValue errorCode = FieldValue.ABSENT;
    private boolean hasMessage;

    private ClusterListPageJson(PoolOrigin poolOrigin, ValueInterner valueInterner, PoolQuery.SortBy sortBy) {
        this.poolOrigin = poolOrigin;
        this.valueInterner = valueInterner;
        this.sortBy = sortBy;
    }

    /// @param sortBy
    ///            the sort key that was requested
    public static ClusterListPage<Pool> read(byte[] body, PoolOrigin poolOrigin, ValueInterner valueInterner,
            PoolQuery.SortBy sortBy) throws UnreadableResponseException {
        var list = new ClusterListPageJson(poolOrigin, valueInterner, sortBy);
        JsonObjectBodyReader.forEachField(body, valueInterner, list::readField);
        return list.page();
    }

    private ClusterListPage<Pool> page() throws UnreadableResponseException {
        if (reportsFailure()) throw new UnreadableResponseException(Cause.REPORTS_FAILURE, "");
        var rows = entries == null && total == 0 && count == 0 ? List.<ClusterListEntry<Pool>>of() : entries;
        if (rows == null) throw new UnreadableResponseException(Cause.WRONG_SHAPE, "clusters");
        // Some services send the total as `count`
        boolean countAgrees = count == ClusterListPage.NOT_REPORTED || count == rows.size() || count == total;
        return new ClusterListPage<>(rows, total, countAgrees);
    }

    private void readField(JsonValueReader in) throws IOException, UnreadableResponseException {
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

    /// Some services send an error code with every response: 0 means no error, whatever the message.
    private boolean reportsFailure() {
        if (isUnsuccessful) return true;
        return errorCode instanceof FieldValue.Text(String code) ? !ZERO.matcher(code).matches() : hasMessage;
    }

    private static long whole(JsonValueReader in) throws IOException {
        return in.count() instanceof FieldValue.Number(java.math.BigDecimal number)
                ? number.longValueExact()
                : ClusterListPage.NOT_REPORTED;
    }

    private @Nullable List<ClusterListEntry<Pool>> clusters(JsonValueReader in)
            throws IOException, UnreadableResponseException {
        if (in.isAt(JsonToken.VALUE_NULL)) return null;
        if (!in.isAt(JsonToken.START_ARRAY)) throw new UnreadableResponseException(Cause.WRONG_SHAPE, "clusters");
        var read = new ArrayList<ClusterListEntry<Pool>>();
        while (in.next() != JsonToken.END_ARRAY) {
            if (read.size() == MAX_ENTRIES) throw new UnreadableResponseException(Cause.TOO_MANY_ENTRIES, "");
            if (in.isAt(JsonToken.START_OBJECT)) read.add(cluster(in));
            else {
                in.skip();
                read.add(new ClusterListEntry<>(null, ClusterListEntry.UNORDERED, null));
            }
        }
        return read;
    }

    private ClusterListEntry<Pool> cluster(JsonValueReader in) throws IOException {
        int start = in.start();
        var cluster = ClusterJson.read(in);
        var pool = cluster.toPool(poolOrigin, in.sliceFrom(start), valueInterner);
        String key = pool.poolNamesAndOwner().id() instanceof FieldValue.Text(String id) ? id : null;
        return new ClusterListEntry<>(key, ClusterSortKeyCalculator.of(sortBy, pool), pool);
    }
}
