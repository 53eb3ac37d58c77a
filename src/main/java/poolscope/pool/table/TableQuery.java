package poolscope.pool.table;

import java.util.Optional;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.fit.JobDemand;

/// What the operator wants to see of the pools: which, in which order, put together by what.
///
/// @param jobDemand
///            a job that the pools are checked for: then they are ordered by [FitResult], the sort decides between equal
///            ones, and there are no groups, because groups would break that order
public record TableQuery(PoolFilter filter, SortOrder sortOrder, PoolGroupingCriterion poolGroupingCriterion,
        Optional<JobDemand> jobDemand) {

    /// All pools as the services sent them.
    public static final TableQuery ALL = new TableQuery(PoolFilter.ALL, SortOrder.AS_SENT, PoolGroupingCriterion.NONE);

    public TableQuery {
        if (jobDemand.isPresent()) poolGroupingCriterion = PoolGroupingCriterion.NONE;
    }

    /// Without a demand.
    public TableQuery(PoolFilter filter, SortOrder sortOrder, PoolGroupingCriterion poolGroupingCriterion) {
        this(filter, sortOrder, poolGroupingCriterion, Optional.empty());
    }

}
