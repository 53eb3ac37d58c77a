package poolscope.ui.parts;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;

/// A change of state that somebody who does not see the window has to learn of: something failed, ended, was copied or
/// found. The status bar gives the newest one to screen readers. JavaFX has no live regions, by which a screen reader
/// would read it at once.
public final class ScreenReaderMessage extends Event {
    private static final long serialVersionUID = 1;

    /// The type of these events, which bubble up to the scene.
    public static final EventType<ScreenReaderMessage> SHOWN = new EventType<>(Event.ANY, "STATUS_MESSAGE");

    private final String text;

    private ScreenReaderMessage(String text) {
        super(SHOWN);
        this.text = text;
    }

    /// Reports a message; nothing when it is empty.
    ///
    /// @param from
    ///            a node in the window
    public static void report(Node from, String text) {
        if (!text.isBlank()) from.fireEvent(new ScreenReaderMessage(text));
    }

    /// The message, as it is on screen.
    public String text() {
        return text;
    }
}
