package poolscope.ui.main;

import javafx.event.ActionEvent;
import javafx.scene.control.MenuItem;

/// The value of a menu item: its `userData` in the FXML.
final class MenuItemValue {
    private MenuItemValue() {}

    static String value(ActionEvent event) {
        return (String) ((MenuItem) event.getSource()).getUserData();
    }

    /// 1 forwards, -1 backwards.
    static int step(ActionEvent event) {
        return Integer.parseInt(value(event));
    }
}
