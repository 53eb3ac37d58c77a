package poolscope.settings;

/// Where the window stood and which of its zones were open.
///
/// @param bounds
///            the place of the window when it is not maximised; the screens may have changed since, so the window clamps
///            it
/// @param detailsShare
///            share of the width (or height) that the details take, kept within [#SMALLEST_SHARE] and [#LARGEST_SHARE]
/// @param welcomeShown
///            whether the ways to begin with are offered while there is no connection, because nobody has put them away
///            yet
/// @param summaryVisibility
///            which of the figures around the table are shown
public record WindowBoundsAndPaneVisibility(Bounds bounds, boolean maximised, boolean detailsShown, double detailsShare,
        boolean sidebarShown, boolean welcomeShown, SummaryVisibility summaryVisibility) {

    public static final double SMALLEST_SHARE = 0.1;
    public static final double LARGEST_SHARE = 0.9;
    private static final double FIRST_SHARE = 0.28;

    /// The place of a window, if one is remembered.
    public sealed interface Bounds {

        /// Nothing is remembered: the window chooses its first size and place.
        record Unset() implements Bounds {}

        /// Upper left corner and size in px of the virtual screen; `x` and `y` are negative on a screen to the left
        /// or above.
        record At(double x, double y, double width, double height) implements Bounds {
            public At {
                if (!areSane(x, y, width, height)) {
                    throw new IllegalArgumentException(
                            "No window can stand at " + x + ", " + y + " with " + width + " x " + height);
                }
            }
        }

        Bounds UNSET = new Unset();

        /// The place as the window system reports it. What can't be a place (not a number, no size) is [#UNSET].
        static Bounds of(double x, double y, double width, double height) {
            return areSane(x, y, width, height) ? new At(x, y, width, height) : UNSET;
        }

        private static boolean areSane(double x, double y, double width, double height) {
            return Math.abs(x) <= 100_000 && Math.abs(y) <= 100_000 && isSize(width) && isSize(height);
        }

        private static boolean isSize(double length) {
            return length >= 50 && length <= 100_000;
        }
    }

    public WindowBoundsAndPaneVisibility {
        detailsShare = Double.isNaN(detailsShare)
                ? FIRST_SHARE
                : Math.clamp(detailsShare, SMALLEST_SHARE, LARGEST_SHARE);
    }

    public static WindowBoundsAndPaneVisibility defaults() {
        return new WindowBoundsAndPaneVisibility(Bounds.UNSET, false, true, FIRST_SHARE, true, true,
                SummaryVisibility.defaults());
    }

    /// The same window further below and to the right, by that many pixels, and not maximised.
    public WindowBoundsAndPaneVisibility movedBy(double step) {
        var moved = bounds instanceof Bounds.At(var x, var y, var width, var height)
                ? withBounds(Bounds.of(x + step, y + step, width, height))
                : this;
        return moved.withMaximised(false);
    }

    public WindowBoundsAndPaneVisibility withBounds(Bounds bounds) {
        return new WindowBoundsAndPaneVisibility(bounds, maximised, detailsShown, detailsShare, sidebarShown,
                welcomeShown, summaryVisibility);
    }

    public WindowBoundsAndPaneVisibility withMaximised(boolean maximised) {
        return new WindowBoundsAndPaneVisibility(bounds, maximised, detailsShown, detailsShare, sidebarShown,
                welcomeShown, summaryVisibility);
    }

    public WindowBoundsAndPaneVisibility withDetailsShown(boolean detailsShown) {
        return new WindowBoundsAndPaneVisibility(bounds, maximised, detailsShown, detailsShare, sidebarShown,
                welcomeShown, summaryVisibility);
    }

    public WindowBoundsAndPaneVisibility withDetailsShare(double detailsShare) {
        return new WindowBoundsAndPaneVisibility(bounds, maximised, detailsShown, detailsShare, sidebarShown,
                welcomeShown, summaryVisibility);
    }

    public WindowBoundsAndPaneVisibility withSidebarShown(boolean sidebarShown) {
        return new WindowBoundsAndPaneVisibility(bounds, maximised, detailsShown, detailsShare, sidebarShown,
                welcomeShown, summaryVisibility);
    }

    public WindowBoundsAndPaneVisibility withWelcomeShown(boolean welcomeShown) {
        return new WindowBoundsAndPaneVisibility(bounds, maximised, detailsShown, detailsShare, sidebarShown,
                welcomeShown, summaryVisibility);
    }

    public WindowBoundsAndPaneVisibility withSummaryVisibility(SummaryVisibility summaryVisibility) {
        return new WindowBoundsAndPaneVisibility(bounds, maximised, detailsShown, detailsShare, sidebarShown,
                welcomeShown, summaryVisibility);
    }
}
