package poolscope.ui.fit;

import javafx.beans.DefaultProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/// A scroll pane as high as its content, up to the maximum of its style sheet, so that the table below keeps some rows.
@DefaultProperty("content")
public final class CheckedPoolsPane extends ScrollPane {
    public CheckedPoolsPane() {
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
    protected double computeMinHeight(double width) {
        double high = computePrefHeight(width);
        return getMaxHeight() > 0 ? Math.min(high, getMaxHeight()) : high;
    }

    @Override
    protected double computePrefHeight(double width) {
        double edges = snappedTopInset() + snappedBottomInset();
        if (getContent() == null) return edges;
        return edges + getContent().prefHeight(width < 0 ? width : width - snappedLeftInset() - snappedRightInset());
    }
}
