package poolscope.ui.export;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import poolscope.pool.PoolField;
import poolscope.ui.commands.KeyBindings;
import poolscope.ui.export.CopyModel.Kind;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.text.FieldText;
import poolscope.ui.text.Texts;

/// The ways to copy pools, as items for the menu bar and for a row's own menu.
public final class CopyMenu {
    private final CopyModel model;
    private final Texts texts;
    private final FieldText fields;

    public CopyMenu(CopyModel model, Texts texts, FieldText fields) {
        this.model = model;
        this.texts = texts;
        this.fields = fields;
    }

    /// Copies as that.
    public void copy(Kind kind) {
        model.copy(kind, fields::header, ClipboardText::put);
    }

    /// The items of *Copy as*, for a menu that opens at a row.
    public List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        for (var kind : List.of(Kind.WITH_HEADER, Kind.LINES, Kind.COMMA_LIST, Kind.CELL))
            items.add(item(kind));
        items.add(new SeparatorMenuItem());
        for (var kind : List.of(Kind.JSON, Kind.MARKDOWN, Kind.CURL, Kind.HCLOUD))
            items.add(item(kind));
        return items;
    }

    /// The same with their keys, for the menu bar.
    public List<MenuItem> itemsWithKeys(KeyBindings keyBindings) {
        var items = items();
        for (var item : items) {
            if (item.getUserData() == Kind.WITH_HEADER) keyBindings.give(item, "Shortcut+Shift+C", "Shortcut+Shift+C");
            if (item.getUserData() == Kind.CELL) keyBindings.give(item, "Alt+Shift+C", "Shortcut+Alt+C");
        }
        return items;
    }

    /// One column, a value a line: of the selected pools, of those shown, of all.
    public List<MenuItem> ofColumn(PoolField field) {
        var items = new ArrayList<MenuItem>();
        for (var which : CopyModel.Which.values()) {
            var item = new MenuItem(texts.format("copy.column." + which.name()));
            item.setId("copy-column-" + which.name());
            item.setOnAction(_ -> model.copyColumn(field, which, ClipboardText::put));
            items.add(item);
        }
        return items;
    }

    private MenuItem item(Kind kind) {
        var item = new MenuItem(word(kind));
        item.setId("copy-" + kind.name());
        item.setUserData(kind);
        item.setOnAction(_ -> copy(kind));
        return item;
    }

    private String word(Kind kind) {
        return switch (kind) {
            case ROWS -> texts.format("copy.rows");
            case WITH_HEADER -> texts.format("copy.withHeader");
            case LINES -> texts.format("copy.lines");
            case COMMA_LIST -> texts.format("copy.commaList");
            case CELL -> texts.format("copy.cell");
            case JSON -> texts.format("copy.json");
            case MARKDOWN -> texts.format("copy.markdown");
            case CURL -> texts.format("copy.curl");
            case HCLOUD -> texts.format("copy.hcloud");
        };
    }
}
