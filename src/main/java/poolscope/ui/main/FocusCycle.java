package poolscope.ui.main;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import poolscope.ui.commands.FieldMeaningMenu;
import poolscope.ui.parts.FirstVisibleNode;
import poolscope.ui.parts.FocusOwnerInside;

/// The areas that a key moves the focus between: filter bar, table, details, sidebar, and the status bar, which screen
/// readers read then.
final class FocusCycle {
    private final Areas areas;
    private final Runnable focusBar;
    private final Runnable focusTable;

    /// @param focusTable
    ///            selects a row too when none is selected
    FocusCycle(Areas areas, Runnable focusBar, Runnable focusTable) {
        this.areas = areas;
        this.focusBar = focusBar;
        this.focusTable = focusTable;
    }

    /// @param bar
    ///            of the filter
    /// @param details
    ///            in no scene while they are hidden
    record Areas(Node bar, Node table, Node details, Node statusBar, Node sidebar) {}

    /// Moves the focus to the next area (1) or the previous one (-1).
    void move(int step) {
        var ring = List.of(areas.bar, areas.table, areas.details, areas.sidebar, areas.statusBar);
        int now = 0;
        for (int i = 0; i < ring.size(); i++)
            if (FocusOwnerInside.of(ring.get(i))) now = i;
        for (int i = 1; i < ring.size(); i++)
            if (enter(ring.get(Math.floorMod(now + i * step, ring.size())))) return;
    }

    /// Moves the focus to the list in the details, to the first line about a field, or to their first control.
    void enterDetails() {
        enter(areas.details);
    }

    private boolean enter(Node area) {
        if (area == areas.bar) {
            focusBar.run();
            return true;
        }
        if (area == areas.statusBar) {
            areas.statusBar.requestFocus();
            return true;
        }
        if (area.getScene() == null) return false;
        if (area == areas.table) {
            focusTable.run();
            return true;
        }
        var first = FirstVisibleNode.of(area, node -> node instanceof TableView<?> list && !list.getItems().isEmpty())
                .or(() -> FieldMeaningMenu.firstLine(area))
                .or(() -> FirstVisibleNode.of(area, Node::isFocusTraversable));
        first.ifPresent(Node::requestFocus);
        return first.isPresent();
    }
}
