package poolscope.pool.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Whole percentages of parts that make up one whole. They add up to 100: what is left over by rounding down goes to
/// the parts that lost most by it. 100 is said of nothing but the whole.
public final class RoundedPercentages {
    private static final int HUNDRED = 100;

    private RoundedPercentages() {}

    /// The percentages of these parts, in their order; all 0 when there is nothing.
    ///
    /// @param parts
    ///            none below 0; together at most 2^56
    public static int[] of(long... parts) {
        long whole = LongStream.of(parts).sum();
        if (whole == 0) return new int[parts.length];
        int[] percentages = Arrays.stream(parts).mapToInt(part -> (int) (part * HUNDRED / whole)).toArray();
        var byLoss = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts[i] * HUNDRED % whole).reversed())
                .toList();
        int left = HUNDRED - IntStream.of(percentages).sum();
        for (int i = 0; i < left; i++)
            percentages[byLoss.get(i)]++;
        leaveSomething(percentages, parts, whole);
        return percentages;
    }

    /// Of a part that is nearly the whole one percent goes to the next largest.
    private static void leaveSomething(int[] percentages, long[] parts, long whole) {
        var bySize = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts[i]).reversed())
                .toList();
        int first = bySize.getFirst();
        if (percentages[first] < HUNDRED || parts[first] == whole) return;
        percentages[first]--;
        percentages[bySize.get(1)]++;
    }
}
