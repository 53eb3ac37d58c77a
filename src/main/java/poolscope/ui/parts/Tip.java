package poolscope.ui.parts;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// What a part says when the pointer rests on it.
///
/// A [Tooltip] is a window with a scene of its own, and a table has hundreds of cells that say something: it is made when the
/// pointer first comes.
public final class Tip {
    /// Comes before JavaFX's own handlers see the pointer, so that a tip that is made now is shown now.
    private static final EventHandler<MouseEvent> MAKE = event -> make((Node) event.getSource());

    private Tip() {}

    /// Says that text, also to a screen reader; empty for nothing.
    public static void setText(Node part, String text) {
        part.setAccessibleHelp(text);
        if (saidBy(part) instanceof Said said && said.fixed.equals(text)) return;
        put(part, new Said(text, () -> text));
    }

    /// Says what is found when the pointer comes.
    public static void setText(Node part, Supplier<String> text) {
        put(part, new Said("", text));
    }

    /// What it says now; empty for nothing.
    public static String getText(Node part) {
        return saidBy(part) instanceof Said said ? said.text.get() : "";
    }

    private record Said(String fixed, Supplier<String> text) {}

    private static @Nullable Object saidBy(Node part) {
        return part.hasProperties() ? part.getProperties().get(Tip.class) : null;
    }

    private static void put(Node part, Said said) {
        if (saidBy(part) == null) part.addEventFilter(MouseEvent.MOUSE_ENTERED, MAKE);
        part.getProperties().put(Tip.class, said);
        if (part.getProperties().get(Tooltip.class) instanceof Tooltip tooltip) tooltip.setText(getText(part));
    }

    private static void make(Node part) {
        var made = part.getProperties().get(Tooltip.class);
        if (getText(part).isEmpty()) {
            if (made instanceof Tooltip tooltip) Tooltip.uninstall(part, tooltip);
            part.getProperties().remove(Tooltip.class);
        } else if (made == null) {
            var tooltip = new Tooltip(getText(part));
            tooltip.setOnShowing(_ -> tooltip.setText(getText(part)));
            Tooltip.install(part, tooltip);
            part.getProperties().put(Tooltip.class, tooltip);
        }
    }
}
