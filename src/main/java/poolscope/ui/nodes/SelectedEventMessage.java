package poolscope.ui.nodes;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import poolscope.pool.node.PoolEvent;
import poolscope.ui.text.PoolEventText;

/// The message of the selected event below the table, which often has no room for it: whole, up to some lines.
final class SelectedEventMessage {
    private SelectedEventMessage() {}

    /// @param box
    ///            with room for some lines, and a label as its last child
    static void show(TableView<PoolEvent> table, Pane box, PoolEventText words) {
        var selected = table.getSelectionModel().selectedItemProperty();
        ((Label) box.getChildren().getLast()).textProperty()
                .bind(Bindings.createStringBinding(() -> words.wholeMessage(Optional.ofNullable(selected.get())),
                        selected));
        box.visibleProperty().bind(table.visibleProperty().and(Bindings.isNotEmpty(table.getItems())));
        box.managedProperty().bind(box.visibleProperty());
    }
}
