package poolscope.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import poolscope.settings.WindowBoundsAndPaneVisibility;

/// Fits remembered window bounds to the connected screens, so that the title bar can always be grabbed.
final class WindowBoundsFitter {
    /// Height of the title bar, and how much of it must be visible, in pixels.
    private static final double TITLE_HEIGHT = 40;
    private static final double LEAST_TITLE = 80;

    private WindowBoundsFitter() {}

    /// The bounds, no larger than their screen: the one that shows most of the title bar. When none shows enough of it,
    /// the window is moved to the nearest screen. Empty without a screen.
    ///
    /// @param screens
    ///            visual bounds of the screens
    static Optional<Rectangle2D> on(List<Rectangle2D> screens, WindowBoundsAndPaneVisibility.Bounds.At wanted) {
        var title = new Rectangle2D(wanted.x(), wanted.y(), wanted.width(), TITLE_HEIGHT);
        return screens.stream()
                .filter(screen -> isHeld(screen, title))
                .max(Comparator.comparing(screen -> seen(screen, title)))
                .map(screen -> in(screen, wanted, false))
                .or(() -> screens.stream()
                        .min(Comparator.comparing(screen -> distance(screen, title)))
                        .map(screen -> in(screen, wanted, true)));
    }

    /// @param sideways
    ///            whether it may be moved to the left or right too: a window may extend over the side of a screen
    private static Rectangle2D in(Rectangle2D screen, WindowBoundsAndPaneVisibility.Bounds.At wanted,
            boolean sideways) {
        double width = Math.min(wanted.width(), screen.getWidth());
        double height = Math.min(wanted.height(), screen.getHeight());
        double x = sideways ? Math.clamp(wanted.x(), screen.getMinX(), screen.getMaxX() - width) : wanted.x();
        return new Rectangle2D(x, Math.clamp(wanted.y(), screen.getMinY(), screen.getMaxY() - height), width, height);
    }

    /// The upper edge must be on the screen: a title bar above it can't be dragged down.
    private static boolean isHeld(Rectangle2D screen, Rectangle2D title) {
        boolean topIsSeen = title.getMinY() >= screen.getMinY() && title.getMaxY() <= screen.getMaxY();
        return topIsSeen && seen(screen, title) >= LEAST_TITLE;
    }

    private static double seen(Rectangle2D screen, Rectangle2D title) {
        return Math.max(0, Math.min(screen.getMaxX(), title.getMaxX()) - Math.max(screen.getMinX(), title.getMinX()));
    }

    private static double distance(Rectangle2D screen, Rectangle2D title) {
        double x = Math.max(0, Math.max(screen.getMinX() - title.getMaxX(), title.getMinX() - screen.getMaxX()));
        double y = Math.max(0, Math.max(screen.getMinY() - title.getMaxY(), title.getMinY() - screen.getMaxY()));
        return Math.hypot(x, y);
    }
}
