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

/// The keys that are no item of a menu, because they mean something else where people write: `/`, `?`, letters and
/// Enter in the table, Esc. The sheet lists them as [poolscope.ui.commands.FixedKey].
final class WindowKeys {
    private final Node table;
    private final Acts acts;
    /// A letter counts when its key went down in the table: not the one that just chose an item of a menu.
    private boolean pressedInTable;

    /// What the keys do.
    ///
    /// @param type
    ///            begins a filter with a letter
    /// @param details
    ///            goes into the details of the current pool; false when there is none
    /// @param back
    ///            the next step of Esc inside the window
    record Acts(Runnable find, Consumer<String> type, BooleanSupplier details, Runnable sheet, Runnable back) {}

    WindowKeys(Node table, Acts acts) {
        this.table = table;
        this.acts = acts;
    }

    void install(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::back);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        pressedInTable = event.getTarget() == table && !isMenuOpen();
        if (!pressedInTable || event.getCode() != KeyCode.ENTER || hasModifier(event) || event.isShiftDown()
                || isMenuOpen())
            return;
        if (acts.details().getAsBoolean()) event.consume();
    }

    private void back(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE || isMenuOpen()) return;
        acts.back().run();
        event.consume();
    }

    private void typed(KeyEvent event) {
        if (hasModifier(event) || event.getTarget() instanceof TextInputControl || isMenuOpen()) return;
        if (!perform(event.getCharacter())) {
            if (!pressedInTable || !isLetter(event.getCharacter())) return;
            acts.type().accept(event.getCharacter());
        }
        event.consume();
    }

    /// Does what is bound to a typed character.
    ///
    /// @return false when nothing is bound to it
    boolean perform(String typed) {
        switch (typed) {
            case "/", "／" -> acts.find().run();
            case "?", "？" -> acts.sheet().run();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(String typed) {
        return !typed.isEmpty() && Character.isLetter(typed.codePointAt(0));
    }

    private static boolean hasModifier(KeyEvent event) {
        return event.isControlDown() || event.isAltDown() || event.isMetaDown();
    }

    /// An open menu has its own keys.
    static boolean isMenuOpen() {
        ObservableList<Window> windows = Window.getWindows();
        return windows.stream().anyMatch(ContextMenu.class::isInstance);
    }
}
