package poolscope.ui.connections;

import java.util.Arrays;
import poolscope.connection.PoolQuery;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.ValidationError;
import poolscope.connection.ValidationResult;

/// The typed values of *Ask the service for*.
///
/// @param pageSize
///            blank for the default
record PoolQueryFormValues(String name, String status, Sorting sorting, String pageSize, RequestedPoolLists scope) {

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

    /// The form of a query for all pools.
    static final PoolQueryFormValues ALL = of(PoolQuery.ALL);

    /// The form of a query; the default page size is only a prompt.
    static PoolQueryFormValues of(PoolQuery query) {
        boolean isUsual = query.pageSize() == PoolQuery.ALL.pageSize();
        return new PoolQueryFormValues(query.name(), query.status(), Sorting.of(query),
                isUsual ? "" : Integer.toString(query.pageSize()), query.scope());
    }

    /// The query, or the first error.
    ValidationResult<PoolQuery> validate() {
        return PoolQuery.text(name)
                .then(named -> PoolQuery.text(status)
                        .then(stated -> size().then(pools -> ValidationResult
                                .accepted(new PoolQuery(named, stated, sorting.by, sorting.order, pools, scope)))));
    }

    private ValidationResult<Integer> size() {
        if (pageSize.isBlank()) return ValidationResult.accepted(PoolQuery.ALL.pageSize());
        try {
            return PoolQuery.checkPageSize(Integer.parseInt(pageSize.strip()));
        } catch (NumberFormatException _) {
            return ValidationResult.refused(ValidationError.PAGE_SIZE_OUT_OF_RANGE);
        }
    }
}
