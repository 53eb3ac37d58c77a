package poolscope.pool;

import java.util.List;
import java.util.Map;

/// All charts of what is shown.
///
/// @param statuses
///            pools by status, in the order of the statuses
/// @param unavailable
///            nodes that can't be used, by specification
/// @param sums
///            see [#sum]
public record Charts(Breakdown statuses, Breakdown unavailable, Map<Grouping, Map<PoolField, Breakdown>> sums) {
    /// What can be looked at by specification and by connection.
    public static final List<PoolField> MEASURES = List.of(PoolField.CPU_CORES, PoolField.MEMORY, PoolField.ACCELERATORS);

    /// By what it can be looked at.
    public static final List<Grouping> BY = List.of(Grouping.SPECIFICATION, Grouping.CONNECTION);

    static Charts of(Arrangement shown, List<Breakdown.Part> bySpecification) {
        return new Charts(Breakdown.asTheyStand(Breakdown.parts(shown, Grouping.STATUS)),
                Breakdown.greatest(bySpecification, PoolField.UNAVAILABLE_NODES),
                Map.of(Grouping.SPECIFICATION, measured(bySpecification), Grouping.CONNECTION,
                        measured(Breakdown.parts(shown, Grouping.CONNECTION))));
    }

    private static Map<PoolField, Breakdown> measured(List<Breakdown.Part> parts) {
        return Map.of(PoolField.CPU_CORES, Breakdown.greatest(parts, PoolField.CPU_CORES), PoolField.MEMORY,
                Breakdown.greatest(parts, PoolField.MEMORY), PoolField.ACCELERATORS,
                Breakdown.greatest(parts, PoolField.ACCELERATORS));
    }

    /// One of the [#MEASURES] by specification or by connection.
    public Breakdown sum(Grouping by, PoolField measure) {
        return sums.getOrDefault(by, Map.of()).getOrDefault(measure, Breakdown.NOTHING);
    }
}
