package poolscope.ui;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import poolscope.settings.WindowPlace;

/// Where a remembered window may stand on the screens that are there now: one that was unplugged must not keep it.
final class ScreenPlace {
    /// The part of the window that one takes hold of, and how much of it must be seen.
    private static final double TITLE_HEIGHT = 40;
    private static final double LEAST_TITLE = 80;

    private ScreenPlace() {}

    /// The place, no larger than the screen that has most of its title; empty when none has enough of it to take hold of.
    ///
    /// @param screens
    ///            the parts of the screens that windows may use
    static Optional<Rectangle2D> on(List<Rectangle2D> screens, WindowPlace.Bounds.At wanted) {
        var title = new Rectangle2D(wanted.x(), wanted.y(), wanted.width(), TITLE_HEIGHT);
        return screens.stream().filter(screen -> isHeld(screen, title))
                .max((one, other) -> Double.compare(seen(one, title), seen(other, title)))
                .map(screen -> new Rectangle2D(wanted.x(), wanted.y(), Math.min(wanted.width(), screen.getWidth()),
                        Math.min(wanted.height(), screen.getHeight())));
    }

    /// Its upper edge counts: a title above the screen can't be dragged down.
    private static boolean isHeld(Rectangle2D screen, Rectangle2D title) {
        boolean topIsSeen = title.getMinY() >= screen.getMinY() && title.getMaxY() <= screen.getMaxY();
        return topIsSeen && seen(screen, title) >= LEAST_TITLE;
    }

    private static double seen(Rectangle2D screen, Rectangle2D title) {
        return Math.max(0, Math.min(screen.getMaxX(), title.getMaxX()) - Math.max(screen.getMinX(), title.getMinX()));
    }
}
