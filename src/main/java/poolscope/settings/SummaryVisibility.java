package poolscope.settings;

/// Which of the figures around the table are shown.
///
/// @param strip
///            what all pools shown add up to, over the table
/// @param totals
///            the sums under their columns
/// @param charts
///            the bars under the strip
public record SummaryVisibility(boolean strip, boolean totals, boolean charts) {

    /// What can be shown and hidden by itself.
    public enum Part {
        STRIP, TOTALS, CHARTS
    }

    public static SummaryVisibility defaults() {
        return new SummaryVisibility(true, true, false);
    }

    public boolean shows(Part part) {
        return switch (part) {
            case STRIP -> strip;
            case TOTALS -> totals;
            case CHARTS -> charts;
        };
    }

    /// With that part shown or hidden.
    public SummaryVisibility with(Part part, boolean shown) {
        return shows(part) == shown ? this : toggled(part);
    }

    /// With that part shown if it was hidden, and the other way round.
    public SummaryVisibility toggled(Part part) {
        return switch (part) {
            case STRIP -> new SummaryVisibility(!strip, totals, charts);
            case TOTALS -> new SummaryVisibility(strip, !totals, charts);
            case CHARTS -> new SummaryVisibility(strip, totals, !charts);
        };
    }
}
