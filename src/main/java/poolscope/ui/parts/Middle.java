package poolscope.ui.parts;

import javafx.beans.DefaultProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/// What stands between the head of a form and its buttons: as high as its content, and scrolled where the window is too low for
/// that, so that head and buttons stay in sight.
@DefaultProperty("content")
public final class Middle extends ScrollPane {
    public Middle() {
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
