package poolscope.ui.connections;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import poolscope.ui.parts.AccessibleName;

/// Connects labels with their fields, for screen readers.
final class ScreenReaderFieldLabels {
    private ScreenReaderFieldLabels() {}

    /// A label belongs to the field after it, or to the first of the row after it, unless that has a name of its own.
    static void connect(Pane pane) {
        Label last = null;
        for (var part : pane.getChildren()) {
            if (part instanceof Label label) last = label;
            else if (part instanceof VBox inner) connect(inner);
            else if (part instanceof TitledPane section && section.getContent() instanceof VBox inner) connect(inner);
            else if (last != null) {
                connect(last, part instanceof HBox row ? row.getChildren().getFirst() : part);
                last = null;
            }
        }
    }

    private static void connect(Label label, Node field) {
        if (!AccessibleName.isLabelled(field)) label.setLabelFor(field);
    }
}
