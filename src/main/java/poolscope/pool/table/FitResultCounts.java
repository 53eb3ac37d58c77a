package poolscope.pool.table;

/// How many pools have which kind of `FitResult`.
///
/// @param fits
///            by what is free now
/// @param byCapacity
///            fit by capacity: what is free now is not known
/// @param lacking
///            the short ones
public record FitResultCounts(int fits, int byCapacity, int inSum, int lacking, int unknown) {

    /// Nothing was asked.
    public static final FitResultCounts NONE = new FitResultCounts(0, 0, 0, 0, 0);

    /// Those that have enough by their totals, per node or not.
    public int enough() {
        return fits + byCapacity + inSum;
    }
}
