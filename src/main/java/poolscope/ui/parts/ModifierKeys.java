package poolscope.ui.parts;

import javafx.scene.input.KeyEvent;

/// Shift, Control, Alt and Command.
public final class ModifierKeys {
    private ModifierKeys() {}

    /// Whether none of them is held.
    public static boolean areUp(KeyEvent event) {
        return !event.isShiftDown() && areUpButForShift(event);
    }

    /// Whether none of the three is held that turn a character into a command.
    public static boolean areUpButForShift(KeyEvent event) {
        return !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    }
}
