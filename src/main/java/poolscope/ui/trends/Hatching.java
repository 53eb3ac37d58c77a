package poolscope.ui.trends;

import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// Diagonal lines over a part of a plot. A repeated gradient would be uneven over a large area.
final class Hatching extends Path {
    /// Horizontal distance of the lines, in pixels.
    private static final double STEP = 10;

    Hatching() {
        getStyleClass().add("hatching");
        setMouseTransparent(true);
    }

    /// Lines through multiples of the step, so that those of adjacent parts continue each other.
    void cover(double x, double width, double height) {
        getElements().clear();
        double right = x + width;
        for (double foot = Math.ceil((x - height) / STEP) * STEP; foot < right; foot += STEP) {
            double from = Math.max(foot, x);
            double to = Math.min(foot + height, right);
            getElements().addAll(new MoveTo(from, height - from + foot), new LineTo(to, height - to + foot));
        }
    }
}
