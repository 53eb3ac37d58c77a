package poolscope.pool;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The pools shown at a glance. A pure function of the arrangement; at many pools not for the window's thread.
///
/// @param families
///            whose cards are in the sum of accelerators
/// @param charts
///            empty when nobody looks at them
public record Overview(Arrangement arrangement, Set<AcceleratorFamily> families, Optional<Charts> charts) {

    /// Of no pool.
    public static final Overview EMPTY = new Overview(Arrangement.EMPTY, Set.of(), Optional.empty());

    public Overview {
        families = Collections.unmodifiableSet(families);
    }

    public static Overview of(Arrangement shown, boolean withCharts) {
        var bySpecification = Breakdown.parts(shown, Grouping.SPECIFICATION);
        var families = EnumSet.noneOf(AcceleratorFamily.class);
        for (var part : bySpecification)
            if (part.totals().of(PoolField.ACCELERATORS).total() instanceof Value.Number(var cards) && cards.signum() > 0)
                families.addAll(AcceleratorFamily.of(part.value()));
        return new Overview(shown, families, withCharts ? Optional.of(Charts.of(shown, bySpecification)) : Optional.empty());
    }

    /// What all pools shown add up to.
    public Totals totals() {
        return arrangement.totals();
    }
}
