package poolscope.pool;

import java.math.BigDecimal;

/// Adds numbers without rounding any. Whole ones, which are nearly all, are added as such; that costs no objects.
final class ExactSum {
    private static final int DIGITS_OF_A_LONG = 18;

    private long whole;
    private BigDecimal rest = BigDecimal.ZERO;

    void add(BigDecimal number) {
        if (number.scale() == 0 && number.precision() <= DIGITS_OF_A_LONG) add(number.longValue());
        else
            rest = rest.add(number);
    }

    private void add(long number) {
        long sum = whole + number;
        if (((whole ^ sum) & (number ^ sum)) < 0) {
            rest = rest.add(BigDecimal.valueOf(whole));
            sum = number;
        }
        whole = sum;
    }

    /// The sum, written in the one way that does not depend on how its numbers were written.
    BigDecimal total() {
        return canonical(rest.add(BigDecimal.valueOf(whole)));
    }

    static BigDecimal canonical(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
