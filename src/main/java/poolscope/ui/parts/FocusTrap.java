package poolscope.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Keeps focus and keys of a scene inside one of its parts while that is open: the rest gets no keys, shortcuts of the
/// scene are disabled, Tab cycles inside. Afterwards the focus returns to where it was.
public final class FocusTrap {
    private final Parent part;
    private final EventHandler<KeyEvent> strays = this::redirect;
    /// The node that had the focus before, and its parents, innermost first.
    private List<Node> focusedBefore = List.of();
    private Optional<Node> last = Optional.empty();
    private Subscription watching = Subscription.EMPTY;

    /// @param part
    ///            the part that gets focus and keys
    public FocusTrap(Parent part) {
        this.part = part;
        part.addEventFilter(KeyEvent.KEY_PRESSED, this::tab);
        part.addEventHandler(KeyEvent.ANY, FocusTrap::consumeUnlessPassedOn);
    }

    /// Starts to keep the focus.
    ///
    /// @param fill
    ///            adds the content to the part, which is in a scene
    /// @param first
    ///            gets the focus; when empty, the node for which the content requested it, or its first control
    public void enter(Runnable fill, Optional<Node> first) {
        var scene = part.getScene();
        focusedBefore = NodeAndParents.of(scene.getFocusOwner()).toList();
        last = Optional.empty();
        fill.run();
        // creates skins, so that the content of a scroll pane is in the scene
        part.applyCss();
        focus(first.or(() -> Optional.ofNullable(scene.getFocusOwner()).filter(this::isInside)));
        // a scene handles mnemonics before its own event filters
        var window = scene.getWindow();
        window.addEventFilter(KeyEvent.ANY, strays);
        watching = scene.focusOwnerProperty()
                .subscribe((_, owner) -> keep(owner))
                .and(() -> window.removeEventFilter(KeyEvent.ANY, strays));
    }

    /// Stops keeping the focus and restores it. When the node that had it is gone, its nearest remaining parent
    /// gets it.
    public void leave() {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        var scene = part.getScene();
        focusedBefore.stream()
                .filter(node -> node.getScene() == scene)
                .flatMap(node -> focusable(node).stream().limit(1))
                .findFirst()
                .ifPresent(Node::requestFocus);
        focusedBefore = List.of();
        last = Optional.empty();
    }

    private void keep(@Nullable Node owner) {
        if (owner != null && isInside(owner)) last = Optional.of(owner);
        else
            focus(last);
    }

    private void focus(Optional<Node> wanted) {
        wanted.filter(FocusTrap::canFocus).or(() -> focusable(part).stream().findFirst()).orElse(part).requestFocus();
    }

    private boolean isInside(EventTarget target) {
        return NodeAndParents.of(target).anyMatch(node -> node == part);
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
            // unlike requestFocus, a traversal key makes JavaFX draw the focus ring
            end.get(1).requestFocus();
            end.get(1)
                    .requestFocusTraversal(event.isShiftDown() ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
        }
        event.consume();
    }

    /// Enter and Esc are passed on to default and cancel buttons, and traversal keys to the scene.
    private static void consumeUnlessPassedOn(KeyEvent event) {
        boolean modified = event.isControlDown() || event.isAltDown() || event.isMetaDown();
        boolean goesOn = event.getEventType() == KeyEvent.KEY_PRESSED && !modified && switch (event.getCode()) {
            case TAB -> true;
            case ENTER, ESCAPE, UP, DOWN, LEFT, RIGHT -> !event.isShiftDown();
            default -> false;
        };
        if (!goesOn) event.consume();
    }

    /// A key without focused node inside, because that is gone, or a shortcut of something outside.
    private void redirect(KeyEvent event) {
        boolean inside = isInside(event.getTarget());
        if (event.getEventType() == KeyEvent.KEY_RELEASED && event.getCode() == KeyCode.ALT) keepFromMenuBar();
        if (inside && !isMnemonicOutside(event)) return;
        if (!inside) focus(last);
        event.consume();
    }

    /// The menu bar takes the focus when Alt is released and no other key was pressed meanwhile. The event itself must
    /// reach the scene, which hides the underlines of mnemonics then.
    private void keepFromMenuBar() {
        part.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UNDEFINED, false, false, false, false));
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
        return node.getScene() != null && !node.isDisabled() && NodeAndParents.of(node).allMatch(Node::isVisible);
    }

    /// The focusable nodes in Tab order: the node itself or its descendants.
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

    /// Of the buttons of a group only the selected one is in the Tab order; arrow keys move to the others.
    private static boolean isOtherChoice(Node node) {
        return node instanceof ToggleButton toggle && toggle.getToggleGroup() != null && !toggle.isSelected()
                && toggle.getToggleGroup().getSelectedToggle() != null;
    }
}
