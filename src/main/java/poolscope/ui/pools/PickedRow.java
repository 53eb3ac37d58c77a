package poolscope.ui.pools;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import poolscope.live.GroupRow;
import poolscope.live.Line;
import poolscope.live.PoolRow;
import poolscope.ui.text.FieldText;

/// A row of the table that shows, and tells a screen reader, whether it is one of those selected.
final class PickedRow extends TableRow<Line> {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private static final ObservableValue<GroupRow.Now> NO_GROUP = new SimpleObjectProperty<>();

    private final Picks picks;
    private final GroupHead head;
    private final PinnedColumns columns;

    PickedRow(PoolsModel model, FieldText fields, PinnedColumns columns) {
        this.columns = columns;
        picks = model.picks();
        head = new GroupHead(fields);
        itemProperty().flatMap(PickedRow::groupOf).subscribe(now -> {
            if (now != null) head.show(now);
        });
        sceneProperty().flatMap(scene -> picks.selectionProperty()).subscribe(_ -> show());
        indexProperty().subscribe(_ -> show());
    }

    private static ObservableValue<GroupRow.Now> groupOf(Line line) {
        return switch (line) {
            case GroupRow group -> group.nowProperty();
            case PoolRow _ -> NO_GROUP;
        };
    }

    private void show() {
        boolean picked = picks.selection().contains(getIndex()) && !isEmpty();
        if (picked == getPseudoClassStates().contains(PICKED)) return;
        pseudoClassStateChanged(PICKED, picked);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(GROUP, line instanceof GroupRow);
        head.setVisible(line instanceof GroupRow);
        show();
    }

    /// The table empties every row before it fills it again with the next order. What is about to be filled, or is out of sight,
    /// need not be emptied: it would be laid out twice.
    @Override
    public void updateIndex(int place) {
        if (place >= 0) super.updateIndex(place);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new RowSkin(this, head, columns);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? (Object) picks.selection().contains(getIndex())
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
