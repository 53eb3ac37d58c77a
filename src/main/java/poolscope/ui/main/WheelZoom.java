package poolscope.ui.main;

import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;

/// The wheel with Ctrl (or ⌘) held: one step of zoom a notch. A touch pad sends many small turns, which are
/// put together.
final class WheelZoom {
    /// What JavaFX tells of one notch of a mouse's wheel.
    private static final double NOTCH = 40;

    private final IntConsumer zoomBy;
    private double turned;

    /// @param zoomBy
    ///            makes everything a step larger (1) or smaller (-1)
    WheelZoom(IntConsumer zoomBy) {
        this.zoomBy = zoomBy;
    }

    void install(Node root) {
        root.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (!event.isShortcutDown() || event.getDeltaY() == 0) return;
            turn(event.getDeltaY());
            event.consume();
        });
    }

    private void turn(double delta) {
        turned = Math.signum(turned) == Math.signum(delta) ? turned + delta : delta;
        if (Math.abs(turned) < NOTCH) return;
        zoomBy.accept((int) Math.signum(turned));
        turned = 0;
    }
}
