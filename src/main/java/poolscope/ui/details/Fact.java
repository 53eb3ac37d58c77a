package poolscope.ui.details;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line of the details: a name and what is said of it, each with more in a tooltip.
final class Fact extends HBox {

    /// What stands there, and what its tooltip says.
    record Said(String text, String tip) {}

    Fact(Said name, Said value) {
        getStyleClass().add("line");
        var left = label(name, "name");
        left.setMinWidth(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(left, space, label(value, "value"));
    }

    private static Label label(Said said, String styleClass) {
        var label = new Label(said.text());
        label.getStyleClass().add(styleClass);
        label.setTooltip(new Tooltip(said.tip()));
        return label;
    }
}
