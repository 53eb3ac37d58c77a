package poolscope.ui.parts;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Left and right move the current column of a table, and scroll to it.
public final class CurrentColumnKeys {
    private static final String CURRENT = "current-column";

    private CurrentColumnKeys() {}

    /// @param current
    ///            the current column; empty when there is none, or it is hidden
    public static <R> void install(TableView<R> table, Supplier<Optional<TableColumn<R, ?>>> current,
            Consumer<TableColumn<R, ?>> move) {
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean isSideways = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
            var columns = table.getVisibleLeafColumns();
            if (event.isConsumed() || !ModifierKeys.areUp(event) || !isSideways || columns.isEmpty()) return;
            int at = current.get().map(columns::indexOf).orElse(-1);
            int next = at + (event.getCode() == KeyCode.LEFT ? -1 : 1);
            var column = columns.get(Math.clamp(next, 0, columns.size() - 1));
            move.accept(column);
            table.scrollToColumn(column);
            event.consume();
        });
    }

    /// Marks the column, and no other.
    public static void mark(TableView<?> table, Optional<? extends TableColumn<?, ?>> current) {
        for (var column : table.getColumns()) {
            column.getStyleClass().remove(CURRENT);
            if (current.isPresent() && current.get() == column) column.getStyleClass().add(CURRENT);
        }
    }
}
