package poolscope.ui.trends;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.chart.Axis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import poolscope.pool.trend.PoolAmountTrend;
import poolscope.pool.trend.StatusChangeCounts;
import poolscope.pool.trend.TrendPoint;
import poolscope.pool.trend.TrendSeries;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.text.TrendText;

/// Lines over time as steps: a value holds until it was seen to be another one. Time that nobody watched is hatched and
/// has no line; a tick at the top is a change of status.
final class TrendChart extends LineChart<Number, Number> {
    private static final double TICK_WIDTH = 5;
    private static final double TICK_HEIGHT = 8;

    private final TrendText words;
    private final TrendTimeAxis time;
    private final List<Mark> marks = new ArrayList<>();

    /// What is drawn of a line.
    ///
    /// @param shift
    ///            added to its times, for a line of the day before
    /// @param isSecond
    ///            whether it has the second colour
    record Line(TrendSeries series, Duration shift, ToDoubleFunction<TrendPoint> value, boolean isSecond) {
        private boolean isOfDayBefore() {
            return !shift.isZero();
        }
    }

    /// Something in the plot beside the lines.
    private record Mark(Node node, double start, double end) {}

    TrendChart(TrendText words) {
        this(words, new TrendTimeAxis(words), new NumberAxis());
    }

    private TrendChart(TrendText words, TrendTimeAxis time, NumberAxis amounts) {
        super(time, amounts);
        this.words = words;
        this.time = time;
        getStyleClass().add("trend-chart");
        setAnimated(false);
        setCreateSymbols(false);
        setLegendVisible(false);
        setAxisSortingPolicy(SortingPolicy.NONE);
        amounts.setAnimated(false);
        amounts.setMinorTickVisible(false);
    }

    /// Draws these lines over the period of a trend.
    void show(PoolAmountTrend poolAmountTrend, List<Line> lines) {
        time.show(poolAmountTrend.from(), poolAmountTrend.to());
        getData().clear();
        marks.forEach(mark -> getPlotChildren().remove(mark.node()));
        marks.clear();
        poolAmountTrend.unwatched().forEach(period -> {
            var band = new Rectangle();
            band.getStyleClass().add("unwatched");
            LazyTooltip.setText(band, words.unwatched(period));
            marks.add(new Mark(band, time.valueOf(period.start()), time.valueOf(period.end())));
        });
        marks.forEach(mark -> getPlotChildren().add(mark.node()));
        draw(lines);
        poolAmountTrend.ticks().forEach(this::mark);
        requestChartLayout();
    }

    /// Styled at the end: each line that is added sets the style classes of all lines anew.
    private void draw(List<Line> lines) {
        Map<Series<Number, Number>, Line> drawn = new LinkedHashMap<>();
        for (var line : lines)
            for (var part : line.series().lines()) {
                var series = steps(part, line);
                if (part.size() == 1) series.getData().getFirst().setNode(styled(new Region(), line));
                drawn.put(series, line);
            }
        getData().addAll(drawn.keySet());
        drawn.forEach((series, line) -> styled(series.getNode(), line));
    }

    private Series<Number, Number> steps(List<TrendPoint> part, Line line) {
        List<Data<Number, Number>> steps = new ArrayList<>();
        double before = Double.NaN;
        for (var point : part) {
            double value = line.value().applyAsDouble(point);
            double at = time.valueOf(point.at().plus(line.shift()));
            if (!Double.isNaN(before) && before != value) steps.add(new Data<>(at, before));
            steps.add(new Data<>(at, value));
            before = value;
        }
        return new Series<>(FXCollections.observableArrayList(steps));
    }

    private static Node styled(Node node, Line line) {
        if (line.isSecond()) node.getStyleClass().add("second");
        if (line.isOfDayBefore()) node.getStyleClass().add("day-before");
        return node;
    }

    private void mark(StatusChangeCounts tick) {
        var node = new Region();
        node.getStyleClass().add("status-tick");
        if (tick.worse() > 0) node.getStyleClass().add("worse");
        else if (tick.better() > 0) node.getStyleClass().add("better");
        LazyTooltip.setText(node, words.tick(tick));
        getPlotChildren().add(node);
        marks.add(new Mark(node, time.valueOf(tick.at()), time.valueOf(tick.at())));
    }

    @Override
    protected void layoutPlotChildren() {
        super.layoutPlotChildren();
        double height = ((Axis<Number>) getYAxis()).getHeight();
        for (var mark : marks) {
            double start = time.getDisplayPosition(mark.start());
            if (mark.node() instanceof Rectangle band) {
                band.setX(start);
                band.setY(0);
                band.setWidth(Math.max(1, time.getDisplayPosition(mark.end()) - start));
                band.setHeight(height);
            } else
                mark.node().resizeRelocate(start - TICK_WIDTH / 2, 0, TICK_WIDTH, TICK_HEIGHT);
        }
    }
}
