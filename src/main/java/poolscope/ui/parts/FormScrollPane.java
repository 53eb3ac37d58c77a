package poolscope.ui.parts;

import javafx.beans.DefaultProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The middle of a form, between its heading and buttons: as high as its content, and scrolling in a low window, so
/// that heading and buttons stay visible.
@DefaultProperty("content")
public final class FormScrollPane extends ScrollPane {
    /// Padding in pixels, so that focus rings at the edge are not clipped.
    private static final double RING = 4;

    public FormScrollPane() {
        VBox.setMargin(this, new Insets(0, 0, 0, -RING));
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    /// wrapped text is higher when it is narrower
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
