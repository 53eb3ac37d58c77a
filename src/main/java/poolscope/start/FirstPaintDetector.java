package poolscope.start;

import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// Detects when the pools have been drawn on screen.
///
/// A pulse that has something to draw first waits for the renderer to finish the previous pulse. So one pixel is changed
/// in the pulse after the one in which rows are first found, and when the next pulse begins, the rows have been drawn.
/// The result is one or two pulses, at most 34 ms, too late, never too early.
public final class FirstPaintDetector extends AnimationTimer {
    private final AppComposition appComposition;
    private final BooleanSupplier hasPools;
    private final IntConsumer onPainted;
    private int pulses;

    private FirstPaintDetector(AppComposition appComposition, BooleanSupplier hasPools, IntConsumer onPainted) {
        this.appComposition = appComposition;
        this.hasPools = hasPools;
        this.onPainted = onPainted;
    }

    /// Calls back once, when the pools of the first refresh are drawn, with the number of visible rows. For the
    /// FX thread.
    public static void watch(AppComposition appComposition, IntConsumer onPainted) {
        new FirstPaintDetector(appComposition, appComposition::isRead, onPainted).start();
    }

    /// The same for the last known pools, which are shown until the first refresh has ended.
    public static void watchLastKnown(AppComposition appComposition, IntConsumer onPainted) {
        new FirstPaintDetector(appComposition, appComposition::isLastKnownShown, onPainted).start();
    }

    @Override
    public void handle(long now) {
        if (pulses == 0 && !(appComposition.stage().isShowing() && hasPools.getAsBoolean() && rows() > 0)) return;
        pulses++;
        if (pulses == 1) addPixel();
        if (pulses < 3) return;
        stop();
        onPainted.accept(rows());
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
