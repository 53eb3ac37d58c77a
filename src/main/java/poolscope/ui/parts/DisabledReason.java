package poolscope.ui.parts;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Why a control is disabled, as its tooltip. JavaFX gives a disabled node no mouse events, so its parent watches the
/// pointer for it.
public final class DisabledReason {
    private DisabledReason() {}

    /// Disables the control and shows why to who points at it; enables it when the reason is empty.
    public static void set(Node control, String reason) {
        control.setDisable(!reason.isEmpty());
        boolean isNew = !control.hasProperties() || !control.getProperties().containsKey(DisabledReason.class);
        control.getProperties().put(DisabledReason.class, reason);
        if (isNew) control.parentProperty().subscribe(DisabledReason::watch);
    }

    /// The reason; empty for a control that is enabled.
    public static String of(Node control) {
        return control.hasProperties() && control.getProperties().get(DisabledReason.class) instanceof String reason
                ? reason
                : "";
    }

    private static void watch(@Nullable Parent parent) {
        if (parent == null || parent.getProperties().containsKey(ReasonTooltip.class)) return;
        var tooltip = new ReasonTooltip(parent);
        parent.getProperties().put(ReasonTooltip.class, tooltip);
        parent.addEventHandler(MouseEvent.MOUSE_MOVED, tooltip);
        parent.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> tooltip.hide());
    }

    /// One for all disabled children of a node.
    private static final class ReasonTooltip implements EventHandler<MouseEvent> {
        /// Below the pointer, in pixels, as JavaFX places tooltips.
        private static final double BELOW = 14;

        private final Parent parent;
        private final Tooltip tooltip = LazyTooltip.create();
        private final PauseTransition delay = new PauseTransition(Duration.millis(500));
        private Optional<Node> pointedAt = Optional.empty();

        ReasonTooltip(Parent parent) {
            this.parent = parent;
            tooltip.setWrapText(true);
        }

        @Override
        public void handle(MouseEvent event) {
            var now = disabledAt(event);
            if (now.equals(pointedAt)) return;
            hide();
            pointedAt = now;
            now.ifPresent(child -> {
                delay.setOnFinished(_ -> show(child, event.getScreenX(), event.getScreenY() + BELOW));
                delay.playFromStart();
            });
        }

        private Optional<Node> disabledAt(MouseEvent event) {
            return parent.getChildrenUnmodifiable()
                    .stream()
                    .filter(child -> child.isDisable() && child.isVisible() && !of(child).isEmpty()
                            && child.contains(child.sceneToLocal(event.getSceneX(), event.getSceneY())))
                    .findFirst();
        }

        private void show(Node child, double x, double y) {
            if (!child.isDisable() || parent.getScene() == null) return;
            tooltip.setText(of(child));
            tooltip.show(parent, x, y);
        }

        void hide() {
            pointedAt = Optional.empty();
            delay.stop();
            tooltip.hide();
        }
    }
}
