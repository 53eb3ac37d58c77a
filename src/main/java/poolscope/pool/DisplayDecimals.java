package poolscope.pool;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// How many decimals people are shown of a quantity: as many as it has, and two at most.
public final class DisplayDecimals {
    /// The most that are shown.
    public static final int MOST = 2;

    private static final int MIB_PER_GIB = 1024;
    private static final BigDecimal GIB_PER_MIB = BigDecimal.ONE.divide(BigDecimal.valueOf(MIB_PER_GIB));

    private static final BigDecimal SMALLEST = new BigDecimal("0.01");

    private DisplayDecimals() {}

    /// An amount with the decimals that people are shown, [#MOST] at most; exact when they would round it to nothing.
    ///
    /// @param amount
    ///            in the unit of the screen
    public static BigDecimal rounded(BigDecimal amount) {
        boolean isTiny = amount.abs().compareTo(SMALLEST) < 0;
        return (isTiny ? amount : amount.setScale(MOST, RoundingMode.HALF_UP)).stripTrailingZeros();
    }

    /// A memory as people are shown it, in GiB; exact.
    public static BigDecimal gibibytes(BigDecimal mebibytes) {
        return mebibytes.multiply(GIB_PER_MIB);
    }

    /// As many as the longest number of the field needs, so that all of a column can be written alike.
    public static int of(List<Pool> pools, PoolField field) {
        int most = 0;
        for (var pool : pools) {
            if (most == MOST) return most;
            if (field.of(pool) instanceof FieldValue.Number(var number))
                most = Math.max(most, of(field.unit(), number));
        }
        return most;
    }

    /// As many as this number of that unit needs, 0 to 2.
    static int of(PoolField.Unit unit, BigDecimal number) {
        boolean isMemory = unit == PoolField.Unit.MEBIBYTES;
        if (number.scale() == 0 && number.precision() < 19) {
            if (!isMemory) return 0;
            long mebibytes = number.longValue();
            return mebibytes % MIB_PER_GIB == 0 ? 0 : mebibytes % (MIB_PER_GIB / 2) == 0 ? 1 : MOST;
        }
        return of(isMemory ? gibibytes(number) : number);
    }

    /// As many as this number needs, 0 to 2.
    public static int of(BigDecimal shown) {
        return Math.clamp(shown.stripTrailingZeros().scale(), 0, MOST);
    }
}
