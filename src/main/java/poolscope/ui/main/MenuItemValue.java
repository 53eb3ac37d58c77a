package poolscope.ui.main;

import javafx.event.ActionEvent;
import javafx.scene.control.MenuItem;

/// What a chosen menu item stands for: its `userData` in the FXML.
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
