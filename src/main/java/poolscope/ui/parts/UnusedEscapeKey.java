package poolscope.ui.parts;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Passes Esc on from a control that would consume it and do nothing: JavaFX's menu buttons and choices do while their
/// list is closed, and text fields with a formatter. Esc closes the form around them then.
public final class UnusedEscapeKey {
    private UnusedEscapeKey() {}

    /// For all controls in this part.
    public static void passOn(Node part) {
        part.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE || !isUnused(event.getTarget())) return;
            var parent = ((Node) event.getTarget()).getParent();
            event.consume();
            parent.fireEvent(event.copyFor(parent, parent));
        });
    }

    private static boolean isUnused(EventTarget target) {
        return switch (target) {
            case MenuButton menu -> !menu.isShowing();
            case ComboBoxBase<?> choice -> !choice.isShowing();
            case ChoiceBox<?> choice -> !choice.isShowing();
            case TextField field -> field.getTextFormatter() != null;
            default -> false;
        };
    }
}
