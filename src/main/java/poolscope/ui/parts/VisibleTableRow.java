package poolscope.ui.parts;

import java.util.Optional;
import javafx.event.EventTarget;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/// The row of a table that shows an item, as long as it is scrolled into view.
public final class VisibleTableRow {
    private VisibleTableRow() {}

    /// @param place
    ///            of the item in the table
    public static Optional<TableRow<?>> at(TableView<?> table, int place) {
        for (var node : table.lookupAll(".table-row-cell"))
            if (node instanceof TableRow<?> row && row.getIndex() == place && row.isVisible()) return Optional.of(row);
        return Optional.empty();
    }

    /// Whether the target of an event is in a row that shows an item, not below the last one.
    public static boolean isFilled(EventTarget target) {
        return NodeAndParents.nearest(target, TableRow.class).filter(row -> !row.isEmpty()).isPresent();
    }
}
