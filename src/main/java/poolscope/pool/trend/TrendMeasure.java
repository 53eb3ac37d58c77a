package poolscope.pool.trend;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.PoolField;

/// An amount that is added up over pools. Cards of different families are different things and are never added up.
///
/// @param family
///            of the cards; empty when the field does not count cards
public record TrendMeasure(PoolField field, Optional<AcceleratorFamily> family) implements Comparable<TrendMeasure> {
    /// The fields that are added up.
    static final List<PoolField> FIELDS = List.of(PoolField.ACCELERATORS, PoolField.FREE_ACCELERATORS,
            PoolField.NODE_COUNT, PoolField.AVAILABLE_NODES, PoolField.FREE_CPU_CORES, PoolField.FREE_MEMORY);
    private static final Comparator<TrendMeasure> ORDER = Comparator
            .comparing((TrendMeasure measure) -> measure.family().map(AcceleratorFamily::ordinal).orElse(-1))
            .thenComparing(TrendMeasure::field);

    /// Whether it counts cards.
    public boolean isOfCards() {
        return family.isPresent();
    }

    static boolean isOfCards(PoolField field) {
        return field == PoolField.ACCELERATORS || field == PoolField.FREE_ACCELERATORS;
    }

    @Override
    public int compareTo(TrendMeasure other) {
        return ORDER.compare(this, other);
    }
}
