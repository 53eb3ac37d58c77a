package poolscope.ui.pools;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import poolscope.live.Line;

/// A row of the table that shows, and tells a screen reader, whether it is one of those selected.
final class PickedRow extends TableRow<Line> {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

    private final Picks picks;

    PickedRow(PoolsModel model) {
        picks = model.picks();
        sceneProperty().flatMap(scene -> picks.selectionProperty()).subscribe(_ -> show());
        indexProperty().subscribe(_ -> show());
    }

    private void show() {
        boolean picked = picks.selection().contains(getIndex()) && !isEmpty();
        pseudoClassStateChanged(PICKED, picked);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        show();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? (Object) picks.selection().contains(getIndex())
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
