package poolscope.ui.commands;

import java.util.function.Consumer;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import poolscope.pool.filter.PoolNameSearch;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.Texts;

/// A line of the palette: name, menu, and key. The letters that were found are marked. Long names and menus are
/// wrapped, never cut.
final class PaletteCell extends ListCell<PaletteEntry> {
    private final PaletteModel model;
    private final Texts texts;
    private final TextFlow name = new TextFlow();
    private final TextFlow beside = new TextFlow();
    private final Label keys = new Label();
    private final HBox line;

    PaletteCell(PaletteModel model, Texts texts, PaletteColumnWidths widths, Consumer<PaletteEntry> choose) {
        this.model = model;
        this.texts = texts;
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        beside.getStyleClass().add("beside");
        setWidth(beside, widths.besideProperty());
        keys.getStyleClass().add("key");
        keys.setMinWidth(USE_PREF_SIZE);
        // menus and keys stand under each other
        var keyColumn = new HBox(keys);
        keyColumn.getStyleClass().add("key-column");
        setWidth(keyColumn, widths.keysProperty());
        line = new HBox(name, beside, keyColumn);
        line.getStyleClass().add("palette-line");
        line.setFillHeight(false);
        // as wide as the list
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (getItem() != null) choose.accept(getItem());
        });
    }

    private static void setWidth(Region column, ObservableDoubleValue width) {
        column.minWidthProperty().bind(width);
        column.prefWidthProperty().bind(width);
        column.maxWidthProperty().bind(width);
    }

    /// The skin asks for the height of the line as if it had all the width it wants.
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null || width <= 0) return super.computePrefHeight(width);
        double inside = width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + line.prefHeight(inside) + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (entry == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        name.getChildren().clear();
        addMarked(name, entry.name(), "");
        search().synonymFound(entry.name(), entry.synonyms())
                .ifPresent(synonym -> addMarked(name, "  " + synonym, "synonym"));
        beside.getChildren().clear();
        var besideName = entry.beside(search());
        addMarked(beside, besideName, "");
        keys.setText(entry.keys());
        SceneNodeVisibility.show(keys, !entry.keys().isEmpty());
        line.setDisable(!entry.possible());
        setGraphic(line);
        setAccessibleText(texts.format("palette.line", entry.name(), besideName, entry.keys()));
    }

    private PoolNameSearch search() {
        return model.foundProperty().get().search();
    }

    private void addMarked(TextFlow into, String text, String style) {
        int at = 0;
        for (var range : search().ranges(text)) {
            add(into, text.substring(at, range.from()), style);
            add(into, text.substring(range.from(), range.to()), "found");
            at = range.to();
        }
        add(into, text.substring(at), style);
    }

    private static void add(TextFlow into, String part, String style) {
        if (part.isEmpty()) return;
        var text = new Text(part);
        if (!style.isEmpty()) text.getStyleClass().add(style);
        into.getChildren().add(text);
    }
}
