package poolscope.ui;

import java.util.List;
import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.animation.ParallelTransition;
import javafx.animation.ScaleTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import poolscope.ui.parts.FocusTrap;

/// The room for one form over the window's content. While a form is there, mouse and keys are its own: a click beside
/// it does nothing, because what is typed into it must not be lost.
final class ModalFormLayer extends StackPane {
    /// What is left of the window around a form.
    private static final Insets RIM = new Insets(12);
    private static final Duration MOVING = Duration.millis(150);
    /// Of its size, with which a form comes.
    private static final double SMALLER = 0.9;

    private final FocusTrap keys = new FocusTrap(this);
    private Runnable gone = () -> {
    };
    private ParallelTransition motion = new ParallelTransition();
    private boolean shown;
    private boolean still;
    /// Below what the form stands; empty for the middle.
    private Optional<Node> above = Optional.empty();
    private Optional<Node> aboveNext = Optional.empty();
    /// The layer's height when the form was placed in its middle; 0 before that.
    private double placedIn;
    private double top;

    ModalFormLayer() {
        // The theme's name for it brings the colour of the veil.
        getStyleClass().addAll("form-layer", "modal-pane");
        setVisible(false);
    }

    boolean isShown() {
        return shown;
    }

    /// The next form opens below that part of the window, as long as there is room; empty for the middle.
    void placeNextBelow(Optional<Node> part) {
        aboveNext = part;
    }

    @Override
    protected void layoutChildren() {
        above.filter(part -> part.getScene() == getScene())
                .map(part -> sceneToLocal(part.localToScene(part.getLayoutBounds())))
                .ifPresentOrElse(part -> getChildren().forEach(form -> layoutBelow(part, (Region) form)), () -> {
                    super.layoutChildren();
                    getChildren().forEach(form -> keepTop((Region) form));
                });
    }

    /// A form whose height changes keeps its top, so that a click that was begun hits what it was aimed at, and moves
    /// up only as far as it needs to stay inside the window.
    private void keepTop(Region form) {
        double lowest = getHeight() - RIM.getBottom() - form.getHeight();
        boolean isPlaced = placedIn == getHeight();
        top = isPlaced ? Math.max(RIM.getTop(), Math.min(top, lowest)) : form.getLayoutY();
        placedIn = getHeight();
        // another position within the layout would request one more layout each time
        form.setTranslateY(snapPositionY(top) - form.getLayoutY());
    }

    /// Moves the form up or to the left where it would reach over the edge of the window.
    private void layoutBelow(Bounds part, Region form) {
        double width = Math.min(form.maxWidth(-1), getWidth() - RIM.getLeft() - RIM.getRight());
        double left = Math.clamp(part.getMinX(), RIM.getLeft(),
                Math.max(RIM.getLeft(), getWidth() - RIM.getRight() - width));
        double bottom = getHeight() - RIM.getBottom();
        double top = Math.max(RIM.getTop(), Math.min(part.getMaxY(), bottom - form.minHeight(width)));
        double height = Math.min(bottom - top, Math.min(form.maxHeight(width), form.prefHeight(width)));
        form.setTranslateY(0);
        form.resizeRelocate(snapPositionX(left), snapPositionY(top), snapSizeX(width), snapSizeY(height));
    }

    /// Shows the form; keys belong to it, not to what lies under it.
    ///
    /// @param first
    ///            gets the focus; without it, the first part that takes it
    /// @param after
    ///            called when it is gone
    void show(Parent form, Optional<Node> first, Runnable after) {
        gone = after;
        shown = true;
        above = aboveNext;
        aboveNext = Optional.empty();
        placedIn = 0;
        StackPane.setMargin(form, RIM);
        motion.stop();
        keys.enter(() -> {
            getChildren().setAll(form);
            setMouseTransparent(false);
            setVisible(true);
        }, first);
        move(form, true);
    }

    /// The form has neither keys nor mouse from now on, even while it is still seen.
    void hide() {
        if (!shown) return;
        shown = false;
        setMouseTransparent(true);
        keys.leave();
        gone.run();
        move(getChildren().getFirst(), false);
    }

    /// Whether forms come and go at once instead of moving.
    void setStill(boolean now) {
        still = now;
    }

    /// In two dimensions: JavaFX draws a part that is scaled in the third one to the wrong place, and never
    /// repaints that.
    private void move(Node form, boolean in) {
        setOpacity(1);
        if (still) {
            if (!in) clear();
            return;
        }
        var fade = new FadeTransition(MOVING, this);
        fade.setFromValue(in ? 0 : 1);
        fade.setToValue(in ? 1 : 0);
        var scale = new ScaleTransition(MOVING, form);
        for (var start : List.of(scale.fromXProperty(), scale.fromYProperty()))
            start.set(in ? SMALLER : 1);
        for (var end : List.of(scale.toXProperty(), scale.toYProperty()))
            end.set(in ? 1 : SMALLER);
        motion = new ParallelTransition(fade, scale);
        motion.setOnFinished(_ -> {
            if (!in) clear();
        });
        motion.play();
    }

    private void clear() {
        setVisible(false);
        setOpacity(1);
        getChildren().clear();
    }
}
