package poolscope.ui.parts;

import javafx.beans.DefaultProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;

/// A vertical scroll pane that prefers the width of its content and of the scroll bar, so that nothing is narrower or
/// wraps when the bar appears.
@DefaultProperty("content")
public final class ContentWidthScrollPane extends ScrollPane {
    public ContentWidthScrollPane() {
        setFitToWidth(true);
    }

    @Override
    protected double computePrefWidth(double height) {
        return super.computePrefWidth(height) + getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL)
                .mapToDouble(bar -> bar.prefWidth(-1))
                .sum();
    }
}
