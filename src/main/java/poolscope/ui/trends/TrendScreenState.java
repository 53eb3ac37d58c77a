package poolscope.ui.trends;

import java.util.Optional;
import poolscope.pool.trend.PoolAmountTrend;

/// What the screen of trends shows.
sealed interface TrendScreenState {

    /// The kept readings are being read.
    record Reading() implements TrendScreenState {}

    /// There are less than two readings.
    record Nothing() implements TrendScreenState {}

    /// Nothing was read of the pools that are asked for in the time that is asked for.
    record NoPools() implements TrendScreenState {}

    /// @param dayBefore
    ///            the 24 hours before, for the range of a day
    record Known(PoolAmountTrend poolAmountTrend, Optional<PoolAmountTrend> dayBefore) implements TrendScreenState {}
}
