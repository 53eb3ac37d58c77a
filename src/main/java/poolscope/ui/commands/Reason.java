package poolscope.ui.commands;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuItem;
import javafx.util.Subscription;
import poolscope.ui.text.Texts;

/// Says in a menu item's own words why it can't be chosen: a tooltip can not be on an item, and a screen reader reads the text.
public final class Reason {
    /// The property of an item that keeps its name without the reason.
    static final String NAME = "name";

    private final Texts texts;

    public Reason(Texts texts) {
        this.texts = texts;
    }

    /// Disables the item while that is not so, and says why.
    ///
    /// @param why
    ///            short, as it stands in brackets behind the item's name
    public Subscription unless(ObservableValue<Boolean> possible, MenuItem item, String why) {
        var text = item.getText();
        item.getProperties().put(NAME, Command.plain(item));
        return possible.subscribe(now -> {
            item.setDisable(!now);
            item.setText(now ? text : texts.say("menu.because", text, why));
        });
    }
}
