package poolscope.ui.trends;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import poolscope.ui.text.TrendText;

/// A time axis in seconds of local time, labelled at full local hours or days. (A `NumberAxis` counts its labels from
/// its lower end.)
final class TrendTimeAxis extends FixedBoundsAxis {
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final int LABELS = 8;

    private final TrendText words;
    private long offset;
    private long unit = HOUR;

    TrendTimeAxis(TrendText words) {
        this.words = words;
    }

    void show(Instant from, Instant to) {
        offset = words.offsetSeconds(to);
        unit = unit(to.getEpochSecond() - from.getEpochSecond());
        setBounds(valueOf(from), valueOf(to));
    }

    private static long unit(long seconds) {
        if (seconds <= HOUR) return HOUR / 6;
        long unit = seconds <= 2 * DAY ? HOUR : DAY;
        return unit * Math.ceilDiv(seconds, unit * LABELS);
    }

    double valueOf(Instant at) {
        return at.getEpochSecond() + at.getNano() / 1e9 + offset;
    }

    @Override
    protected List<Number> calculateTickValues(double length, Object range) {
        List<Number> ticks = new ArrayList<>();
        for (long tick = Math.ceilDiv((long) Math.ceil(getLowerBound()), unit)
                * unit; tick <= getUpperBound(); tick += unit)
            ticks.add(tick);
        return ticks;
    }

    @Override
    protected String getTickMarkLabel(Number value) {
        return words.axis(Instant.ofEpochSecond(value.longValue() - offset), unit >= DAY);
    }
}
