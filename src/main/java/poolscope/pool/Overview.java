package poolscope.pool;

import java.util.Optional;

/// The pools shown at a glance. A pure function of the arrangement; at many pools not for the window's thread.
///
/// @param charts
///            empty when nobody looks at them
public record Overview(Arrangement arrangement, Optional<Charts> charts) {

    /// Of no pool.
    public static final Overview EMPTY = new Overview(Arrangement.EMPTY, Optional.empty());

    public static Overview of(Arrangement shown, boolean withCharts) {
        if (!withCharts) return new Overview(shown, Optional.empty());
        return new Overview(shown, Optional.of(Charts.of(shown, Breakdown.parts(shown, Grouping.SPECIFICATION))));
    }

    /// What all pools shown add up to.
    public Totals totals() {
        return arrangement.totals();
    }
}
