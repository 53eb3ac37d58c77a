package poolscope.ui.nodes;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import poolscope.pool.FieldValue;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.NodeText;

/// A toggle for each kind of nodes that there is, with how many they are: it shows only those.
final class NodeFilterChips {
    private final NodesAndJobsFilterModel filter;
    private final NodeText words;
    private final Map<NodeFilterKind, ToggleButton> chips = new EnumMap<>(NodeFilterKind.class);

    NodeFilterChips(NodesAndJobsFilterModel filter, NodeText words) {
        this.filter = filter;
        this.words = words;
        for (var kind : NodeFilterKind.values()) {
            var chip = new ToggleButton();
            chip.setId("kind" + kind.name());
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setOnAction(_ -> filter.show(kind, chip.isSelected()));
            chips.put(kind, chip);
        }
    }

    void addTo(FlowPane pane) {
        pane.getChildren().addAll(chips.values());
    }

    void show() {
        var counts = filter.counts();
        chips.forEach((kind, chip) -> {
            SceneNodeVisibility.show(chip, counts.containsKey(kind));
            chip.setSelected(filter.kindsProperty().get().contains(kind));
            chip.setText(words.kind(kind.name(), counts.getOrDefault(kind, 0), unavailable(kind)));
        });
    }

    /// Of spares it is said how many can't stand in: after a failure the broken node carries the label.
    private int unavailable(NodeFilterKind kind) {
        return kind != NodeFilterKind.SPARE
                ? 0
                : (int) filter.rowsProperty()
                        .get()
                        .stream()
                        .filter(row -> kind.has(row) && !row.node().phase().equals(FieldValue.text("Available")))
                        .count();
    }
}
