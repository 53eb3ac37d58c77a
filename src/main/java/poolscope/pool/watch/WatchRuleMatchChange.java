package poolscope.pool.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Pools of one connection that began to match a rule, or no longer match it.
///
/// @param ruleName
///            the name of the rule at that time
/// @param connection
///            the name of the connection at that time
/// @param pools
///            the first of them, at most [#MOST_POOLS]
/// @param count
///            the number of all
/// @param at
///            when the pools were read
/// @param since
///            when they were read before: the change was between the two
public record WatchRuleMatchChange(String ruleId, String ruleName, String connection, Kind kind,
        List<WatchedPool> pools, int count, Instant at, Instant since) {

    /// How many pools are kept by name.
    public static final int MOST_POOLS = 20;
    private static final Duration GAP = Duration.ofMinutes(5);

    /// What became of the pools.
    public enum Kind {
        STARTED, STOPPED
    }

    /// @param key
    ///            [poolscope.pool.Pool#key]
    /// @param isGone
    ///            whether the connection has it no longer
    public record WatchedPool(String key, String name, boolean isGone) {}

    public WatchRuleMatchChange {
        pools = List.copyOf(pools);
    }

    /// Whether nothing was read for so long before it that the time of the change is not known well, such as while the
    /// program was closed.
    public boolean isAfterGap() {
        return Duration.between(since, at).compareTo(GAP) > 0;
    }
}
