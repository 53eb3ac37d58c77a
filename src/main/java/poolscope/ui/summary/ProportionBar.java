package poolscope.ui.summary;

import javafx.scene.layout.Region;

/// A share drawn as a bar. It has no accessible text: the number is shown beside it.
public final class ProportionBar extends Region {
    private static final double LEAST = 2;

    private final Region fill = new Region();
    private double share;

    public ProportionBar() {
        getStyleClass().add("share-bar");
        fill.getStyleClass().add("fill");
        getChildren().add(fill);
    }

    /// From 0 to 1.
    void show(double part) {
        share = Math.clamp(part, 0, 1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = share == 0 ? 0 : Math.max(LEAST, getWidth() * share);
        fill.resizeRelocate(0, 0, width, getHeight());
    }
}
