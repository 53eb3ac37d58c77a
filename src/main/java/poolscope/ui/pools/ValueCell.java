package poolscope.ui.pools;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import poolscope.live.Line;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Value;
import poolscope.ui.text.FieldText;

/// One value in the table: numbers to the right, ids cut in the middle, a status with its shape, the whole value in a tooltip.
final class ValueCell extends TableCell<Line, Value> {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

    private final PoolField field;
    private final FieldText texts;

    ValueCell(PoolField field, FieldText texts) {
        this.field = field;
        this.texts = texts;
        getStyleClass().add("value-cell");
        setAlignment(field.unit().isNumeric() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        setTextOverrun(field.unit() == PoolField.Unit.ID ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
        var whole = new Tooltip();
        whole.setOnShowing(_ -> whole.setText(getItem() == null ? "" : texts.whole(field, getItem())));
        setTooltip(whole);
    }

    @Override
    protected void updateItem(Value value, boolean empty) {
        super.updateItem(value, empty);
        boolean nothing = empty || value == null;
        setText(nothing ? null : texts.cell(field, value));
        setGraphic(!nothing && value instanceof Value.State(PoolStatus status) ? StatusMark.of(status) : null);
        pseudoClassStateChanged(UNKNOWN, !nothing && !value.isKnown());
        pseudoClassStateChanged(SHORT,
                !nothing && value instanceof Value.Portion(var part, var all) && part.compareTo(all) < 0);
    }
}
