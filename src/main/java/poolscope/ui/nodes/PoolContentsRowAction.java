package poolscope.ui.nodes;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/// What Enter, a double click and the item of a row's own menu do.
///
/// @param text
///            of the menu's item
/// @param style
///            called when the row shows another item, or none (null)
record PoolContentsRowAction<R>(String text, Consumer<R> action, BiConsumer<TableRow<R>, R> style) {
    void install(TableView<R> table) {
        table.setRowFactory(_ -> new Row<>(this));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            var selected = table.getSelectionModel().getSelectedItem();
            if (event.getCode() != KeyCode.ENTER || event.isShortcutDown() || selected == null) return;
            action.accept(selected);
            event.consume();
        });
    }

    private static final class Row<R> extends TableRow<R> {
        private final PoolContentsRowAction<R> poolContentsRowAction;
        private final ContextMenu menu = new ContextMenu();

        Row(PoolContentsRowAction<R> poolContentsRowAction) {
            this.poolContentsRowAction = poolContentsRowAction;
            var item = new MenuItem(poolContentsRowAction.text());
            item.setOnAction(_ -> act());
            menu.getItems().add(item);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) act();
            });
        }

        private void act() {
            if (!isEmpty()) poolContentsRowAction.action().accept(getItem());
        }

        @Override
        protected void updateItem(R item, boolean empty) {
            super.updateItem(item, empty);
            boolean isShown = !empty && item != null;
            setContextMenu(isShown ? menu : null);
            poolContentsRowAction.style().accept(this, item);
        }
    }
}
