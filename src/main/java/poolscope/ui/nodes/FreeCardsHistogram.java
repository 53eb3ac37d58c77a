package poolscope.ui.nodes;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import poolscope.pool.node.FreeCardStatisticsOfPool;
import poolscope.ui.nodes.NodesAndJobsFilterModel.FreeCount;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.text.NodeText;

/// The nodes that take jobs by how many of their cards are free, a bar for each number. A bar is a button that shows
/// only its nodes.
final class FreeCardsHistogram {
    /// In em.
    private static final double HIGHEST = 1.6;
    private static final double LOWEST = 0.15;

    private final NodesAndJobsFilterModel filter;
    private final NodeText words;
    private final VBox pane;
    private List<FreeCardStatisticsOfPool> shown = List.of();

    FreeCardsHistogram(NodesAndJobsFilterModel filter, NodeText words, VBox pane) {
        this.filter = filter;
        this.words = words;
        this.pane = pane;
    }

    /// Bars that stay keep the focus.
    void show() {
        var blocks = filter.blocks();
        if (!blocks.equals(shown)) {
            shown = blocks;
            pane.getChildren().setAll(blocks.stream().map(this::line).toList());
        }
        for (var bar : pane.lookupAll(".free-count"))
            if (bar instanceof ToggleButton button)
                button.setSelected(filter.freeCountProperty().get().equals(Optional.of(button.getUserData())));
    }

    private HBox line(FreeCardStatisticsOfPool blocks) {
        var line = new HBox();
        line.getStyleClass().add("free-counts");
        var caption = new Label(words.histogram(blocks, shown.size() == 1));
        caption.setWrapText(true);
        caption.getStyleClass().add("contents-summary");
        line.getChildren().add(caption);
        int most = blocks.histogram().values().stream().mapToInt(Integer::intValue).max().orElse(1);
        for (int free = 0; free <= blocks.largestCount(); free++)
            line.getChildren().add(bar(blocks, free, most));
        return line;
    }

    private ToggleButton bar(FreeCardStatisticsOfPool blocks, int free, int most) {
        int nodes = blocks.histogram().getOrDefault(free, 0);
        var count = new Label(nodes == 0 ? "" : Integer.toString(nodes));
        var height = new Region();
        height.getStyleClass().add("height");
        double share = nodes == 0 ? 0 : Math.max(LOWEST, HIGHEST * nodes / most);
        height.setStyle("-fx-min-height: " + share + "em; -fx-max-height: " + share + "em;");
        var content = new VBox(count, height, new Label(Integer.toString(free)));
        content.setAlignment(Pos.BOTTOM_CENTER);
        var bar = new ToggleButton(null, content);
        bar.getStyleClass().add("free-count");
        bar.setUserData(new FreeCount(blocks.accelerator(), free));
        bar.setAccessibleText(words.bar(nodes, free));
        DisabledReason.set(bar, nodes == 0 ? bar.getAccessibleText() : "");
        LazyTooltip.setText(bar, bar.getAccessibleText());
        bar.setOnAction(_ -> filter
                .show(bar.isSelected() ? Optional.of(new FreeCount(blocks.accelerator(), free)) : Optional.empty()));
        return bar;
    }
}
