package poolscope.pool.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import poolscope.pool.FieldValue;

/// What one numeric field of several pools adds up to. Pools of which it is not known are counted and never summed;
/// when no pool says anything, there is no sum either, not 0.
///
/// @param total
///            a number or, of `PoolField.NODES`, a portion; [FieldValue#ABSENT] when nothing is known
/// @param known
///            how many pools it is the sum of
/// @param unknown
///            how many pools do not say, or say something unreadable
/// @param smallest
///            the least of the values known, absent when there is none and of portions
/// @param largest
///            the greatest of them, likewise
public record FieldSumOfPools(FieldValue total, int known, int unknown, FieldValue smallest, FieldValue largest) {
    private static final MathContext OF_AN_AVERAGE = new MathContext(16, RoundingMode.HALF_EVEN);

    /// Of no pool.
    public static final FieldSumOfPools NOTHING = of(0);

    /// Of pools that all do not say.
    static FieldSumOfPools of(int unknown) {
        return new FieldSumOfPools(FieldValue.ABSENT, 0, unknown, FieldValue.ABSENT, FieldValue.ABSENT);
    }

    /// The total through the number of pools that are known, to 16 digits. A portion has no average.
    public FieldValue average() {
        return total instanceof FieldValue.Number(BigDecimal number)
                ? new FieldValue.Number(canonical(number.divide(BigDecimal.valueOf(known), OF_AN_AVERAGE)))
                : FieldValue.ABSENT;
    }

    /// The sum of both, which have no pool in common.
    public FieldSumOfPools plus(FieldSumOfPools other) {
        if (known == 0) return other.withUnknown(unknown + other.unknown);
        if (other.known == 0) return withUnknown(unknown + other.unknown);
        return new FieldSumOfPools(plus(total, other.total), known + other.known, unknown + other.unknown,
                smallest.compareTo(other.smallest) <= 0 ? smallest : other.smallest,
                largest.compareTo(other.largest) >= 0 ? largest : other.largest);
    }

    private FieldSumOfPools withUnknown(int count) {
        return new FieldSumOfPools(total, known, count, smallest, largest);
    }

    private static FieldValue plus(FieldValue a, FieldValue b) {
        if (a instanceof FieldValue.Portion p && b instanceof FieldValue.Portion q)
            return new FieldValue.Portion(plus(p.part(), q.part()), plus(p.whole(), q.whole()));
        return a instanceof FieldValue.Number(BigDecimal m) && b instanceof FieldValue.Number(BigDecimal n)
                ? new FieldValue.Number(plus(m, n))
                : FieldValue.ABSENT;
    }

    private static BigDecimal plus(BigDecimal a, BigDecimal b) {
        return canonical(a.add(b));
    }

    /// The number, written in the one way that does not depend on how others that made it were written.
    static BigDecimal canonical(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
