package poolscope.ui.parts;

import java.util.Map;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Text on the system's clipboard. Writing can fail while another program uses the clipboard.
public final class ClipboardText {
    /// Fired when a text could not be copied; the window shows a message.
    public static final EventType<Event> REFUSED = new EventType<>(Event.ANY, "COPY_REFUSED");

    /// The key that copies what has the focus.
    public static final KeyCombination KEY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private ClipboardText() {}

    /// Has the key copy, wherever the focus is in that part; a field with selected text copies that.
    public static void onKey(Node part, Runnable copy) {
        part.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean isOfField = event.getTarget() instanceof TextInputControl field
                    && !field.getSelectedText().isEmpty();
            if (!KEY.match(event) || isOfField) return;
            copy.run();
            event.consume();
        });
    }

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

    /// The text to paste; empty when there is none.
    public static Optional<String> get() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString());
    }
}
