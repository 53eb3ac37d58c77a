package poolscope.ui.trends;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;

/// The labels of an axis of amounts: from 0, in equal steps of 1, 2 or 5 times a power of ten.
///
/// @param step
///            above 0
/// @param steps
///            how many there are, at least 1
record AmountAxisSteps(BigDecimal step, long steps) {
    private static final List<BigDecimal> FACTORS = List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5),
            BigDecimal.TEN);

    /// Steps that reach up to the largest amount.
    ///
    /// @param largest
    ///            of the amounts, at least 0
    /// @param most
    ///            how many steps there may be, at least 1
    /// @param isWhole
    ///            whether all amounts are whole, so that there is no label between two whole numbers
    static AmountAxisSteps of(double largest, int most, boolean isWhole) {
        if (largest <= 0) return new AmountAxisSteps(BigDecimal.ONE, 1);
        double least = largest / most;
        var power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(least)));
        var step = FACTORS.stream()
                .map(power::multiply)
                .filter(one -> one.doubleValue() >= least * (1 - 1e-9))
                .findFirst()
                .orElse(power.multiply(BigDecimal.TEN));
        if (isWhole) step = step.max(BigDecimal.ONE);
        var amount = BigDecimal.valueOf(largest);
        return new AmountAxisSteps(step, Math.max(1, amount.divide(step, 0, RoundingMode.CEILING).longValue()));
    }

    double end() {
        return step.multiply(BigDecimal.valueOf(steps)).doubleValue();
    }

    /// The labelled amounts, from 0.
    List<BigDecimal> amounts() {
        return LongStream.rangeClosed(0, steps).mapToObj(BigDecimal::valueOf).map(step::multiply).toList();
    }

    /// The decimals that all labels have.
    int decimals() {
        return Math.max(0, step.stripTrailingZeros().scale());
    }
}
