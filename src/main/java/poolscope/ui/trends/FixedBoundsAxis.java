package poolscope.ui.trends;

import java.util.List;
import javafx.scene.chart.ValueAxis;

/// An axis whose bounds are set by its owner: it isn't animated, has no minor ticks and no range of its own.
abstract class FixedBoundsAxis extends ValueAxis<Number> {
    FixedBoundsAxis() {
        setAutoRanging(false);
        setAnimated(false);
        setMinorTickVisible(false);
    }

    final void setBounds(double lower, double upper) {
        setLowerBound(lower);
        setUpperBound(upper);
        invalidateRange(List.of());
        requestAxisLayout();
    }

    private record Range(double lower, double upper, double scale) {}

    @Override
    protected final Object getRange() {
        return new Range(getLowerBound(), getUpperBound(), getScale());
    }

    @Override
    protected final void setRange(Object range, boolean animate) {
        if (!(range instanceof Range(var lower, var upper, var scale))) return;
        setLowerBound(lower);
        setUpperBound(upper);
        currentLowerBound.set(lower);
        setScale(scale);
    }

    @Override
    protected final List<Number> calculateMinorTickMarks() {
        return List.of();
    }
}
