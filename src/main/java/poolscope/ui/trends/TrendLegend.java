package poolscope.ui.trends;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import poolscope.pool.trend.TrendMeasureGroup;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TrendText;

/// What the lines and marks of the chart mean.
record TrendLegend(Texts texts, TrendText words) {

    List<Label> entries(TrendContent.Known known, TrendMeasureGroup group) {
        List<Label> entries = new ArrayList<>();
        for (var series : group.series(known.poolAmountTrend()))
            entries.add(entry(words.line(series.measure()), "line",
                    group.fields().indexOf(series.measure().field()) > 0 ? "second" : "first"));
        if (known.dayBefore().filter(before -> !group.series(before).isEmpty()).isPresent())
            entries.add(entry(texts.format("trends.legend.dayBefore"), "line", "day-before"));
        if (!known.poolAmountTrend().unwatched().isEmpty())
            entries.add(entry(texts.format("trends.legend.unwatched"), "unwatched"));
        if (!known.poolAmountTrend().ticks().isEmpty())
            entries.add(entry(texts.format("trends.legend.tick"), "status-tick", "worse"));
        return entries;
    }

    private static Label entry(String text, String... styles) {
        var swatch = new Region();
        swatch.getStyleClass().add("trend-swatch");
        swatch.getStyleClass().addAll(styles);
        return new Label(text, swatch);
    }
}
