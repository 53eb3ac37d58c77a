package poolscope.ui.parts;

import javafx.geometry.Insets;
import javafx.scene.layout.VBox;

/// The middle of a form, between its heading and buttons: as high as its content, and scrolling in a low window, so
/// that heading and buttons stay visible.
public final class FormScrollPane extends ContentHeightScrollPane {
    /// Padding in pixels, so that focus rings at the edge are not clipped.
    private static final double RING = 4;

    public FormScrollPane() {
        VBox.setMargin(this, new Insets(0, 0, 0, -RING));
    }
}
