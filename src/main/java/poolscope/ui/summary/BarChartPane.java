package poolscope.ui.summary;

import java.util.List;
import javafx.scene.layout.VBox;

/// The bars of one chart. Bars are reused when they change, so that a focused one keeps the focus.
public final class BarChartPane extends VBox {
    public BarChartPane() {
        getStyleClass().add("bars");
    }

    void show(List<ChartBar.Content> said) {
        while (getChildren().size() < said.size())
            getChildren().add(new ChartBar());
        if (getChildren().size() > said.size()) getChildren().remove(said.size(), getChildren().size());
        for (int i = 0; i < said.size(); i++)
            ((ChartBar) getChildren().get(i)).show(said.get(i));
        var bars = getChildren().stream().map(ChartBar.class::cast).toList();
        double longest = bars.stream().mapToDouble(ChartBar::valueWidth).max().orElse(0);
        bars.forEach(bar -> bar.longestValueProperty().set(longest));
    }
}
