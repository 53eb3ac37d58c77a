package poolscope.pool.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import poolscope.pool.PoolField;

/// All charts of what is shown.
///
/// @param statuses
///            pools by status, in the order of the statuses
/// @param unavailable
///            nodes that can't be used, by specification
/// @param sums
///            see [#sum]
public record ChartsOfShownPools(ChartData statuses, ChartData unavailable,
        Map<PoolGroupingCriterion, Map<PoolField, ChartData>> sums) {
    /// What can be looked at by specification and by connection.
    public static final List<PoolField> MEASURES = List.of(PoolField.CPU_CORES, PoolField.MEMORY,
            PoolField.ACCELERATORS, PoolField.FREE_ACCELERATORS);

    /// By what it can be looked at.
    public static final List<PoolGroupingCriterion> BY = List.of(PoolGroupingCriterion.SPECIFICATION,
            PoolGroupingCriterion.CONNECTION);

    static ChartsOfShownPools of(ArrangedPools shown, List<ChartData.Part> bySpecification) {
        return new ChartsOfShownPools(ChartData.asTheyStand(ChartData.parts(shown, PoolGroupingCriterion.STATUS)),
                ChartData.greatest(bySpecification, PoolField.UNAVAILABLE_NODES),
                Map.of(PoolGroupingCriterion.SPECIFICATION, measured(bySpecification), PoolGroupingCriterion.CONNECTION,
                        measured(ChartData.parts(shown, PoolGroupingCriterion.CONNECTION))));
    }

    private static Map<PoolField, ChartData> measured(List<ChartData.Part> parts) {
        return MEASURES.stream()
                .collect(Collectors.toUnmodifiableMap(field -> field, field -> ChartData.greatest(parts, field)));
    }

    /// One of the [#MEASURES] by specification or by connection.
    public ChartData sum(PoolGroupingCriterion by, PoolField measure) {
        return sums.getOrDefault(by, Map.of()).getOrDefault(measure, ChartData.NOTHING);
    }
}
