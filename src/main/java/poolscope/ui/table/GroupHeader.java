package poolscope.ui.table;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import poolscope.live.table.GroupRow;
import poolscope.live.table.TableRowItem;
import poolscope.pool.PoolField;
import poolscope.ui.text.PoolFieldText;

/// The name of a group, over the leftmost cells of its row, which are empty.
final class GroupHeader extends Label {
    /// Style class of the triangle that folds and unfolds a group.
    static final String DISCLOSURE = "disclosure";

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final double LEAST_WIDTH = 96;

    private final PoolFieldText fields;
    private final Region disclosure = new Region();

    GroupHeader(PoolFieldText fields) {
        this.fields = fields;
        disclosure.getStyleClass().add(DISCLOSURE);
        getStyleClass().add("group-name");
        setGraphic(disclosure);
        setVisible(false);
        setManaged(false);
    }

    void show(GroupRow.Now now) {
        setText(fields.groupHead(now.group().key(), now.group().size()));
        disclosure.pseudoClassStateChanged(OPEN, !now.isFolded());
    }

    /// The width of the columns before the first one with a sum.
    static double coveredWidth(TableView<TableRowItem> table) {
        double room = 0;
        for (var column : table.getVisibleLeafColumns()) {
            if (CurrentCellMarker.fieldOf(column).filter(PoolField::isSummed).isPresent()) break;
            room += column.getWidth();
        }
        return Math.max(LEAST_WIDTH, room);
    }
}
