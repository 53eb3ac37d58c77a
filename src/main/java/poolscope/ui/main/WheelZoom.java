package poolscope.ui.main;

import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;

/// Zooms by mouse wheel with Ctrl (or ⌘), one step for each notch. The many small scroll events of a touch pad are
/// added up.
final class WheelZoom {
    /// The scroll distance that JavaFX reports for one notch.
    private static final double NOTCH = 40;

    private final IntConsumer zoomBy;
    private double turned;

    /// @param zoomBy
    ///            zooms in (1) or out (-1) by one step
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
