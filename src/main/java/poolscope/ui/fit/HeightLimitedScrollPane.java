package poolscope.ui.fit;

import poolscope.ui.parts.ContentHeightScrollPane;

/// A scroll pane as high as its content, up to the maximum of its style sheet, so that the table below keeps some rows.
public final class HeightLimitedScrollPane extends ContentHeightScrollPane {
    @Override
    protected double computeMinHeight(double width) {
        double high = computePrefHeight(width);
        return getMaxHeight() > 0 ? Math.min(high, getMaxHeight()) : high;
    }
}
