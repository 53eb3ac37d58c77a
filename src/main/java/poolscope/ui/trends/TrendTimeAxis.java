package poolscope.ui.trends;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.chart.ValueAxis;
import poolscope.ui.text.TrendText;

/// A time axis in seconds of local time, labelled at full local hours or days. (A `NumberAxis` counts its labels from
/// its lower end.)
final class TrendTimeAxis extends ValueAxis<Number> {
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final int LABELS = 8;

    private final TrendText words;
    private long offset;
    private long unit = HOUR;

    TrendTimeAxis(TrendText words) {
        this.words = words;
        setAutoRanging(false);
        setAnimated(false);
        setMinorTickVisible(false);
    }

    void show(Instant from, Instant to) {
        offset = words.offsetSeconds(to);
        unit = unit(to.getEpochSecond() - from.getEpochSecond());
        setLowerBound(valueOf(from));
        setUpperBound(valueOf(to));
        invalidateRange(List.of());
        requestAxisLayout();
    }

    private static long unit(long seconds) {
        if (seconds <= HOUR) return HOUR / 6;
        long unit = seconds <= 2 * DAY ? HOUR : DAY;
        return unit * Math.ceilDiv(seconds, unit * LABELS);
    }

    double valueOf(Instant at) {
        return at.getEpochSecond() + at.getNano() / 1e9 + offset;
    }

    private record Range(double lower, double upper, double scale) {}

    @Override
    protected Object getRange() {
        return new Range(getLowerBound(), getUpperBound(), getScale());
    }

    @Override
    protected void setRange(Object range, boolean animate) {
        if (!(range instanceof Range(var lower, var upper, var scale))) return;
        setLowerBound(lower);
        setUpperBound(upper);
        currentLowerBound.set(lower);
        setScale(scale);
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
    protected List<Number> calculateMinorTickMarks() {
        return List.of();
    }

    @Override
    protected String getTickMarkLabel(Number value) {
        return words.axis(Instant.ofEpochSecond(value.longValue() - offset), unit >= DAY);
    }
}
