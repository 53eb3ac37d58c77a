package poolscope.ui.trends;

import java.math.BigDecimal;
import java.util.List;
import javafx.scene.chart.ValueAxis;
import poolscope.ui.text.TrendText;

/// An axis of amounts from 0, whose labels all have the same number of decimals, and none where all amounts are whole.
/// (A `NumberAxis` has steps of a quarter, also for things that are counted.)
final class TrendAmountAxis extends ValueAxis<Number> {
    /// Space between two labels, in heights of a line.
    private static final double LINES = 2.2;
    private static final int MOST_STEPS = 10;

    private final TrendText words;
    private double largest;
    private boolean isWhole = true;
    private AmountAxisSteps steps = AmountAxisSteps.of(0, 1, true);

    TrendAmountAxis(TrendText words) {
        this.words = words;
        setAutoRanging(false);
        setAnimated(false);
        setMinorTickVisible(false);
        setLowerBound(0);
        heightProperty().subscribe((_, _) -> choose());
        tickLabelFontProperty().subscribe((_, _) -> choose());
    }

    /// Reaches from 0 to the largest amount.
    void show(double largestAmount, boolean areAmountsWhole) {
        largest = largestAmount;
        isWhole = areAmountsWhole;
        choose();
    }

    private void choose() {
        double line = getTickLabelFont().getSize() * LINES;
        int most = Math.clamp((int) (getHeight() / line), 2, MOST_STEPS);
        steps = AmountAxisSteps.of(largest, most, isWhole);
        setUpperBound(steps.end());
        invalidateRange(List.of());
        requestAxisLayout();
    }

    private record Range(double lower, double upper, double scale) {}

    @Override
    protected Object getRange() {
        return new Range(getLowerBound(), getUpperBound(), getScale());
    }

    @Override
    protected void setRange(Object range, boolean animate) {
        if (!(range instanceof Range(var lower, var upper, var scale))) return;
        setLowerBound(lower);
        setUpperBound(upper);
        currentLowerBound.set(lower);
        setScale(scale);
    }

    @Override
    protected List<Number> calculateTickValues(double length, Object range) {
        return List.copyOf(steps.amounts());
    }

    @Override
    protected List<Number> calculateMinorTickMarks() {
        return List.of();
    }

    @Override
    protected String getTickMarkLabel(Number value) {
        return words.amount(new BigDecimal(value.toString()), steps.decimals());
    }
}
