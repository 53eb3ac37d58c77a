package poolscope.ui.commands;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuItem;
import javafx.util.Subscription;
import poolscope.ui.text.Texts;

/// Adds to a menu item's text why it is disabled. Menu items have no tooltips, and a screen reader reads the text.
public final class MenuItemDisabler {
    /// Key of the item's property with its name without the reason.
    private static final String NAME = "name";

    private final Texts texts;

    public MenuItemDisabler(Texts texts) {
        this.texts = texts;
    }

    /// Disables the item while the condition is false, and shows why.
    ///
    /// @param why
    ///            short; shown in brackets after the item's name
    public Subscription unless(ObservableValue<Boolean> possible, MenuItem item, String why) {
        var text = item.getText();
        return possible.subscribe(now -> update(now, item, text, why));
    }

    /// Sets this once, for an item with that text.
    public void update(boolean possible, MenuItem item, String text, String why) {
        item.setText(text);
        item.getProperties().put(NAME, MenuCommand.plain(item));
        item.setDisable(!possible);
        if (!possible) item.setText(texts.format("menu.because", text, why));
    }

    /// The item's name without the reason.
    static String nameOf(MenuItem item) {
        return item.getProperties().get(NAME) instanceof String name ? name : MenuCommand.plain(item);
    }
}
