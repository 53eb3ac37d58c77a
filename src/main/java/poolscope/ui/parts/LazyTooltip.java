package poolscope.ui.parts;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What a part says when the pointer rests on it.
///
/// A [Tooltip] is a window with a scene of its own, and a table has hundreds of cells that say something: it is made
/// when the pointer first comes.
public final class LazyTooltip {
    /// Comes before JavaFX's own handlers see the pointer, so that a tip that is made now is shown now.
    private static final EventHandler<MouseEvent> MAKE = event -> make((Node) event.getSource());

    private LazyTooltip() {}

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
        return part.hasProperties() ? part.getProperties().get(LazyTooltip.class) : null;
    }

    private static void put(Node part, Said said) {
        if (saidBy(part) == null) part.addEventFilter(MouseEvent.MOUSE_ENTERED, MAKE);
        part.getProperties().put(LazyTooltip.class, said);
        if (part.getProperties().get(Tooltip.class) instanceof Tooltip tooltip) tooltip.setText(getText(part));
    }

    /// A tip is hidden when its part goes out of sight, or when the row that it is in shows something else: JavaFX
    /// hides it only when the pointer moves or after some seconds.
    private static void hideWithPart(Tooltip tooltip, Node part) {
        var watching = new AtomicReference<>(Subscription.EMPTY);
        tooltip.showingProperty().subscribe(shown -> {
            watching.get().unsubscribe();
            watching.set(shown ? onGone(part, tooltip::hide) : Subscription.EMPTY);
        });
    }

    private static Subscription onGone(Node part, Runnable then) {
        var watched = Subscription.EMPTY;
        for (Node at = part; at != null; at = at.getParent()) {
            watched = Subscription.combine(watched, at.visibleProperty().subscribe((_, _) -> then.run()),
                    at.parentProperty().subscribe((_, _) -> then.run()));
            // The cell of a table keeps its row while its value changes; of a row or a list, another item is another thing.
            if (at instanceof Cell<?> cell && !(at instanceof TableCell))
                watched = watched.and(cell.itemProperty().subscribe((_, _) -> then.run()));
        }
        return watched;
    }

    private static void make(Node part) {
        var made = part.getProperties().get(Tooltip.class);
        if (getText(part).isEmpty()) {
            if (made instanceof Tooltip tooltip) Tooltip.uninstall(part, tooltip);
            part.getProperties().remove(Tooltip.class);
        } else if (made == null) {
            var tooltip = new Tooltip(getText(part));
            tooltip.setOnShowing(_ -> tooltip.setText(getText(part)));
            hideWithPart(tooltip, part);
            Tooltip.install(part, tooltip);
            part.getProperties().put(Tooltip.class, tooltip);
        }
    }
}
