package poolscope.ui.parts;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;

/// A column of texts in a table that can't be sorted.
public final class TextColumn<R> extends TableColumn<R, String> {
    public TextColumn(String header, Function<R, String> text) {
        super(header);
        setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        setSortable(false);
    }
}
