package poolscope.ui.trends;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.chart.Axis;
import javafx.scene.chart.LineChart;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import poolscope.pool.trend.PoolAmountTrend;
import poolscope.pool.trend.StatusChangeCounts;
import poolscope.pool.trend.TrendPoint;
import poolscope.pool.trend.TrendSeries;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.text.TrendText;

/// Lines over time as steps: a value holds until it was seen to be another one. Time that nobody watched is hatched and
/// has no line; a tick at the top is a change of status. The name of a line stands at its end, because colour alone is
/// not enough.
final class TrendChart extends LineChart<Number, Number> {
    private static final double TICK_WIDTH = 5;
    private static final double TICK_HEIGHT = 8;
    /// Space between a line and its name.
    private static final double NAME_GAP = 4;

    private final TrendText words;
    private final TrendTimeAxis time;
    private final TrendAmountAxis amounts;
    private final List<Mark> marks = new ArrayList<>();
    private final List<LineName> names = new ArrayList<>();

    /// What is drawn of a line.
    ///
    /// @param shift
    ///            added to its times, for a line of the day before
    /// @param style
    ///            the style class that brings its colour
    record Line(TrendSeries series, Duration shift, ToDoubleFunction<TrendPoint> value, String style) {
        private boolean isOfDayBefore() {
            return !shift.isZero();
        }
    }

    /// Something in the plot beside the lines.
    private record Mark(Node node, double start, double end) {}

    /// The name of a line and its last value.
    private record LineName(Label label, double value) {}

    TrendChart(TrendText words) {
        this(words, new TrendTimeAxis(words), new TrendAmountAxis(words));
    }

    private TrendChart(TrendText words, TrendTimeAxis time, TrendAmountAxis amounts) {
        super(time, amounts);
        this.amounts = amounts;
        this.words = words;
        this.time = time;
        getStyleClass().add("trend-chart");
        setAnimated(false);
        setCreateSymbols(false);
        setLegendVisible(false);
        setAxisSortingPolicy(SortingPolicy.NONE);
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
        showAmounts(lines);
        draw(lines);
        name(lines);
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

    private void showAmounts(List<Line> lines) {
        var values = lines.stream()
                .flatMapToDouble(line -> line.series().lines().stream().flatMap(List::stream).mapToDouble(line.value()))
                .toArray();
        amounts.show(Arrays.stream(values).max().orElse(0),
                Arrays.stream(values).allMatch(value -> value == Math.rint(value)));
    }

    private void name(List<Line> lines) {
        names.forEach(name -> getPlotChildren().remove(name.label()));
        names.clear();
        for (var line : lines) {
            if (line.isOfDayBefore()) continue;
            var label = new Label(words.line(line.series().measure()));
            label.getStyleClass().add("line-name");
            names.add(new LineName(label, line.value().applyAsDouble(line.series().last())));
            getPlotChildren().add(label);
        }
        names.sort(Comparator.comparingDouble(LineName::value).reversed());
    }

    private static Node styled(Node node, Line line) {
        node.getStyleClass().add(line.style);
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
        layoutNames(((Axis<Number>) getXAxis()).getWidth(), height);
    }

    /// From the upper line to the lower one: above its line where there is room, otherwise below the name before.
    private void layoutNames(double width, double height) {
        double end = TICK_HEIGHT;
        for (var name : names) {
            name.label().autosize();
            double labelHeight = name.label().getHeight();
            double above = amounts.getDisplayPosition(name.value()) - labelHeight - NAME_GAP;
            double top = Math.max(end, Math.min(above, height - labelHeight - NAME_GAP));
            name.label().relocate(width - name.label().getWidth(), top);
            end = top + labelHeight;
        }
    }
}
