package poolscope.ui.parts;

import javafx.scene.control.Label;

/// A label whose wrapped text has at most so many lines, and is cut after them. It is never lower than its lines.
/// For FXML.
public final class LineLimitedLabel extends Label {
    private int mostLines = Integer.MAX_VALUE;

    public LineLimitedLabel() {
        setWrapText(true);
    }

    public int getMostLines() {
        return mostLines;
    }

    public void setMostLines(int lines) {
        if (mostLines == lines) return;
        mostLines = lines;
        requestLayout();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double edges = snappedTopInset() + snappedBottomInset();
        double line = super.computePrefHeight(-1) - edges;
        return Math.min(super.computePrefHeight(width), edges + Math.ceil(line * mostLines));
    }
}
