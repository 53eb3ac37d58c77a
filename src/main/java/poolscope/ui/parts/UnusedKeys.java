package poolscope.ui.parts;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;

/// Passes keys on from a control that would consume them and do nothing, or what another key does. Esc: JavaFX's menu
/// buttons and choices consume it while their list is closed, lists while nothing is edited, and text fields with a
/// formatter; it closes the form around them then. Enter: it does nothing on a box, nor on the chosen one of a group; in
/// a form it is the button of the form.
public final class UnusedKeys {
    private UnusedKeys() {}

    /// For all controls in this part.
    public static void passOn(Node part) {
        part.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!isUnused(event)) return;
            var parent = ((Node) event.getTarget()).getParent();
            event.consume();
            parent.fireEvent(event.copyFor(parent, parent));
        });
    }

    private static boolean isUnused(KeyEvent event) {
        return switch (event.getCode()) {
            case ESCAPE -> isEscapeUnused(event.getTarget());
            case ENTER -> isEnterUnused(event.getTarget()) && ModifierKeys.areUp(event);
            default -> false;
        };
    }

    private static boolean isEnterUnused(EventTarget target) {
        return switch (target) {
            case CheckBox _ -> true;
            case ToggleButton toggle -> toggle.getToggleGroup() != null && toggle.isSelected();
            default -> false;
        };
    }

    private static boolean isEscapeUnused(EventTarget target) {
        return switch (target) {
            case MenuButton menu -> !menu.isShowing();
            case ComboBoxBase<?> choice -> !choice.isShowing();
            case ChoiceBox<?> choice -> !choice.isShowing();
            case ListView<?> list -> list.getEditingIndex() < 0;
            case TextField field -> field.getTextFormatter() != null;
            default -> false;
        };
    }
}
