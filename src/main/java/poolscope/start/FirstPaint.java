package poolscope.start;

import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// Finds out when the pools are on screen: not laid out, not handed to the renderer, but drawn.
///
/// A pulse with something to draw begins by waiting until the renderer has finished with the pulse before it. So the
/// pulse that follows the one in which rows are first found gets one new pixel, and when the pulse after that one
/// begins, the rows have been drawn. This tells one or two pulses, at most 34 ms, too late, never too early.
public final class FirstPaint extends AnimationTimer {
    private final AppComposition appComposition;
    private final IntConsumer tell;
    private int pulses;

    private FirstPaint(AppComposition appComposition, IntConsumer tell) {
        this.appComposition = appComposition;
        this.tell = tell;
    }

    /// Calls once, with the number of rows that can be seen. For the FX thread.
    public static void watch(AppComposition appComposition, IntConsumer tell) {
        new FirstPaint(appComposition, tell).start();
    }

    @Override
    public void handle(long now) {
        if (pulses == 0 && !(appComposition.stage().isShowing() && appComposition.isRead() && rows() > 0)) return;
        pulses++;
        if (pulses == 1) addPixel();
        if (pulses < 3) return;
        stop();
        tell.accept(rows());
    }

    private int rows() {
        return appComposition.stage().getScene().getRoot().lookupAll(".table-row-cell:filled").size();
    }

    private void addPixel() {
        var pixel = new Rectangle(1, 1, Color.GRAY);
        pixel.setManaged(false);
        ((Pane) appComposition.stage().getScene().getRoot()).getChildren().add(pixel);
    }
}
