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
import javafx.geometry.Insets;
import javafx.scene.Node;
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
    private static final double PADDING = 4;
    private static final double TICK_WIDTH = 5;
    private static final double TICK_HEIGHT = 8;

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
            for (var node : List.of(band, new Hatching()))
                marks.add(new Mark(node, time.valueOf(period.start()), time.valueOf(period.end())));
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
        names.forEach(name -> getChartChildren().remove(name.label()));
        names.clear();
        for (var line : lines) {
            if (line.isOfDayBefore()) continue;
            var label = new Label(words.line(line.series().measure()));
            label.getStyleClass().add("line-name");
            names.add(new LineName(label, line.value().applyAsDouble(line.series().last())));
            label.setManaged(false);
            getChartChildren().add(label);
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

    /// The names of the lines stand at the right of the plot, so that they cover nothing.
    @Override
    protected void layoutChildren() {
        double widest = names.stream().mapToDouble(name -> name.label().prefWidth(-1)).max().orElse(0);
        setPadding(new Insets(PADDING, Math.ceil(widest) + PADDING, PADDING, 0));
        super.layoutChildren();
    }

    @Override
    protected void layoutPlotChildren() {
        super.layoutPlotChildren();
        double height = amounts.getHeight();
        for (var mark : marks) {
            double start = time.getDisplayPosition(mark.start());
            double width = Math.max(1, time.getDisplayPosition(mark.end()) - start);
            switch (mark.node()) {
                case Rectangle band -> {
                    band.setX(start);
                    band.setY(0);
                    band.setWidth(width);
                    band.setHeight(height);
                }
                case Hatching hatching -> hatching.cover(start, width, height);
                default -> mark.node().resizeRelocate(start - TICK_WIDTH / 2, 0, TICK_WIDTH, TICK_HEIGHT);
            }
        }
        layoutNames();
    }

    /// Each beside the end of its line, from the upper one to the lower one; a name that has no room there is below the
    /// name before, or above the lower end of the plot.
    private void layoutNames() {
        double end = amounts.getLayoutY();
        double bottom = end + amounts.getHeight();
        double height = names.stream().mapToDouble(name -> name.label().prefHeight(-1)).max().orElse(0);
        for (int i = 0; i < names.size(); i++) {
            var label = names.get(i).label();
            double beside = amounts.getLayoutY() + amounts.getDisplayPosition(names.get(i).value()) - height / 2;
            double lowest = bottom - height * (names.size() - i);
            double y = Math.max(end, Math.min(beside, lowest));
            label.resizeRelocate(time.getLayoutX() + time.getWidth(), y, label.prefWidth(-1), height);
            end = y + height;
        }
    }
}
