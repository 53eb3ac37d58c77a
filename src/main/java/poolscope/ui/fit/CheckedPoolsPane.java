package poolscope.ui.fit;

import javafx.beans.DefaultProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/// As high as its content, but not higher than its style sheet allows: the rest is scrolled to, so that the table under
/// it keeps its rows.
@DefaultProperty("content")
public final class CheckedPoolsPane extends ScrollPane {
    public CheckedPoolsPane() {
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
