package poolscope.ui.parts;

import java.util.Map;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Puts text on the system's clipboard, which may refuse it: another program may hold it.
public final class ClipboardText {
    /// Goes from where a text could not be copied to the window, which says so.
    public static final EventType<Event> REFUSED = new EventType<>(Event.ANY, "COPY_REFUSED");

    private ClipboardText() {}

    /// Whether the clipboard has taken the text. If not, the window says so.
    ///
    /// @param from
    ///            what was clicked; stands in the window
    public static boolean put(Node from, String text) {
        boolean taken = put(text);
        if (!taken) from.fireEvent(new Event(REFUSED));
        return taken;
    }

    /// Whether the clipboard has taken the text; the caller says what happened.
    public static boolean put(String text) {
        return Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
