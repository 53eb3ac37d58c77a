package poolscope.ui.parts;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The tooltip of a node that says more than the node shows, created when the pointer first enters it: a [Tooltip] is a
/// window with its own scene, and a table has hundreds of cells with one.
public final class LazyTooltip {
    /// Runs before JavaFX's own handlers, so that a tooltip created now is shown now.
    private static final EventHandler<MouseEvent> MAKE = event -> make((Node) event.getSource());

    /// The greatest width, in sizes of the font. Longer lines are wrapped. A style sheet can't say it: the skin
    /// binds it.
    private static final double WIDEST = 40;

    private LazyTooltip() {}

    /// Sets the text, also for screen readers; empty for none.
    public static void setText(Node part, String text) {
        part.setAccessibleHelp(text);
        if (saidBy(part) instanceof Content content && content.fixed.equals(text)) return;
        put(part, new Content(text, () -> text));
    }

    /// Sets a text that is computed when the pointer enters.
    public static void setText(Node part, Supplier<String> text) {
        put(part, new Content("", text));
    }

    /// The current text; empty for none.
    public static String getText(Node part) {
        return saidBy(part) instanceof Content content ? content.text.get() : "";
    }

    private record Content(String fixed, Supplier<String> text) {}

    private static @Nullable Object saidBy(Node part) {
        return part.hasProperties() ? part.getProperties().get(LazyTooltip.class) : null;
    }

    private static void put(Node part, Content content) {
        if (saidBy(part) == null) part.addEventFilter(MouseEvent.MOUSE_ENTERED, MAKE);
        part.getProperties().put(LazyTooltip.class, content);
        if (part.getProperties().get(Tooltip.class) instanceof Tooltip tooltip) tooltip.setText(getText(part));
    }

    /// Hides a tooltip when its node is hidden, or when its row shows another item: JavaFX hides it only when the
    /// pointer moves or after some seconds.
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
            // a table cell keeps its row while its value changes; a row or list cell with another item is a different
            // one
            if (at instanceof Cell<?> cell && !(at instanceof TableCell))
                watched = watched.and(cell.itemProperty().subscribe((_, _) -> then.run()));
        }
        return watched;
    }

    /// Whether the tooltip would only repeat what the node shows.
    private static boolean isSuperfluous(Node part) {
        var text = getText(part);
        return text.isEmpty() || part instanceof Labeled labeled && text.equals(labeled.getText()) && !isCut(labeled);
    }

    /// Whether a text is drawn with an ellipsis because there is no room for all of it.
    public static boolean isCut(Labeled labeled) {
        return labeled.lookup(".text") instanceof Text drawn && !drawn.getText().equals(labeled.getText());
    }

    /// A tooltip without text. Esc hides it and does besides what it does without a tooltip.
    static Tooltip create() {
        var tooltip = new Tooltip();
        tooltip.setConsumeAutoHidingEvents(false);
        tooltip.maxWidthProperty().bind(tooltip.fontProperty().map(font -> font.getSize() * WIDEST));
        return tooltip;
    }

    private static void make(Node part) {
        var made = part.getProperties().get(Tooltip.class);
        if (isSuperfluous(part)) {
            if (made instanceof Tooltip tooltip) Tooltip.uninstall(part, tooltip);
            part.getProperties().remove(Tooltip.class);
        } else if (made == null) {
            var tooltip = create();
            tooltip.setText(getText(part));
            tooltip.setOnShowing(_ -> tooltip.setText(getText(part)));
            hideWithPart(tooltip, part);
            Tooltip.install(part, tooltip);
            part.getProperties().put(Tooltip.class, tooltip);
        }
    }
}
