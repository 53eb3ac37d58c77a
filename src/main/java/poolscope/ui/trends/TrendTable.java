package poolscope.ui.trends;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import poolscope.pool.trend.PoolAmountTrend;
import poolscope.pool.trend.TrendSeries;
import poolscope.pool.trend.UnchangedTrendInterval;
import poolscope.ui.parts.TextColumn;
import poolscope.ui.parts.TextColumnWidths;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TrendText;

/// The lines of a chart as a table, newest first.
record TrendTable(Texts texts, TrendText words) {

    /// @param font
    ///            of the table
    void show(TableView<UnchangedTrendInterval> table, Font font, PoolAmountTrend poolAmountTrend,
            List<TrendSeries> series) {
        table.getColumns().clear();
        add(table, texts.format("trends.from"), row -> words.moment(row.from()));
        add(table, texts.format("trends.to"), row -> words.moment(row.to()));
        var amounts = words.amounts(series);
        for (var one : series)
            add(table, words.line(one.measure()), row -> {
                var value = row.values().get(one.measure());
                if (value != null) return amounts.withUnit(value);
                return texts.format(row.isWatched() ? "trends.unknown" : "trends.notWatched");
            }).getStyleClass().add("number");
        table.getItems().setAll(UnchangedTrendInterval.of(poolAmountTrend, series).reversed());
        new TextColumnWidths<UnchangedTrendInterval>().fit(table, font);
    }

    private static TextColumn<UnchangedTrendInterval> add(TableView<UnchangedTrendInterval> table, String header,
            Function<UnchangedTrendInterval, String> text) {
        var column = new TextColumn<>(header, text);
        table.getColumns().add(column);
        return column;
    }
}
