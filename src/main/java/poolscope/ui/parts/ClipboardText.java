package poolscope.ui.parts;

import java.util.Map;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Puts text on the system's clipboard, which can fail while another program uses it.
public final class ClipboardText {
    /// Fired when a text could not be copied; the window shows a message.
    public static final EventType<Event> REFUSED = new EventType<>(Event.ANY, "COPY_REFUSED");

    private ClipboardText() {}

    /// Returns whether the clipboard took the text. If not, the window shows a message.
    ///
    /// @param from
    ///            a node in the window
    public static boolean put(Node from, String text) {
        boolean taken = put(text);
        if (!taken) from.fireEvent(new Event(REFUSED));
        return taken;
    }

    /// Returns whether the clipboard took the text, without a message.
    public static boolean put(String text) {
        return Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
