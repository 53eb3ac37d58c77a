package poolscope.ui.commands;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// Lets a letter choose an item of an open menu. JavaFX does that only in a menu opened by Alt, and otherwise sends the
/// letter to the focused node behind the menu.
public final class MenuMnemonicHandler {
    private static final Pattern MNEMONIC = Pattern.compile("_(\\p{Alnum})");

    /// Whether the key that was pressed in an open menu still sends its typed event.
    private boolean isTyping;

    /// Installs this for the menus of that window.
    public void install(Window window) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        window.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (isTyping) event.consume();
        });
    }

    private void pressed(KeyEvent event) {
        var open = open();
        isTyping = !open.isEmpty() && (event.getCode().isLetterKey() || event.getCode().isDigitKey())
                && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (!isTyping) return;
        event.consume();
        item(open.getLast().getItems(), event.getCode().getChar()).ifPresent(item -> {
            if (item instanceof Menu menu) {
                menu.show();
                return;
            }
            for (var menu = item.getParentMenu(); menu != null; menu = menu.getParentMenu())
                menu.hide();
            open.forEach(ContextMenu::hide);
            MenuCommand.choose(item);
        });
    }

    /// The outermost first.
    private static List<ContextMenu> open() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast).toList();
    }

    /// The item with this mnemonic, or else the only one that begins with the letter.
    private static Optional<MenuItem> item(List<MenuItem> items, String letter) {
        var possible = items.stream()
                .filter(item -> item.isVisible() && !item.isDisable() && item.getText() != null)
                .toList();
        var underlined = possible.stream()
                .filter(item -> item.isMnemonicParsing() && MNEMONIC.matcher(item.getText())
                        .results()
                        .anyMatch(found -> found.group(1).equalsIgnoreCase(letter)))
                .findFirst();
        var beginning = possible.stream()
                .filter(item -> MenuCommand.plain(item).toUpperCase(Locale.ROOT).startsWith(letter))
                .toList();
        return underlined.or(() -> beginning.size() == 1 ? Optional.of(beginning.getFirst()) : Optional.empty());
    }
}
