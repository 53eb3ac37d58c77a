package poolscope.ui.commands;

import java.util.List;

/// Keys without a menu item, for the list of shortcuts.
public enum ShortcutWithoutMenuItem {
    FIND("/"),
    TYPE("A … Z"),
    DETAILS("Enter"),
    ROWS("↑", "↓", "Home", "End", "PgUp", "PgDn"),
    ROW_MENU("Shift+F10"),
    BACK("Esc"),
    NEXT_CONTROL("Tab", "Shift+Tab"),
    MENU_BAR("F10"),
    SHEET("?");

    private final List<String> keys;

    ShortcutWithoutMenuItem(String... keys) {
        this.keys = List.of(keys);
    }

    public List<String> keys() {
        return keys;
    }
}
