package poolscope.pool;

/// What the operator wants to see of the pools: which, in which order, put together by what.
public record Wish(PoolFilter filter, Sort sort, Grouping grouping) {

    /// All pools as the services sent them.
    public static final Wish ALL = new Wish(PoolFilter.ALL, Sort.AS_SENT, Grouping.NONE);

    /// Without groups.
    public Wish(PoolFilter filter, Sort sort) {
        this(filter, sort, Grouping.NONE);
    }

    public Wish withFilter(PoolFilter other) {
        return new Wish(other, sort, grouping);
    }
}
