package poolscope.ui.connections;

import java.util.Arrays;
import poolscope.connection.ApiScope;
import poolscope.connection.PoolQuery;
import poolscope.connection.Validated;
import poolscope.connection.ValidationError;

/// What stands under *Ask the service for*, as typed.
///
/// @param pageSize
///            blank for the service's own
record PoolQueryForm(String name, String status, Sorting sorting, String pageSize, ApiScope scope) {

    /// The orders that the service can sort by.
    enum Sorting {
        NEWEST_FIRST(PoolQuery.SortBy.CREATED_AT, PoolQuery.Order.DESC),
        OLDEST_FIRST(PoolQuery.SortBy.CREATED_AT, PoolQuery.Order.ASC),
        NAME(PoolQuery.SortBy.CLUSTER_NAME, PoolQuery.Order.ASC),
        NAME_REVERSED(PoolQuery.SortBy.CLUSTER_NAME, PoolQuery.Order.DESC);

        private final PoolQuery.SortBy by;
        private final PoolQuery.Order order;

        Sorting(PoolQuery.SortBy by, PoolQuery.Order order) {
            this.by = by;
            this.order = order;
        }

        private static Sorting of(PoolQuery query) {
            return Arrays.stream(values())
                    .filter(one -> one.by == query.sortBy() && one.order == query.order())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// Everything.
    static final PoolQueryForm ALL = of(PoolQuery.ALL);

    /// What is typed for that query; the usual page size stands there as a prompt only.
    static PoolQueryForm of(PoolQuery query) {
        boolean isUsual = query.pageSize() == PoolQuery.ALL.pageSize();
        return new PoolQueryForm(query.name(), query.status(), Sorting.of(query),
                isUsual ? "" : Integer.toString(query.pageSize()), query.scope());
    }

    /// The query, or the first thing that is wrong with it.
    Validated<PoolQuery> check() {
        return PoolQuery.text(name)
                .then(named -> PoolQuery.text(status)
                        .then(stated -> size().then(pools -> Validated
                                .accepted(new PoolQuery(named, stated, sorting.by, sorting.order, pools, scope)))));
    }

    private Validated<Integer> size() {
        if (pageSize.isBlank()) return Validated.accepted(PoolQuery.ALL.pageSize());
        try {
            return PoolQuery.checkPageSize(Integer.parseInt(pageSize.strip()));
        } catch (NumberFormatException _) {
            return Validated.refused(ValidationError.PAGE_SIZE_OUT_OF_RANGE);
        }
    }
}
