package poolscope.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Keeps the focus and the keys of a scene inside one part of it, while that part is open over the rest: the rest gets
/// no key, no shortcut of the scene works, Tab goes round inside. Afterwards the focus is where it was before.
public final class FocusScope {
    private final Parent part;
    private final EventHandler<KeyEvent> strays = this::keepStray;
    /// What had the focus before, and the parents around it, innermost first.
    private List<Node> before = List.of();
    private Optional<Node> last = Optional.empty();
    private Subscription watching = Subscription.EMPTY;

    /// @param part
    ///            all that keys may reach while it is open
    public FocusScope(Parent part) {
        this.part = part;
        part.addEventFilter(KeyEvent.KEY_PRESSED, this::tab);
        part.addEventHandler(KeyEvent.ANY, FocusScope::endHere);
    }

    /// Begins to keep the focus.
    ///
    /// @param fill
    ///            gives the part, which is in a scene, its content
    /// @param first
    ///            gets the focus; without it what the content has asked for, or else its first control
    public void enter(Runnable fill, Optional<Node> first) {
        var scene = part.getScene();
        before = withParents(scene.getFocusOwner());
        last = Optional.empty();
        fill.run();
        // Skins are made, so that what stands in a scroll pane is in the scene.
        part.applyCss();
        focus(first.or(() -> Optional.ofNullable(scene.getFocusOwner()).filter(this::isInside)));
        // A scene looks for mnemonics before it asks its own filters.
        var window = scene.getWindow();
        window.addEventFilter(KeyEvent.ANY, strays);
        watching = scene.focusOwnerProperty()
                .subscribe((_, owner) -> keep(owner))
                .and(() -> window.removeEventFilter(KeyEvent.ANY, strays));
    }

    /// Ends to keep the focus, and gives it back. What had it before may be gone: then its nearest surroundings get it.
    public void leave() {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        var scene = part.getScene();
        before.stream()
                .filter(node -> node.getScene() == scene)
                .flatMap(node -> focusable(node).stream().limit(1))
                .findFirst()
                .ifPresent(Node::requestFocus);
        before = List.of();
        last = Optional.empty();
    }

    private void keep(@Nullable Node owner) {
        if (owner != null && isInside(owner)) last = Optional.of(owner);
        else
            focus(last);
    }

    private void focus(Optional<Node> wanted) {
        wanted.filter(FocusScope::canFocus).or(() -> focusable(part).stream().findFirst()).orElse(part).requestFocus();
    }

    private boolean isInside(EventTarget target) {
        return target instanceof Node node && withParents(node).contains(part);
    }

    private void tab(KeyEvent event) {
        boolean writesTab = event.getTarget() instanceof TextArea area && area.isEditable();
        if (event.getCode() != KeyCode.TAB || event.isControlDown() || event.isAltDown() || event.isMetaDown()
                || writesTab)
            return;
        var ring = focusable(part);
        var end = event.isShiftDown() ? ring.reversed() : ring;
        if (!ring.isEmpty() && end.getLast() != part.getScene().getFocusOwner()) return;
        if (end.size() > 1) {
            // The step of a key, unlike a request, makes JavaFX draw the ring around the focus.
            end.get(1).requestFocus();
            end.get(1)
                    .requestFocusTraversal(event.isShiftDown() ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
        }
        event.consume();
    }

    /// Enter and Esc go on to the buttons that they stand for, and what moves the focus goes on to the scene, which
    /// moves it.
    private static void endHere(KeyEvent event) {
        boolean modified = event.isControlDown() || event.isAltDown() || event.isMetaDown();
        boolean goesOn = event.getEventType() == KeyEvent.KEY_PRESSED && !modified && switch (event.getCode()) {
            case TAB -> true;
            case ENTER, ESCAPE, UP, DOWN, LEFT, RIGHT -> !event.isShiftDown();
            default -> false;
        };
        if (!goesOn) event.consume();
    }

    /// A key that finds no focus inside, because the control that had it is gone, or that stands for something outside.
    private void keepStray(KeyEvent event) {
        boolean inside = isInside(event.getTarget());
        if (inside && !isMnemonicOutside(event)) return;
        if (!inside) focus(last);
        event.consume();
    }

    private boolean isMnemonicOutside(KeyEvent event) {
        return event.getEventType() == KeyEvent.KEY_PRESSED && part.getScene()
                .getMnemonics()
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().match(event))
                .flatMap(entry -> entry.getValue().stream())
                .anyMatch(mnemonic -> !isInside(mnemonic.getNode()));
    }

    private static boolean canFocus(Node node) {
        return node.getScene() != null && !node.isDisabled() && withParents(node).stream().allMatch(Node::isVisible);
    }

    /// What Tab reaches in a node, in its order: the node itself or what it holds.
    private static List<Node> focusable(Node node) {
        var found = new ArrayList<Node>();
        gather(node, found);
        return found;
    }

    private static void gather(Node node, List<Node> into) {
        if (!node.isVisible() || node.isDisabled()) return;
        if (node.isFocusTraversable() && !isOtherChoice(node)) into.add(node);
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> gather(child, into));
    }

    /// Of radio buttons the chosen one alone is reached, and arrows go to the others.
    private static boolean isOtherChoice(Node node) {
        return node instanceof RadioButton radio && radio.getToggleGroup() != null && !radio.isSelected()
                && radio.getToggleGroup().getSelectedToggle() != null;
    }

    private static List<Node> withParents(@Nullable Node node) {
        var chain = new ArrayList<Node>();
        for (Node at = node; at != null; at = at.getParent())
            chain.add(at);
        return chain;
    }
}
