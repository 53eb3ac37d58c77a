package poolscope.ui.settings;

import java.util.Objects;
import javafx.beans.DefaultProperty;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A control beside its label, whose mnemonic gives the control the focus and whose text names it to screen readers.
/// For FXML.
@DefaultProperty("field")
public final class LabelledField extends HBox {
    private final Label label = new Label();

    public LabelledField() {
        getStyleClass().add("labelled-field");
        label.setMnemonicParsing(true);
        getChildren().add(label);
    }

    public String getText() {
        return label.getText();
    }

    public void setText(String text) {
        label.setText(text);
    }

    public @Nullable Control getField() {
        return (Control) label.getLabelFor();
    }

    public void setField(Control field) {
        label.setLabelFor(Objects.requireNonNull(field));
        field.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().setAll(label, field);
    }
}
