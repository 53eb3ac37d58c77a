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
        requestLayout();
    }

    /// The widths are measured in the layout, when style sheets and zoom have set the fonts.
    @Override
    protected void layoutChildren() {
        var bars = getChildren().stream().map(ChartBar.class::cast).toList();
        double longestName = bars.stream().mapToDouble(ChartBar::nameWidth).max().orElse(0);
        double longestValue = bars.stream().mapToDouble(ChartBar::valueWidth).max().orElse(0);
        bars.forEach(bar -> {
            bar.longestNameProperty().set(longestName);
            bar.longestValueProperty().set(longestValue);
        });
        super.layoutChildren();
    }
}
