package poolscope.ui.parts;

import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/// A column of texts in a table that can't be sorted. A text that is cut is whole in its tooltip.
public final class TextColumn<R> extends TableColumn<R, String> {
    public TextColumn(String header, Function<R, String> text) {
        super(header);
        setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        setCellFactory(_ -> new TextCell<>());
        setSortable(false);
    }

    private static final class TextCell<R> extends TableCell<R, String> {
        TextCell() {
            LazyTooltip.setText(this, () -> Objects.requireNonNullElse(getText(), ""));
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
    }
}
