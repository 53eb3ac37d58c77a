package poolscope.pool;

import java.util.Arrays;
import java.util.Comparator;

/// In what order answers stand: what fits tightest first, so that large pools stay free, then what fits in sum, then what is
/// short with the nearest miss first, then what is not known. Equal ones keep the order in which they came.
///
/// Tightest is least left over: of accelerators, among equal ones of cores, then of memory, then of nodes, asked for or not; what
/// a pool does not say counts as much. A near miss differs in nothing but amounts, and the worst of its lacks is the smallest part
/// of what is asked.
record FitOrder(int pool, int kind, double[] weights) {
    private static final Comparator<FitOrder> ORDER = Comparator.comparingInt(FitOrder::kind).thenComparing(FitOrder::weights,
            Arrays::compare);

    private static final int FITS = 0;
    private static final int IN_SUM = 1;
    private static final int SHORT = 2;
    private static final int UNKNOWN = 3;

    /// Which pools in which order, and how many of each kind of answer.
    record Ranked(int[] order, FitCounts counts) {}

    /// @param sorted
    ///            indexes into the pools of the set, in the order that equal ones keep
    static Ranked rank(PoolSet set, int[] sorted, Demand demand) {
        var all = Arrays.stream(sorted).parallel().mapToObj(i -> of(i, Fit.of(set.pools().get(i), demand)))
                .toArray(FitOrder[]::new);
        Arrays.parallelSort(all, ORDER);
        var counts = new int[UNKNOWN + 1];
        for (var one : all)
            counts[one.kind]++;
        return new Ranked(Arrays.stream(all).mapToInt(FitOrder::pool).toArray(),
                new FitCounts(counts[FITS], counts[IN_SUM], counts[SHORT], counts[UNKNOWN]));
    }

    private static FitOrder of(int pool, Fit fit) {
        return switch (fit) {
            case Fit.Fits(var left) -> new FitOrder(pool, FITS,
                    left.stream().mapToDouble(one -> one.amount().asNumber().map(Number::doubleValue)
                            .orElse(Double.POSITIVE_INFINITY)).toArray());
            case Fit.InSum(var thin) -> new FitOrder(pool, IN_SUM, parts(thin.stream()
                    .mapToDouble(one -> 1 - ratio(one.share(), one.asked())).toArray(), 0));
            case Fit.Short(var lacks, var differs) -> new FitOrder(pool, SHORT, parts(lacks.stream()
                    .mapToDouble(one -> ratio(one.by(), one.asked())).toArray(), differs.size()));
            case Fit.Unknown(var fields) -> new FitOrder(pool, UNKNOWN, new double[]{fields.size()});
        };
    }

    private static double ratio(Value.Number part, Value.Number all) {
        return part.number().doubleValue() / all.number().doubleValue();
    }

    /// First how many things differ, then the worst of what is missing, then all of it.
    private static double[] parts(double[] missing, int differs) {
        return new double[]{differs, Arrays.stream(missing).max().orElse(0), Arrays.stream(missing).sum()};
    }
}
