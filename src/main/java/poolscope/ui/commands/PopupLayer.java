package poolscope.ui.commands;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import poolscope.ui.parts.FocusTrap;

/// A layer over the window for popups opened by a key. It is part of the scene, because input methods fail in popup
/// windows. Esc or a click beside it closes it; until then it gets all keys.
public final class PopupLayer extends StackPane {
    private final FocusTrap keys = new FocusTrap(this);
    private Runnable closed = () -> {
    };

    public PopupLayer() {
        // The theme's name for it brings the colour of the veil.
        getStyleClass().addAll("overlay", "modal-pane");
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) hide();
        });
    }

    public boolean isOpen() {
        return isVisible();
    }

    /// Shows the content; closes what was shown before.
    ///
    /// @param first
    ///            gets the focus
    /// @param whenClosed
    ///            called after it was closed
    public void show(Node content, Node first, Runnable whenClosed) {
        hide();
        closed = whenClosed;
        keys.enter(() -> {
            getChildren().setAll(content);
            setVisible(true);
        }, Optional.of(first));
    }

    /// Closes it and restores the focus.
    public void hide() {
        if (!isOpen()) return;
        keys.leave();
        setVisible(false);
        getChildren().clear();
        closed.run();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) return;
        hide();
        event.consume();
    }
}
