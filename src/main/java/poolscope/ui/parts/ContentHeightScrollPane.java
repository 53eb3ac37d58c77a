package poolscope.ui.parts;

import javafx.beans.DefaultProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/// A vertical scroll pane that prefers the height of its content, wrapped to its width.
@DefaultProperty("content")
public abstract class ContentHeightScrollPane extends ScrollPane {
    public ContentHeightScrollPane() {
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
    public double computePrefHeight(double width) {
        double edges = snappedTopInset() + snappedBottomInset();
        return getContent() == null
                ? edges
                : edges + getContent().prefHeight(width < 0 ? width : width - snappedLeftInset() - snappedRightInset());
    }
}
