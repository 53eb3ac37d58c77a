package poolscope.handover;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolStatus;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.PoolChange;

/// A pool that needs attention: its status is not *running*, or some of its nodes can not be used.
///
/// @param runningJobs
///            jobs that run in the pool; empty when its jobs were not read
public record PoolWithOpenProblem(Pool pool, Since since, OptionalLong runningJobs) {
    /// Abnormal pools first, then by the number of nodes that can not be used.
    static final Comparator<PoolWithOpenProblem> WORST_FIRST = Comparator
            .<PoolWithOpenProblem, Integer>comparing(problem -> severity(problem.pool.status()))
            .thenComparing(problem -> unavailable(problem.pool), Comparator.reverseOrder())
            .thenComparing(problem -> problem.pool.poolNamesAndOwner().name());

    /// Since when.
    public sealed interface Since {
        /// It began between this reading and the one before.
        record SeenAt(Instant at) implements Since {}

        /// It was so already when this pool was first read.
        record Before(Instant firstRead) implements Since {}

        /// Nothing earlier is known.
        record Unknown() implements Since {}
    }

    static boolean is(Pool pool) {
        return pool.status().kind() != PoolStatus.Kind.RUNNING || unavailable(pool).signum() > 0
                || pool.poolNodeGroups().abnormal().asNumber().filter(count -> count.signum() > 0).isPresent();
    }

    /// Since when a pool has had its problem, whatever its degree.
    ///
    /// @param log
    ///            all known changes of the pool, in the order of time
    /// @param firstRead
    ///            the first reading of the connection, used when the log does not have the beginning
    static Since since(List<ChangeLogEntry> log, Since firstRead) {
        for (var entry : log.reversed()) {
            switch (entry.change()) {
                case PoolChange.Appeared _, PoolChange.Gone _ -> {
                    return new Since.SeenAt(entry.seenAt());
                }
                case PoolChange.Changed(var before, _, _) -> {
                    if (!is(before)) return new Since.SeenAt(entry.seenAt());
                }
            }
        }
        return firstRead;
    }

    private static int severity(PoolStatus status) {
        return switch (status.kind()) {
            case ABNORMAL -> 0;
            case CONCERNING -> 1;
            case OTHER -> 2;
            case DEPLOYING -> 3;
            case RUNNING -> 4;
        };
    }

    private static BigDecimal unavailable(Pool pool) {
        return pool.poolNodeGroups().unavailable() instanceof FieldValue.Number(BigDecimal nodes)
                ? nodes
                : BigDecimal.ZERO;
    }
}
