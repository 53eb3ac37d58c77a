package poolscope.pool.table;

import java.math.BigInteger;

/// A part of a whole in whole percent. Each is rounded on its own, so that equal parts have equal percentages; they
/// need not add up to 100.
public final class RoundedPercentage {
    private static final int HUNDRED = 100;

    private RoundedPercentage() {}

    /// The nearest percentage, of two equally near ones the greater; 100 only for the whole.
    ///
    /// @param part
    ///            from 0 to `whole`
    /// @param whole
    ///            0 makes it 0
    public static int of(long part, long whole) {
        if (whole == 0) return 0;
        var twice = BigInteger.valueOf(part).multiply(BigInteger.valueOf(2L * HUNDRED)).add(BigInteger.valueOf(whole));
        int nearest = twice.divide(BigInteger.TWO.multiply(BigInteger.valueOf(whole))).intValueExact();
        return part < whole ? Math.min(nearest, HUNDRED - 1) : nearest;
    }
}
