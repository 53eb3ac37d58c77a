package poolscope;

import java.util.EnumSet;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/// Repairs mouse events of JavaFX 26's headless robot, which sends every press and release as a popup trigger and
/// without keyboard modifiers: a click on a column header would never sort. Does nothing on other platforms.
final class HeadlessMouse {
    private static final Set<KeyCode> DOWN = EnumSet.noneOf(KeyCode.class);
    private static final Set<MouseButton> BUTTONS = EnumSet.noneOf(MouseButton.class);
    private static final String KEY = HeadlessMouse.class.getName();

    private HeadlessMouse() {}

    /// For the FX thread, once: covers every window, popups included.
    static void install() {
        DOWN.clear();
        BUTTONS.clear();
        if (!"Headless".equalsIgnoreCase(System.getProperty("glass.platform"))) return;
        Window.getWindows().forEach(HeadlessMouse::watch);
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next())
                change.getAddedSubList().forEach(HeadlessMouse::watch);
        });
    }

    private static void watch(Window window) {
        window.sceneProperty().subscribe(scene -> {
            if (scene != null) repair(scene);
        });
    }

    private static void repair(Scene scene) {
        if (scene.getProperties().putIfAbsent(KEY, true) != null) return;
        EventDispatcher original = scene.getEventDispatcher();
        scene.setEventDispatcher((event, tail) -> original.dispatchEvent(repaired(event), tail));
    }

    private static Event repaired(Event event) {
        if (event instanceof KeyEvent key) {
            if (key.getEventType() == KeyEvent.KEY_PRESSED) DOWN.add(key.getCode());
            if (key.getEventType() == KeyEvent.KEY_RELEASED) DOWN.remove(key.getCode());
            return event;
        }
        if (!(event instanceof MouseEvent m)) return event;
        var type = m.getEventType();
        if (type == MouseEvent.MOUSE_PRESSED) BUTTONS.add(m.getButton());
        if (type == MouseEvent.MOUSE_RELEASED) BUTTONS.remove(m.getButton());
        return new MouseEvent(m.getSource(), m.getTarget(), type, m.getSceneX(), m.getSceneY(), m.getScreenX(),
                m.getScreenY(), m.getButton(), m.getClickCount(), DOWN.contains(KeyCode.SHIFT),
                DOWN.contains(KeyCode.CONTROL), DOWN.contains(KeyCode.ALT), DOWN.contains(KeyCode.META),
                BUTTONS.contains(MouseButton.PRIMARY), BUTTONS.contains(MouseButton.MIDDLE),
                BUTTONS.contains(MouseButton.SECONDARY), false, false, false,
                m.isPopupTrigger() && m.getButton() == MouseButton.SECONDARY, m.isStillSincePress(), m.getPickResult());
    }
}
