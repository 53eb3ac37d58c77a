package poolscope.ui.parts;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// A label whose text reports a change of state: an error, or how something ended. While it says something, Tab reaches
/// it, because screen readers read what has the focus; and it is reported as a [ScreenReaderMessage]. What it says of
/// one field is read with that field instead, so that Tab does not stop between two fields. For FXML.
public final class MessageLabel extends Label {
    private final ObservableValue<String> shown;
    private @Nullable Node field;

    public MessageLabel() {
        getStyleClass().add("status-message");
        var isParentVisible = parentProperty().flatMap(Node::visibleProperty).orElse(false);
        shown = Bindings.createStringBinding(
                () -> isVisible() && isParentVisible.getValue() && getText() != null ? getText() : "", textProperty(),
                visibleProperty(), isParentVisible);
        shown.subscribe(now -> {
            setFocusTraversable(field == null && !now.isBlank());
            if (field != null) field.setAccessibleHelp(now);
            ScreenReaderMessage.report(this, now);
        });
    }

    /// The field that the message is about; null for a message about more than one.
    public @Nullable Node getField() {
        return field;
    }

    public void setField(@Nullable Node field) {
        this.field = field;
    }
}
