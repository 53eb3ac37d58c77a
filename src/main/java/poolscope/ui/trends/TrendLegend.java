package poolscope.ui.trends;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import poolscope.pool.PoolField;
import poolscope.pool.trend.TrendMeasureGroup;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TrendText;

/// What the lines and marks of the chart mean.
record TrendLegend(Texts texts, TrendText words) {

    List<Label> entries(TrendScreenState.Known known, TrendMeasureGroup group) {
        List<Label> entries = new ArrayList<>();
        for (var series : group.series(known.poolAmountTrend()))
            entries.add(entry(words.line(series.measure()), "line", styleOf(series.measure().field())));
        if (known.dayBefore().filter(before -> !group.series(before).isEmpty()).isPresent())
            entries.add(entry(texts.format("trends.legend.dayBefore"), "line", "day-before"));
        if (!known.poolAmountTrend().unwatched().isEmpty())
            entries.add(entry(texts.format("trends.legend.unwatched"), "unwatched"));
        if (!known.poolAmountTrend().ticks().isEmpty())
            entries.add(entry(texts.format("trends.legend.tick"), "status-tick", "worse"));
        return entries;
    }

    /// The style class of a line: what can be had has the colour that it has elsewhere in the window, and what it is
    /// part of is grey.
    static String styleOf(PoolField field) {
        return switch (field) {
            case AVAILABLE_NODES -> "available";
            case FREE_ACCELERATORS, FREE_CPU_CORES, FREE_MEMORY -> "free-line";
            default -> "whole";
        };
    }

    private static Label entry(String text, String... styles) {
        var swatch = new Region();
        swatch.getStyleClass().add("trend-swatch");
        swatch.getStyleClass().addAll(styles);
        return new Label(text, swatch);
    }
}
