package poolscope.ui.main;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import poolscope.ui.parts.FocusOwnerInside;

/// The areas that a key moves the focus between: filter bar, table, details, and the status bar, which screen readers
/// read then.
final class FocusCycle {
    private final Node bar;
    private final Node table;
    private final Node details;
    private final Node statusBar;
    private final Runnable focusBar;

    /// @param panes
    ///            the table first, the details last
    FocusCycle(Node bar, Runnable focusBar, Node table, SplitPane panes, Node statusBar) {
        this.statusBar = statusBar;
        this.bar = bar;
        this.focusBar = focusBar;
        this.table = table;
        details = panes.getItems().getLast();
    }

    /// Moves the focus to the next area (1) or the previous one (-1).
    void move(int step) {
        var ring = List.of(bar, table, details, statusBar);
        int now = 0;
        for (int i = 0; i < ring.size(); i++)
            if (FocusOwnerInside.of(ring.get(i))) now = i;
        for (int i = 1; i < ring.size(); i++)
            if (enter(ring.get(Math.floorMod(now + i * step, ring.size())))) return;
    }

    /// Moves the focus to the first control of the details.
    void enterDetails() {
        enter(details);
    }

    private boolean enter(Node area) {
        if (area == bar) {
            focusBar.run();
            return true;
        }
        if (area == statusBar) {
            statusBar.requestFocus();
            return true;
        }
        if (area.getScene() == null) return false;
        var first = first(area);
        first.ifPresent(Node::requestFocus);
        return first.isPresent();
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) return Optional.empty();
        if (node.isFocusTraversable()) return Optional.of(node);
        if (!(node instanceof Parent parent)) return Optional.empty();
        return parent.getChildrenUnmodifiable().stream().map(FocusCycle::first).flatMap(Optional::stream).findFirst();
    }
}
