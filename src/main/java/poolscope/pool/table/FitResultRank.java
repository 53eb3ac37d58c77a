package poolscope.pool.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.fit.FitResult;
import poolscope.pool.fit.JobDemand;
import poolscope.pool.fit.NodeFits;

/// In what order answers stand: what has room first: by its checked nodes, then by what is free now, then by capacity,
/// each the tightest first, so that large pools stay free. Then what fits in sum, then what is short with the nearest
/// miss first, then what is not known. Pools with the same result on their nodes stand in the order of their sums. Equal
/// ones keep the order in which they came.
///
/// Tightest is least left over: of accelerators, among equal ones of cores, then of memory, then of nodes, asked for or
/// not; what a pool does not say counts as much. A near miss differs in nothing but amounts, and the worst of its
/// shortfalls is the smallest part of what is asked.
record FitResultRank(int pool, int kind, double[] weights) {
    static final Comparator<FitResultRank> ORDER = Comparator.comparingInt(FitResultRank::kind)
            .thenComparing(FitResultRank::weights, Arrays::compare);

    private static final int FITS = 0;
    private static final int BY_CAPACITY = 1;
    private static final int IN_SUM = 2;
    private static final int SHORT = 3;
    private static final int UNKNOWN = 4;

    /// Which pools in which order, and how many of each kind of answer.
    record Ranked(int[] order, FitResultCounts counts) {}

    /// @param sorted
    ///            indexes into the pools of the set, in the order that equal ones keep
    static Ranked rank(PoolSet set, int[] sorted, JobDemand jobDemand, NodeFits nodeFits) {
        var all = Arrays.stream(sorted)
                .parallel()
                .mapToObj(i -> of(i, set.pools().get(i), jobDemand, nodeFits))
                .toArray(FitResultRank[]::new);
        Arrays.parallelSort(all, ORDER);
        var counts = new int[UNKNOWN + 1];
        for (var one : all)
            counts[one.kind]++;
        return new Ranked(Arrays.stream(all).mapToInt(FitResultRank::pool).toArray(),
                new FitResultCounts(counts[FITS], counts[BY_CAPACITY], counts[IN_SUM], counts[SHORT], counts[UNKNOWN]));
    }

    private static FitResultRank of(int place, Pool pool, JobDemand jobDemand, NodeFits nodeFits) {
        return switch (nodeFits.of(pool, jobDemand)) {
            case FitResult.OnNodes onNodes -> of(place, onNodes).before(of(place, FitResult.of(pool, jobDemand)));
            case FitResult bySums -> of(place, bySums);
        };
    }

    /// This rank, and that one among those that are equal in this.
    private FitResultRank before(FitResultRank bySums) {
        return new FitResultRank(pool, kind,
                DoubleStream
                        .concat(Arrays.stream(weights),
                                DoubleStream.concat(DoubleStream.of(bySums.kind), Arrays.stream(bySums.weights)))
                        .toArray());
    }

    static FitResultRank of(int pool, FitResult fitResult) {
        return switch (fitResult) {
            case FitResult.OnNodes(var room, var _) -> of(pool, room);
            case FitResult.Fits(var left, var isByCapacity) ->
                new FitResultRank(pool, isByCapacity ? BY_CAPACITY : FITS,
                        DoubleStream
                                .concat(DoubleStream.of(2),
                                        left.stream()
                                                .mapToDouble(one -> one.amount()
                                                        .asNumber()
                                                        .map(Number::doubleValue)
                                                        .orElse(Double.POSITIVE_INFINITY)))
                                .toArray());
            case FitResult.FitsInTotalOnly(var unevenShares) -> new FitResultRank(pool, IN_SUM,
                    parts(unevenShares.stream().mapToDouble(one -> 1 - ratio(one.share(), one.asked())).toArray(), 0));
            case FitResult.Lacking(var shortfalls, var differs) -> new FitResultRank(pool, SHORT, parts(
                    shortfalls.stream().mapToDouble(one -> ratio(one.by(), one.asked())).toArray(), differs.size()));
            case FitResult.Unknown(var fields) -> new FitResultRank(pool, UNKNOWN, new double[]{fields.size()});
        };
    }

    private static FitResultRank of(int pool, FitResult.Room room) {
        return switch (room) {
            case NOW -> new FitResultRank(pool, FITS, new double[]{0});
            case BEHIND_QUEUE -> new FitResultRank(pool, FITS, new double[]{1});
            // even shares differ by 0 kinds: these stand before and after those
            case BY_COUNT -> new FitResultRank(pool, IN_SUM, new double[]{-1});
            case NOT_NOW -> new FitResultRank(pool, IN_SUM, new double[]{1});
            // enough in sum: the nearest misses
            case NEVER -> new FitResultRank(pool, SHORT, new double[]{-1});
        };
    }

    private static double ratio(FieldValue.Number part, FieldValue.Number all) {
        return part.number().doubleValue() / all.number().doubleValue();
    }

    /// First how many things differ, then the worst of what is missing, then all of it.
    private static double[] parts(double[] missing, int differs) {
        return new double[]{differs, Arrays.stream(missing).max().orElse(0), Arrays.stream(missing).sum()};
    }
}
