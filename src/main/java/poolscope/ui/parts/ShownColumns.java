package poolscope.ui.parts;

import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

/// Follows the columns of a table that are shown: which they are, their order, their widths and their style classes,
/// which say which of them are pinned.
public final class ShownColumns<R> {
    private final TableView<R> table;
    private final Runnable changed;
    private Subscription each = Subscription.EMPTY;

    private ShownColumns(TableView<R> table, Runnable changed) {
        this.table = table;
        this.changed = changed;
    }

    /// Runs an action now and after each change, until unsubscribed.
    public static <R> Subscription follow(TableView<R> table, Runnable changed) {
        var columns = new ShownColumns<>(table, changed);
        ListChangeListener<TableColumn<R, ?>> listener = _ -> columns.followEach();
        table.getVisibleLeafColumns().addListener(listener);
        columns.followEach();
        return () -> {
            table.getVisibleLeafColumns().removeListener(listener);
            columns.each.unsubscribe();
        };
    }

    private void followEach() {
        each.unsubscribe();
        each = table.getVisibleLeafColumns().stream().map(this::follow).reduce(Subscription.EMPTY, Subscription::and);
        changed.run();
    }

    private Subscription follow(TableColumn<R, ?> column) {
        ListChangeListener<String> styleClasses = _ -> changed.run();
        column.getStyleClass().addListener(styleClasses);
        return column.widthProperty()
                .subscribe((_, _) -> changed.run())
                .and(() -> column.getStyleClass().removeListener(styleClasses));
    }
}
