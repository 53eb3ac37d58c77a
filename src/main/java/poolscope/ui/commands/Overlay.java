package poolscope.ui.commands;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// A layer over the window for what comes and goes by a key: in the scene, because input methods fail in popup windows, and at
/// once, because what is typed next belongs to it. Esc, a click beside it or a focus that goes elsewhere closes it; Tab
/// stays inside.
public final class Overlay extends StackPane {
    private Optional<Node> before = Optional.empty();
    private Runnable closed = () -> {
    };
    private Subscription watching = Subscription.EMPTY;
    private boolean tabbing;

    public Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> tabbing = event.getCode() == KeyCode.TAB);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) hide();
        });
    }

    public boolean isOpen() {
        return isVisible();
    }

    /// Shows that; what was shown before is closed.
    ///
    /// @param first
    ///            takes the focus
    /// @param whenClosed
    ///            is told when it is gone
    public void show(Node content, Node first, Runnable whenClosed) {
        hide();
        before = Optional.ofNullable(getScene().getFocusOwner());
        closed = whenClosed;
        getChildren().setAll(content);
        setVisible(true);
        first.requestFocus();
        watching = getScene().focusOwnerProperty().subscribe((_, owner) -> {
            if (owner == null || isInside(owner)) return;
            if (tabbing) first.requestFocus();
            else
                leave();
        });
    }

    /// Closes it and gives the focus back to whoever had it.
    public void hide() {
        if (!isOpen()) return;
        leave();
        before.ifPresent(Node::requestFocus);
        before = Optional.empty();
    }

    private void leave() {
        watching.unsubscribe();
        setVisible(false);
        getChildren().clear();
        closed.run();
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent())
            if (at == this) return true;
        return false;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) return;
        hide();
        event.consume();
    }
}
