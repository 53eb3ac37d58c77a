package poolscope.ui.changes;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import poolscope.ui.parts.LazyTooltip;

/// A cell of the change log, with its whole text in a tooltip.
final class ChangeLogCell extends TableCell<ChangeLogLine, ChangeLogLine> {
    private final Function<ChangeLogLine, String> text;

    ChangeLogCell(Function<ChangeLogLine, String> text) {
        this.text = text;
        LazyTooltip.setText(this, () -> getItem() == null ? "" : text.apply(getItem()));
    }

    @Override
    protected void updateItem(ChangeLogLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(empty || line == null ? null : text.apply(line));
    }
}
