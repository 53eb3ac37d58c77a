package poolscope.ui.commands;

import javafx.scene.control.MenuItem;
import poolscope.ui.text.Texts;

/// A menu item whose text and id are those of a key of the texts.
public final class KeyedMenuItem {
    private KeyedMenuItem() {}

    public static MenuItem of(Texts texts, String key, Runnable action) {
        var item = new MenuItem(texts.format(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
