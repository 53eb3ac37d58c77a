package poolscope.pool;

import java.util.Optional;

/// What the operator wants to see of the pools: which, in which order, put together by what.
///
/// @param demand
///            what they are held against: then they stand in the order of the answers ([Fit]), the sort decides between equal
///            ones, and there are no groups, because a group would tear the order apart
public record Wish(PoolFilter filter, Sort sort, Grouping grouping, Optional<Demand> demand) {

    /// All pools as the services sent them.
    public static final Wish ALL = new Wish(PoolFilter.ALL, Sort.AS_SENT, Grouping.NONE);

    public Wish {
        if (demand.isPresent()) grouping = Grouping.NONE;
    }

    /// Without a demand.
    public Wish(PoolFilter filter, Sort sort, Grouping grouping) {
        this(filter, sort, grouping, Optional.empty());
    }

    /// Without groups.
    public Wish(PoolFilter filter, Sort sort) {
        this(filter, sort, Grouping.NONE);
    }

    public Wish withFilter(PoolFilter other) {
        return new Wish(other, sort, grouping, demand);
    }

    /// With that demand, or without one.
    public Wish withDemand(Optional<Demand> other) {
        return new Wish(filter, sort, grouping, other);
    }
}
