package poolscope.ui;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/// The room for one form over the window's content.
final class Over extends StackPane {
    /// What is left of the window around a form.
    private static final Insets RIM = new Insets(12);

    private final ModalPane pane = new ModalPane();
    private Runnable gone = () -> {
    };
    /// What had the focus before a form came.
    private Optional<Node> beneath = Optional.empty();

    Over() {
        setPickOnBounds(false);
        getChildren().add(pane);
        // Behind the content while there is no form, before it until the last one has gone out of sight.
        viewOrderProperty().bind(pane.viewOrderProperty());
        // A click beside a form must not lose what is typed into it.
        pane.setPersistent(true);
        pane.setFocusTraversable(false);
        pane.displayProperty().subscribe((_, shown) -> {
            if (shown) return;
            gone.run();
            beneath.ifPresent(Node::requestFocus);
            beneath = Optional.empty();
        });
    }

    boolean isShown() {
        return pane.isDisplay();
    }

    /// Shows the form; keys belong to it, not to what lies under it.
    ///
    /// @param after
    ///            called when it is gone
    void show(Parent form, Runnable after) {
        gone = after;
        StackPane.setMargin(form, RIM);
        beneath = Optional.ofNullable(getScene().getFocusOwner());
        firstOf(form).ifPresent(first -> first.sceneProperty().subscribe(scene -> {
            if (scene != null) first.requestFocus();
        }));
        pane.show(form);
    }

    void hide() {
        pane.hide(true);
    }

    /// Whether forms come and go at once instead of moving.
    void setStill(boolean still) {
        if (still) {
            pane.setInTransitionFactory(null);
            pane.setOutTransitionFactory(null);
        } else
            pane.usePredefinedTransitionFactories(null);
    }

    /// The first part that takes the focus.
    private static Optional<Node> firstOf(Node node) {
        if (!node.isVisible() || node.isDisabled()) return Optional.empty();
        if (node.isFocusTraversable()) return Optional.of(node);
        var parts = node instanceof ScrollPane scrolled
                ? Stream.of(scrolled.getContent())
                : node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream() : Stream.<Node>empty();
        return parts.flatMap(part -> firstOf(part).stream()).findFirst();
    }
}
