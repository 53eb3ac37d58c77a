package poolscope.ui.commands;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuItem;
import javafx.util.Subscription;
import poolscope.ui.text.Texts;

/// Says in a menu item's own words why it can't be chosen: a tooltip can not be on an item, and a screen reader reads
/// the text.
public final class DisabledReason {
    /// The property of an item that keeps its name without the reason.
    private static final String NAME = "name";

    private final Texts texts;

    public DisabledReason(Texts texts) {
        this.texts = texts;
    }

    /// Disables the item while that is not so, and says why.
    ///
    /// @param why
    ///            short, as it stands in brackets behind the item's name
    public Subscription unless(ObservableValue<Boolean> possible, MenuItem item, String why) {
        var text = item.getText();
        return possible.subscribe(now -> update(now, item, text, why));
    }

    /// The same once, for an item whose text is that when it can be chosen.
    public void update(boolean possible, MenuItem item, String text, String why) {
        item.setText(text);
        item.getProperties().put(NAME, Command.plain(item));
        item.setDisable(!possible);
        if (!possible) item.setText(texts.format("menu.because", text, why));
    }

    /// What the item is called, without the reason.
    static String nameOf(MenuItem item) {
        return item.getProperties().get(NAME) instanceof String name ? name : Command.plain(item);
    }
}
