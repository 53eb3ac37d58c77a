package poolscope.pool.table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// The numbers of one field of all pools of a [PoolSet], made to be added up again and again without rounding: of what
/// a filter shows, of each group. Made once; adding afterwards does not follow a pool through the memory, which is where
/// the time goes.
sealed interface FieldAmountsOfPools {

    /// No pool says anything.
    record NotReported() implements FieldAmountsOfPools {}

    /// Numbers of at most [#MOST_DIGITS] digits, which nearly all are, as multiples of `10^-scale`.
    record Small(int[] amounts, int scale) implements FieldAmountsOfPools {}

    /// Any numbers; null where nothing is known.
    record Any(BigDecimal[] amounts) implements FieldAmountsOfPools {}

    int MOST_DIGITS = 9;

    /// Stands in [Small] for what is not known.
    int UNKNOWN = Integer.MIN_VALUE;

    /// Of [PoolField#NODES], the available nodes where all are known too.
    static FieldAmountsOfPools of(List<Pool> pools, PoolField field) {
        var numbers = pools.stream().map(pool -> number(field.of(pool)).orElse(null)).toArray(BigDecimal[]::new);
        int scale = 0;
        int known = 0;
        for (var number : numbers) {
            if (number == null) continue;
            known++;
            scale = Math.max(scale, number.scale());
        }
        if (known == 0) return new NotReported();
        int places = scale;
        boolean small = Arrays.stream(numbers)
                .filter(Objects::nonNull)
                .allMatch(number -> number.precision() - number.scale() + places <= MOST_DIGITS);
        return small
                ? new Small(IntStream.range(0, numbers.length)
                        .map(i -> numbers[i] == null ? UNKNOWN : scaled(numbers[i], places))
                        .toArray(), places)
                : new Any(numbers);
    }

    private static Optional<BigDecimal> number(FieldValue fieldValue) {
        return fieldValue instanceof FieldValue.Portion portion ? Optional.of(portion.part()) : fieldValue.asNumber();
    }

    private static int scaled(BigDecimal number, int scale) {
        return scale == 0 ? number.intValueExact() : number.movePointRight(scale).intValueExact();
    }

    /// The sum over the pools at the places `from` (inclusive) to `to` of an order.
    default FieldSumOfPools sum(int[] order, int from, int to) {
        return switch (this) {
            case NotReported _ -> FieldSumOfPools.of(to - from);
            case Small(int[] amounts, int scale) -> sum(amounts, scale, Arrays.copyOfRange(order, from, to));
            case Any(BigDecimal[] amounts) -> sum(amounts, Arrays.copyOfRange(order, from, to));
        };
    }

    /// That many ints can't be more than a long.
    private static FieldSumOfPools sum(int[] amounts, int scale, int[] pools) {
        long total = 0;
        int known = 0;
        int smallest = Integer.MAX_VALUE;
        int largest = Integer.MIN_VALUE;
        for (int pool : pools) {
            int amount = amounts[pool];
            if (amount == UNKNOWN) continue;
            known++;
            total += amount;
            smallest = Math.min(smallest, amount);
            largest = Math.max(largest, amount);
        }
        return known == 0
                ? FieldSumOfPools.of(pools.length)
                : new FieldSumOfPools(number(total, scale), known, pools.length - known, number(smallest, scale),
                        number(largest, scale));
    }

    private static FieldSumOfPools sum(BigDecimal[] amounts, int[] pools) {
        var known = Arrays.stream(pools).mapToObj(pool -> amounts[pool]).filter(Objects::nonNull).toList();
        if (known.isEmpty()) return FieldSumOfPools.of(pools.length);
        return new FieldSumOfPools(number(known.stream().reduce(BigDecimal.ZERO, BigDecimal::add)), known.size(),
                pools.length - known.size(), number(known.stream().reduce(BigDecimal::min).orElseThrow()),
                number(known.stream().reduce(BigDecimal::max).orElseThrow()));
    }

    private static FieldValue number(long unscaled, int scale) {
        return number(BigDecimal.valueOf(unscaled, scale));
    }

    /// Written in the one way that does not depend on how the numbers were written.
    private static FieldValue number(BigDecimal number) {
        return new FieldValue.Number(FieldSumOfPools.canonical(number));
    }
}
