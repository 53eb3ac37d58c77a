package poolscope.ui.trends;

import java.math.BigDecimal;
import java.util.List;
import poolscope.ui.text.TrendText;

/// An axis of amounts from 0, whose labels all have the same number of decimals, and none where all amounts are whole.
/// (A `NumberAxis` has steps of a quarter, also for things that are counted.)
final class TrendAmountAxis extends FixedBoundsAxis {
    /// Space between two labels, in heights of a line.
    private static final double LINES = 2.2;
    private static final int MOST_STEPS = 10;

    private final TrendText words;
    private double largest;
    private boolean isWhole = true;
    private AmountAxisSteps steps = AmountAxisSteps.of(0, 1, true);

    TrendAmountAxis(TrendText words) {
        this.words = words;
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
        setBounds(0, steps.end());
    }

    @Override
    protected List<Number> calculateTickValues(double length, Object range) {
        return List.copyOf(steps.amounts());
    }

    @Override
    protected String getTickMarkLabel(Number value) {
        return words.amount(new BigDecimal(value.toString()), steps.decimals());
    }
}
