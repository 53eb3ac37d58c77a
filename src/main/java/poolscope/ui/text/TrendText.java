package poolscope.ui.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.pool.DisplayDecimals;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.change.RegularlyRefreshedPeriods.Period;
import poolscope.pool.trend.PoolAmountTrend;
import poolscope.pool.trend.StatusChangeCounts;
import poolscope.pool.trend.TrendMeasure;
import poolscope.pool.trend.TrendMeasureGroup;
import poolscope.pool.trend.TrendPoint;
import poolscope.pool.trend.TrendSeries;

/// Formats trends.
public final class TrendText {
    private static final Map<PoolField, String> GROUPS = Map.of(PoolField.NODE_COUNT, "trends.of.nodes",
            PoolField.FREE_CPU_CORES, "trends.of.cpu", PoolField.FREE_MEMORY, "trends.of.memory");
    private static final Map<PoolField, String> LINES = Map.of(PoolField.ACCELERATORS, "trends.line.allocatable",
            PoolField.NODE_COUNT, "trends.line.all", PoolField.AVAILABLE_NODES, "trends.line.usable");

    private final Texts texts;
    private final PoolFieldText fields;
    private final TimeText times;

    public TrendText(Texts texts, PoolFieldText fields, TimeText times) {
        this.texts = texts;
        this.fields = fields;
        this.times = times;
    }

    /// What a chart is of, with its unit.
    public String group(TrendMeasureGroup group) {
        var field = group.fields().getFirst();
        return group.family()
                .map(family -> texts.format("trends.cards", fields.family(family)))
                .orElseGet(() -> texts.format(GROUPS.getOrDefault(field, "trends.title")));
    }

    /// The name of a line in its chart.
    public String line(TrendMeasure measure) {
        return texts.format(LINES.getOrDefault(measure.field(), "trends.line.free"));
    }

    /// Which pools a trend is of.
    ///
    /// @param selected
    ///            empty for those that the filter shows
    public String scope(List<Pool> selected, int shown) {
        return switch (selected.size()) {
            case 0 -> texts.format("trends.scope.shown", shown);
            case 1 -> fields.cell(PoolField.NAME, selected.getFirst().poolNamesAndOwner().name());
            default -> texts.format("trends.scope.selected", selected.size());
        };
    }

    /// Formats the amounts of lines of one unit alike.
    ///
    /// @param series
    ///            at least one
    public ChartAmountText amounts(List<TrendSeries> series) {
        return ChartAmountText.inUnitOfColumn(fields, series.getFirst().measure().field(),
                series.stream()
                        .flatMap(one -> one.lines().stream())
                        .flatMap(List::stream)
                        .map(TrendPoint::value)
                        .toList());
    }

    private ChartAmountText summarised(List<TrendSeries> series) {
        return ChartAmountText.inUnitOfColumn(fields, series.getFirst().measure().field(),
                series.stream().flatMap(one -> Stream.of(one.last().value(), one.minimum(), one.maximum())).toList());
    }

    /// A label of the axis of amounts, with that many decimals.
    public String amount(BigDecimal amount, int decimals) {
        var format = NumberFormat.getInstance(texts.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(amount);
    }

    /// A value in the unit in which people are shown it.
    public double shown(PoolField field, BigDecimal value) {
        return (field.unit() == PoolField.Unit.MEBIBYTES ? DisplayDecimals.gibibytes(value) : value).doubleValue();
    }

    /// Last, least and most of a line.
    private String summary(TrendSeries series, ChartAmountText amounts) {
        return texts.format("trends.summary", line(series.measure()), amounts.withUnit(series.last().value()),
                amounts.withUnit(series.minimum()), amounts.withUnit(series.maximum()));
    }

    /// The whole chart in words.
    public String summary(PoolAmountTrend poolAmountTrend, List<TrendSeries> series) {
        var lines = series.isEmpty()
                ? Stream.<String>empty()
                : series.stream().map(one -> summary(one, summarised(series)));
        return Stream.concat(lines, notes(poolAmountTrend)).collect(Collectors.joining("\n"));
    }

    /// What is beside the lines.
    public Stream<String> notes(PoolAmountTrend poolAmountTrend) {
        var unwatched = poolAmountTrend.unwatched()
                .stream()
                .map(period -> Duration.between(period.start(), period.end()))
                .reduce(Duration.ZERO, Duration::plus);
        int ticks = poolAmountTrend.ticks()
                .stream()
                .mapToInt(tick -> tick.worse() + tick.better() + tick.other())
                .sum();
        return Stream.of(
                unwatched.compareTo(Duration.ofMinutes(1)) < 0
                        ? ""
                        : texts.format("trends.unwatched.all", times.span(unwatched)),
                ticks == 0 ? "" : texts.format("trends.ticks", ticks)).filter(note -> !note.isEmpty());
    }

    /// A period that nobody watched.
    public String unwatched(Period period) {
        return texts.format("trends.unwatched", times.moment(period.start()), times.moment(period.end()));
    }

    /// How many pools got which status.
    public String tick(StatusChangeCounts tick) {
        var counts = Stream
                .of(count("trends.tick.worse", tick.worse()), count("trends.tick.better", tick.better()),
                        count("trends.tick.other", tick.other()))
                .filter(count -> !count.isEmpty());
        return texts.format("trends.tick", times.moment(tick.at()),
                counts.collect(Collectors.joining(texts.format("fit.join"))));
    }

    private String count(String key, int pools) {
        return pools == 0 ? "" : texts.format(key, pools);
    }

    /// A label of the time axis.
    ///
    /// @param isDay
    ///            whether the labels are a day or more apart
    public String axis(Instant at, boolean isDay) {
        return isDay ? times.monthAndDay(at) : times.hour(at);
    }

    /// How many seconds local time is ahead of UTC at that moment.
    public long offsetSeconds(Instant at) {
        return times.offsetSeconds(at);
    }

    /// A moment for the name of a file.
    public String inFileName(Instant at) {
        return times.inFileName(at);
    }

    public String moment(Instant at) {
        return times.moment(at);
    }
}
