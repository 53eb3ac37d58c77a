package poolscope.ui.parts;

import java.util.ArrayList;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

/// Follows the columns of a table that are shown: which they are, their order, their widths and their style classes,
/// which say which of them are pinned.
public final class ShownColumns<R> {
    private final TableView<R> table;
    private final Runnable changed;
    private Subscription widths = Subscription.EMPTY;

    private ShownColumns(TableView<R> table, Runnable changed) {
        this.table = table;
        this.changed = changed;
    }

    /// Runs an action now and after each change, until unsubscribed.
    public static <R> Subscription follow(TableView<R> table, Runnable changed) {
        var columns = new ShownColumns<>(table, changed);
        ListChangeListener<TableColumn<R, ?>> listener = _ -> columns.followWidths();
        table.getVisibleLeafColumns().addListener(listener);
        columns.followWidths();
        return () -> {
            table.getVisibleLeafColumns().removeListener(listener);
            columns.widths.unsubscribe();
        };
    }

    private void followWidths() {
        widths.unsubscribe();
        var all = new ArrayList<Subscription>();
        for (var column : table.getVisibleLeafColumns())
            all.add(column.widthProperty()
                    .subscribe((_, _) -> changed.run())
                    .and(column.getStyleClass().subscribe(changed)));
        widths = Subscription.combine(all.toArray(Subscription[]::new));
        changed.run();
    }
}
