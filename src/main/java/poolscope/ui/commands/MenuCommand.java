package poolscope.ui.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/// A command of the window: an item of the menu bar. Items are also in the palette and in the list of shortcuts.
///
/// @param id
///            of the item; the same in every language and menu
/// @param path
///            the menus that lead to it, outermost first
/// @param keys
///            the key shown in the menu first
public record MenuCommand(String id, List<String> path, List<KeyCombination> keys, MenuItem item) {

    /// All of the menu bar, in its order, disabled ones included.
    public static List<MenuCommand> of(MenuBar bar, PlatformMenuShortcuts platformMenuShortcuts) {
        var commands = new ArrayList<MenuCommand>();
        bar.getMenus().forEach(menu -> gather(menu, List.of(), commands, platformMenuShortcuts));
        return List.copyOf(commands);
    }

    private static void gather(MenuItem item, List<String> path, List<MenuCommand> into,
            PlatformMenuShortcuts platformMenuShortcuts) {
        switch (item) {
            case SeparatorMenuItem _ -> {
            }
            case Menu menu -> {
                var within = new ArrayList<>(path);
                within.add(plain(menu));
                menu.getItems().forEach(inner -> gather(inner, List.copyOf(within), into, platformMenuShortcuts));
            }
            default -> {
                var id = Objects.requireNonNullElse(item.getId(), "");
                if (item.isVisible()) into.add(new MenuCommand(id, path, platformMenuShortcuts.of(item), item));
            }
        }
    }

    /// Its name without mnemonic, with the reason when it is disabled.
    public String name() {
        return plain(item);
    }

    /// Its menu and submenus.
    public String place() {
        return path(path.stream());
    }

    /// Its name when enabled, after its submenus: `Copy as ▸ With header`.
    public String nameWithinMenu() {
        return path(Stream.concat(path.stream().skip(1), Stream.of(MenuItemDisabler.nameOf(item))));
    }

    /// Its submenus; empty when it is directly in a menu of the bar.
    public String submenu() {
        return path(path.stream().skip(1));
    }

    private static String path(Stream<String> steps) {
        return steps.collect(Collectors.joining(" ▸ "));
    }

    /// Whether what it turns on and off is on; empty for other commands.
    Optional<Boolean> isOn() {
        return item instanceof CheckMenuItem check ? Optional.of(check.isSelected()) : Optional.empty();
    }

    public boolean isPossible() {
        return !item.isDisable();
    }

    /// Runs it, as a click on the item would.
    public void run() {
        if (isPossible()) choose(item);
    }

    static void choose(MenuItem item) {
        switch (item) {
            case RadioMenuItem radio -> radio.setSelected(true);
            case CheckMenuItem check -> check.setSelected(!check.isSelected());
            default -> {
            }
        }
        item.fire();
    }

    /// The text without its mnemonic: `_File` and `文件(_F)` are “File” and “文件”.
    static String plain(MenuItem item) {
        var text = item.getText() == null ? "" : item.getText();
        return item.isMnemonicParsing() ? withoutMnemonic(text) : text;
    }

    static String withoutMnemonic(String text) {
        if (text.indexOf('_') < 0) return text;
        return text.replaceAll("\\(_\\p{Alnum}\\)", "").replaceFirst("_(?=[^_])", "").replace("__", "_").strip();
    }
}
