package poolscope.ui.parts;

import javafx.beans.DefaultProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What stands between the head of a form and its buttons: as high as its content, and scrolled where the window is too
/// low for that, so that head and buttons stay in sight.
@DefaultProperty("content")
public final class FormScrollPane extends ScrollPane {
    /// What is clipped at the left edge otherwise: the ring around the focus of what stands there. Its content keeps as
    /// much free.
    private static final double RING = 4;

    public FormScrollPane() {
        VBox.setMargin(this, new Insets(0, 0, 0, -RING));
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    /// A sentence that wraps is higher where it is narrow.
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double edges = snappedTopInset() + snappedBottomInset();
        return getContent() == null
                ? edges
                : edges + getContent().prefHeight(width < 0 ? width : width - snappedLeftInset() - snappedRightInset());
    }
}
