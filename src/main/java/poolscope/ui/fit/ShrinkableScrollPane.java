package poolscope.ui.fit;

import poolscope.ui.parts.ContentHeightScrollPane;

/// A scroll pane as high as its content where there is room. With less room it scrolls, down to a least height.
public final class ShrinkableScrollPane extends ContentHeightScrollPane {
    private double leastHeight;

    /// @param height
    ///            in pixels; a lower content has its own height
    void setLeastHeight(double height) {
        leastHeight = height;
        requestLayout();
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.min(computePrefHeight(width), leastHeight);
    }
}
