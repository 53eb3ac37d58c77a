package poolscope.api.v1;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import poolscope.connection.PoolQuery;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;

/// The sort key of a row as a number: equal for rows that the service may treat as equal and so may order differently
/// each time ([ClusterListEntry#order]). Rows that only seem equal do no harm: larger overlaps are requested.
final class ClusterSortKeyCalculator {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private ClusterSortKeyCalculator() {}

    static long of(PoolQuery.SortBy by, Pool pool) {
        return switch (by) {
            case CREATED_AT -> pool.createdAt() instanceof FieldValue.Time(Instant instant)
                    ? instant.toEpochMilli()
                    : ClusterListEntry.UNORDERED;
            case CLUSTER_NAME -> pool.poolNamesAndOwner().name() instanceof FieldValue.Text(String name)
                    ? ofName(name)
                    : ClusterListEntry.UNORDERED;
        };
    }

    /// It is not documented whether the service compares names with regard to case, accents, width and trailing blanks,
    /// so all of these are ignored.
    static long ofName(String name) {
        var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).strip().hashCode();
    }
}
