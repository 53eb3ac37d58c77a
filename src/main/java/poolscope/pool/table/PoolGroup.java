package poolscope.pool.table;

/// Pools that stand together, with what they add up to.
///
/// @param from
///            the place of its first pool in the order shown
/// @param to
///            the place after its last
public record PoolGroup(PoolGroupIdentity key, int from, int to, PoolTotals poolTotals) {

    /// How many pools it has; never 0.
    public int size() {
        return to - from;
    }
}
