package poolscope.ui.parts;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/// The name by which screen readers call a control. For FXML: `AccessibleName.text`.
///
/// Of a field in which something is typed or chosen, JavaFX passes the accessible text on as its *value*, in place of
/// what is typed; its name is the label that belongs to it. So a field without a visible label gets one that is in
/// no scene.
public final class AccessibleName {
    private AccessibleName() {}

    /// Sets the name of a control.
    public static void setText(Node control, String name) {
        if (!hasValue(control)) {
            control.setAccessibleText(name);
            return;
        }
        var label = new Label(name);
        label.setLabelFor(control);
    }

    /// The name of a control; empty when it has none.
    public static String getText(Node control) {
        var label = labelOf(control);
        if (label != null) return label.getText();
        return hasValue(control) || control.getAccessibleText() == null ? "" : control.getAccessibleText();
    }

    /// Whether a label belongs to the control.
    public static boolean isLabelled(Node control) {
        return labelOf(control) != null;
    }

    private static @Nullable Label labelOf(Node control) {
        return control.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label ? label : null;
    }

    private static boolean hasValue(Node control) {
        return control instanceof TextInputControl || control instanceof ComboBoxBase<?>
                || control instanceof ChoiceBox<?>;
    }
}
