package poolscope.pool.table;

import java.util.Optional;
import poolscope.pool.Pool;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.fit.FitResult;
import poolscope.pool.fit.JobDemand;
import poolscope.pool.fit.NodeFits;

/// What the operator wants to see of the pools: which, in which order, put together by what.
///
/// @param jobDemand
///            a job that the pools are checked for: then they are ordered by [FitResult], the sort decides between equal
///            ones, and there are no groups, because groups would break that order
/// @param nodeFits
///            what the nodes of some pools say about that job
public record TableQuery(PoolFilter filter, SortOrder sortOrder, PoolGroupingCriterion poolGroupingCriterion,
        Optional<JobDemand> jobDemand, NodeFits nodeFits) {

    /// All pools as the services sent them.
    public static final TableQuery ALL = new TableQuery(PoolFilter.ALL, SortOrder.AS_SENT, PoolGroupingCriterion.NONE);

    public TableQuery {
        if (jobDemand.isPresent()) poolGroupingCriterion = PoolGroupingCriterion.NONE;
    }

    /// Without a demand.
    public TableQuery(PoolFilter filter, SortOrder sortOrder, PoolGroupingCriterion poolGroupingCriterion) {
        this(filter, sortOrder, poolGroupingCriterion, Optional.empty());
    }

    /// Without checked nodes.
    public TableQuery(PoolFilter filter, SortOrder sortOrder, PoolGroupingCriterion poolGroupingCriterion,
            Optional<JobDemand> jobDemand) {
        this(filter, sortOrder, poolGroupingCriterion, jobDemand, NodeFits.NONE);
    }

    /// Whether the pool has room for the job; empty without one.
    public Optional<FitResult> fitOf(Pool pool) {
        return jobDemand.map(asked -> nodeFits.of(pool, asked));
    }

}
