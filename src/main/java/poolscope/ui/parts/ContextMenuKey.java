package poolscope.ui.parts;

import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The key for the context menu of what has the focus: *Menu*, or Shift+F10. JavaFX asks for the menu itself where the
/// system does, which is on Windows alone.
public final class ContextMenuKey {
    private ContextMenuKey() {}

    /// For all of that part.
    public static void install(Node part) {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) return;
        part.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!isKey(event) || !(event.getTarget() instanceof Node node)) return;
            var middle = node.getLayoutBounds();
            var place = node.localToScene(middle.getCenterX(), middle.getCenterY());
            var onScreen = node.localToScreen(middle.getCenterX(), middle.getCenterY());
            Event.fireEvent(node, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, place.getX(),
                    place.getY(), onScreen.getX(), onScreen.getY(), true, null));
            event.consume();
        });
    }

    private static boolean isKey(KeyEvent event) {
        return event.getCode() == KeyCode.CONTEXT_MENU && ModifierKeys.areUp(event)
                || event.getCode() == KeyCode.F10 && event.isShiftDown() && ModifierKeys.areUpButForShift(event);
    }
}
