package poolscope.ui.commands;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.Texts;

/// A line of the palette: name, menu, and key.
final class PaletteCell extends ListCell<PaletteEntry> {
    private final Texts texts;
    private final Label name = new Label();
    private final Label beside = new Label();
    private final Label keys = new Label();
    private final HBox line;

    PaletteCell(Texts texts, Consumer<PaletteEntry> choose) {
        this.texts = texts;
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        beside.getStyleClass().add("beside");
        keys.getStyleClass().add("key");
        keys.setMinWidth(USE_PREF_SIZE);
        // menus and keys stand under each other
        var keyColumn = new HBox(keys);
        keyColumn.getStyleClass().add("key-column");
        line = new HBox(name, beside, keyColumn);
        line.getStyleClass().add("palette-line");
        // as wide as the list
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (getItem() != null) choose.accept(getItem());
        });
    }

    @Override
    protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (entry == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        name.setText(entry.name());
        beside.setText(entry.beside());
        keys.setText(entry.keys());
        SceneNodeVisibility.show(keys, !entry.keys().isEmpty());
        line.setDisable(!entry.possible());
        setGraphic(line);
        setAccessibleText(texts.format("palette.line", entry.name(), entry.beside(), entry.keys()));
    }
}
