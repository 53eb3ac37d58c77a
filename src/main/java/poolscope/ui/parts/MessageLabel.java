package poolscope.ui.parts;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// A label whose text reports a change of state: an error, or how something ended. While it says something, Tab reaches
/// it, because screen readers read what has the focus; and it is reported as a [ScreenReaderMessage]. For FXML.
public final class MessageLabel extends Label {
    private final ObservableValue<String> shown;

    public MessageLabel() {
        getStyleClass().add("status-message");
        var isParentVisible = parentProperty().flatMap(Node::visibleProperty).orElse(false);
        shown = Bindings.createStringBinding(
                () -> isVisible() && isParentVisible.getValue() && getText() != null ? getText() : "", textProperty(),
                visibleProperty(), isParentVisible);
        shown.subscribe(now -> {
            setFocusTraversable(!now.isBlank());
            ScreenReaderMessage.report(this, now);
        });
    }
}
