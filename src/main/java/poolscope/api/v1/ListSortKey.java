package poolscope.api.v1;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import poolscope.connection.PoolQuery;
import poolscope.pool.Pool;
import poolscope.pool.Value;

/// What the service sorts its list by, as a number: equal for rows that the service may take for equal, which it can
/// then bring in another order each time ([ListEntry#order]). Rows that only seem equal do no harm: more of them are
/// asked for again.
final class ListSortKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private ListSortKey() {}

    static long of(PoolQuery.SortBy by, Pool pool) {
        return switch (by) {
            case CREATED_AT ->
                pool.createdAt() instanceof Value.Time(Instant instant) ? instant.toEpochMilli() : ListEntry.UNORDERED;
            case CLUSTER_NAME ->
                pool.poolIdentity().name() instanceof Value.Text(String name) ? ofName(name) : ListEntry.UNORDERED;
        };
    }

    /// Services compare names without regard to case, accents, widths and blanks at the end, or with: nobody says.
    static long ofName(String name) {
        var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).strip().hashCode();
    }
}
