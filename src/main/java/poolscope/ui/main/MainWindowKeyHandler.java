package poolscope.ui.main;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import poolscope.ui.parts.ModifierKeys;

/// The keys without a menu item, because they have another meaning in text fields: `/`, `?`, letters and Enter in the
/// table, Esc. The list of shortcuts has them as [poolscope.ui.commands.ShortcutWithoutMenuItem].
final class MainWindowKeyHandler {
    private final Node table;
    private final Actions actions;
    /// Whether the key was pressed in the table: a letter that just chose a menu item is ignored.
    private boolean pressedInTable;

    /// The actions of the keys.
    ///
    /// @param type
    ///            starts a filter with this letter
    /// @param details
    ///            moves the focus to the details of the current pool; false when there is none
    /// @param back
    ///            handles Esc inside the window
    record Actions(Runnable find, Consumer<String> type, BooleanSupplier details, Runnable sheet, Runnable back) {}

    MainWindowKeyHandler(Node table, Actions actions) {
        this.table = table;
        this.actions = actions;
    }

    void install(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::back);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        pressedInTable = event.getTarget() == table && !isMenuOpen();
        if (!pressedInTable || event.getCode() != KeyCode.ENTER || !ModifierKeys.areUp(event) || isMenuOpen()) return;
        if (actions.details().getAsBoolean()) event.consume();
    }

    private void back(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE || isMenuOpen()) return;
        actions.back().run();
        event.consume();
    }

    private void typed(KeyEvent event) {
        if (!ModifierKeys.areUpButForShift(event) || event.getTarget() instanceof TextInputControl || isMenuOpen())
            return;
        if (!perform(event.getCharacter())) {
            if (!pressedInTable || !isLetter(event.getCharacter())) return;
            actions.type().accept(event.getCharacter());
        }
        event.consume();
    }

    /// Runs the action of a typed character.
    ///
    /// @return false when it has none
    boolean perform(String typed) {
        switch (typed) {
            case "/", "／" -> actions.find().run();
            case "?", "？" -> actions.sheet().run();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(String typed) {
        return !typed.isEmpty() && Character.isLetter(typed.codePointAt(0));
    }

    /// While a menu is open, it gets the keys.
    static boolean isMenuOpen() {
        ObservableList<Window> windows = Window.getWindows();
        return windows.stream().anyMatch(ContextMenu.class::isInstance);
    }
}
