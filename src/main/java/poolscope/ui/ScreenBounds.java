package poolscope.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import poolscope.settings.WindowBounds;

/// Where a remembered window may stand on the screens that are there now: its title can always be taken hold of.
final class ScreenBounds {
    /// The part of the window that one takes hold of, and how much of it must be seen.
    private static final double TITLE_HEIGHT = 40;
    private static final double LEAST_TITLE = 80;

    private ScreenBounds() {}

    /// The place, no larger than its screen: the one that has most of its title. When none has enough of it to take
    /// hold of, the window is moved into the nearest screen. Empty without a screen.
    ///
    /// @param screens
    ///            the parts of the screens that windows may use
    static Optional<Rectangle2D> on(List<Rectangle2D> screens, WindowBounds.Bounds.At wanted) {
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
    ///            whether it is moved to the left or right too: a window may reach over the side of a screen, or to the
    ///            next one
    private static Rectangle2D in(Rectangle2D screen, WindowBounds.Bounds.At wanted, boolean sideways) {
        double width = Math.min(wanted.width(), screen.getWidth());
        double height = Math.min(wanted.height(), screen.getHeight());
        double x = sideways ? Math.clamp(wanted.x(), screen.getMinX(), screen.getMaxX() - width) : wanted.x();
        return new Rectangle2D(x, Math.clamp(wanted.y(), screen.getMinY(), screen.getMaxY() - height), width, height);
    }

    /// Its upper edge counts: a title above the screen can't be dragged down.
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
