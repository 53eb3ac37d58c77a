package poolscope.ui.parts;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Makes the controls of a row or a column one stop of the Tab key: the arrow keys move between them, Home and End go
/// to the first and the last. Tab comes back to the one that had the focus last.
public final class SingleTabStop {
    private final Pane group;
    private @Nullable Node stop;

    private SingleTabStop(Pane group) {
        this.group = group;
    }

    /// The group's children are its controls, also those that come later.
    public static void install(Pane group) {
        var one = new SingleTabStop(group);
        group.getChildren().forEach(one::watch);
        group.getChildren().addListener((ListChangeListener<Node>) change -> {
            while (change.next())
                change.getAddedSubList()
                        .stream()
                        .filter(child -> !change.getRemoved().contains(child))
                        .forEach(one::watch);
            one.update();
        });
        group.addEventFilter(KeyEvent.KEY_PRESSED, one::pressed);
        // before the control asks for the focus, which it does only as a stop
        group.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> one.childAt(event.getTarget()).ifPresent(one::stopAt));
        one.update();
    }

    private void watch(Node child) {
        child.visibleProperty().subscribe((_, _) -> update());
        child.disabledProperty().subscribe((_, _) -> update());
    }

    private List<Node> candidates() {
        return group.getChildren().stream().filter(child -> child.isVisible() && !child.isDisabled()).toList();
    }

    private void update() {
        var candidates = candidates();
        if (stop == null || !candidates.contains(stop)) stop = candidates.isEmpty() ? null : candidates.getFirst();
        group.getChildren().forEach(child -> child.setFocusTraversable(child == stop));
    }

    private void stopAt(Node child) {
        stop = child;
        update();
    }

    private Optional<Node> childAt(EventTarget target) {
        for (var at = target instanceof Node node ? node : null; at != null; at = at.getParent())
            if (at.getParent() == group) return Optional.of(at);
        return Optional.empty();
    }

    private void pressed(KeyEvent event) {
        if (event.isShiftDown() || event.isControlDown() || event.isAltDown() || event.isMetaDown()) return;
        var candidates = candidates();
        int at = candidates.indexOf(childAt(event.getTarget()).orElse(null));
        if (at < 0) return;
        int next = switch (event.getCode()) {
            case LEFT, UP -> at - 1;
            case RIGHT, DOWN -> at + 1;
            case HOME -> 0;
            case END -> candidates.size() - 1;
            default -> Integer.MIN_VALUE;
        };
        if (next == Integer.MIN_VALUE) return;
        var to = candidates.get(Math.clamp(next, 0, candidates.size() - 1));
        stopAt(to);
        to.requestFocus();
        event.consume();
    }
}
