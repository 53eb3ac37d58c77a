package poolscope.ui.table;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import poolscope.live.GroupRow;
import poolscope.live.PoolRow;
import poolscope.live.TableLine;
import poolscope.ui.pools.PoolsModel;
import poolscope.ui.pools.SelectedPools;
import poolscope.ui.text.FieldText;

/// A row of the table that knows whether it is one of the selected rows, also for screen readers.
final class PoolTableRow extends TableRow<TableLine> {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private static final ObservableValue<GroupRow.Now> NO_GROUP = new SimpleObjectProperty<>();

    private final SelectedPools selectedPools;
    private final GroupHeader head;
    private final PinnedColumns columns;

    PoolTableRow(PoolsModel model, FieldText fields, PinnedColumns columns) {
        this.columns = columns;
        selectedPools = model.selection();
        head = new GroupHeader(fields);
        itemProperty().flatMap(PoolTableRow::groupOf).subscribe(now -> {
            if (now != null) head.show(now);
        });
        sceneProperty().flatMap(scene -> selectedPools.selectedRowSetProperty()).subscribe(_ -> show());
        indexProperty().subscribe(_ -> show());
    }

    private static ObservableValue<GroupRow.Now> groupOf(TableLine tableLine) {
        return switch (tableLine) {
            case GroupRow group -> group.nowProperty();
            case PoolRow _ -> NO_GROUP;
        };
    }

    private void show() {
        boolean picked = selectedPools.selectedRowSet().contains(getIndex()) && !isEmpty();
        if (picked == getPseudoClassStates().contains(PICKED)) return;
        pseudoClassStateChanged(PICKED, picked);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    @Override
    protected void updateItem(TableLine tableLine, boolean empty) {
        super.updateItem(tableLine, empty);
        pseudoClassStateChanged(GROUP, tableLine instanceof GroupRow);
        head.setVisible(tableLine instanceof GroupRow);
        show();
    }

    /// The table empties every row before it fills it with the next order. A row that is about to be filled, or is not
    /// visible, is not emptied: it would be laid out twice.
    @Override
    public void updateIndex(int place) {
        if (place >= 0) super.updateIndex(place);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new PoolTableRowSkin(this, head, columns);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? (Object) selectedPools.selectedRowSet().contains(getIndex())
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
