package poolscope.connection;

import poolscope.connection.PoolQuery.Order;
import poolscope.connection.PoolQuery.SortBy;

/// Queries that ask for less than everything.
public final class TestQueries {
    /// The list of v1 alone.
    public static final PoolQuery V1_ONLY = of(
            new RequestedPoolLists(RequestedPoolLists.Generations.V1, RequestedPoolLists.Workspaces.DEFAULT));

    private TestQueries() {}

    public static PoolQuery of(RequestedPoolLists scope) {
        return new PoolQuery("", "", SortBy.CREATED_AT, Order.DESC, PoolQuery.MAX_PAGE_SIZE, scope);
    }

    public static PoolQuery of(String name, String status) {
        return new PoolQuery(name, status, SortBy.CREATED_AT, Order.DESC, PoolQuery.MAX_PAGE_SIZE);
    }

    public static PoolQuery pages(int size) {
        return new PoolQuery("", "", SortBy.CREATED_AT, Order.DESC, size);
    }
}
