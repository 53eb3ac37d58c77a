package poolscope.ui.main;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import poolscope.ui.commands.FieldMeaningMenu;
import poolscope.ui.parts.FocusOwnerInside;

/// The areas that a key moves the focus between: filter bar, table, details, and the status bar, which screen readers
/// read then.
final class FocusCycle {
    private final Node bar;
    private final Node table;
    private final Node details;
    private final Node statusBar;
    private final Runnable focusBar;
    private final Runnable focusTable;

    /// @param focusTable
    ///            selects a row too when none is selected
    /// @param panes
    ///            the table first, the details last
    FocusCycle(Node bar, Runnable focusBar, Node table, Runnable focusTable, SplitPane panes, Node statusBar) {
        this.focusTable = focusTable;
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

    /// Moves the focus to the list in the details, to the first line about a field, or to their first control.
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
        if (area == table) {
            focusTable.run();
            return true;
        }
        var first = list(area).or(() -> FieldMeaningMenu.firstLine(area)).or(() -> first(area));
        first.ifPresent(Node::requestFocus);
        return first.isPresent();
    }

    private static Optional<Node> list(Node node) {
        if (!node.isVisible()) return Optional.empty();
        if (node instanceof TableView<?> table && !table.getItems().isEmpty()) return Optional.of(table);
        if (!(node instanceof Parent parent)) return Optional.empty();
        return parent.getChildrenUnmodifiable().stream().map(FocusCycle::list).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) return Optional.empty();
        if (node.isFocusTraversable()) return Optional.of(node);
        if (!(node instanceof Parent parent)) return Optional.empty();
        return parent.getChildrenUnmodifiable().stream().map(FocusCycle::first).flatMap(Optional::stream).findFirst();
    }
}
