package poolscope.ui.trends;

import java.util.Optional;
import poolscope.pool.trend.PoolAmountTrend;

/// What the screen of trends shows.
sealed interface TrendScreenState {

    /// The range asked for, or the one that suits what is kept; empty without a trend.
    default Optional<TrendRange> shownRange() {
        return switch (this) {
            case Reading _, Nothing _ -> Optional.empty();
            case NoPools(var range) -> Optional.of(range);
            case NoAmounts(var range) -> Optional.of(range);
            case Known known -> Optional.of(known.range);
        };
    }

    /// The kept readings are being read.
    record Reading() implements TrendScreenState {}

    /// There are less than two readings.
    record Nothing() implements TrendScreenState {}

    /// Nothing was read of the pools that are asked for in the time that is asked for.
    record NoPools(TrendRange range) implements TrendScreenState {}

    /// The pools that are asked for were read, and say no amount that is added up.
    record NoAmounts(TrendRange range) implements TrendScreenState {}

    /// @param dayBefore
    ///            the 24 hours before, for the range of a day
    record Known(PoolAmountTrend poolAmountTrend, TrendRange range,
            Optional<PoolAmountTrend> dayBefore) implements TrendScreenState {}
}
