package poolscope.pool.trend;

import java.math.BigDecimal;
import java.time.Instant;

/// A value that holds from that moment until the next point of its line.
public record TrendPoint(Instant at, BigDecimal value) {}
