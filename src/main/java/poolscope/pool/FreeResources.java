package poolscope.pool;

/// What of a pool's capacity nobody uses at the moment. Only v2 says it; all absent in a pool of v1.
///
/// @param cpuCores
///            cores, fractions allowed
/// @param memoryMiB
///            MiB
/// @param accelerators
///            cards, fractions allowed (0.5)
/// @param onNodes
///            how the cards are distributed over the nodes
/// @param source
///            where these numbers and the pool's [AllocatableResources] come from
public record FreeResources(FieldValue cpuCores, FieldValue memoryMiB, FieldValue accelerators,
        PoolFreeCardFields onNodes, Source source) {

    /// Where capacity and free numbers come from.
    public enum Source {
        /// Nothing is known.
        NONE,
        /// The runtime metrics of all pools.
        METRICS,
        /// The sum of the pool's nodes.
        NODES
    }

    /// Nothing is known.
    public static final FreeResources NOT_REPORTED = new FreeResources(FieldValue.ABSENT, FieldValue.ABSENT,
            FieldValue.ABSENT, PoolFreeCardFields.NOT_READ, Source.NONE);
}
