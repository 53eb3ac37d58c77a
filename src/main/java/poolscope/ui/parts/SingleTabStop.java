package poolscope.ui.parts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final List<? extends Node> controls;
    private @Nullable Node stop;

    private SingleTabStop(Pane group, List<? extends Node> controls) {
        this.group = group;
        this.controls = controls;
    }

    /// The group's children are its controls, also those that come later.
    public static void install(Pane group) {
        var one = install(group, group.getChildren());
        group.getChildren().addListener((ListChangeListener<Node>) change -> {
            while (change.next())
                change.getAddedSubList()
                        .stream()
                        .filter(child -> !change.getRemoved().contains(child))
                        .forEach(one::watch);
            one.update();
        });
    }

    /// @param controls
    ///            inside the group, also in parts of it; always the same ones
    public static void installOn(Pane group, List<? extends Node> controls) {
        install(group, controls);
    }

    private static SingleTabStop install(Pane group, List<? extends Node> controls) {
        var one = new SingleTabStop(group, controls);
        controls.forEach(one::watch);
        group.addEventFilter(KeyEvent.KEY_PRESSED, one::pressed);
        // before the control asks for the focus, which it does only as a stop
        group.addEventFilter(MouseEvent.MOUSE_PRESSED,
                event -> one.controlAt(event.getTarget()).ifPresent(one::stopAt));
        one.update();
        return one;
    }

    private void watch(Node control) {
        insideGroup(control).forEach(node -> node.visibleProperty().subscribe((_, _) -> update()));
        control.disabledProperty().subscribe((_, _) -> update());
    }

    /// The control and the parts of the group that it is in.
    private Stream<Node> insideGroup(Node control) {
        return NodeAndParents.of(control).takeWhile(node -> node != group);
    }

    private List<? extends Node> candidates() {
        return controls.stream()
                .filter(control -> insideGroup(control).allMatch(Node::isVisible) && !control.isDisabled())
                .toList();
    }

    private void update() {
        var candidates = candidates();
        if (stop == null || !candidates.contains(stop)) stop = candidates.isEmpty() ? null : candidates.getFirst();
        controls.forEach(control -> control.setFocusTraversable(control == stop));
    }

    private void stopAt(Node control) {
        stop = control;
        update();
    }

    private Optional<Node> controlAt(EventTarget target) {
        return NodeAndParents.of(target).filter(controls::contains).findFirst();
    }

    private void pressed(KeyEvent event) {
        if (!ModifierKeys.areUp(event)) return;
        var candidates = candidates();
        int at = controlAt(event.getTarget()).map(candidates::indexOf).orElse(-1);
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
