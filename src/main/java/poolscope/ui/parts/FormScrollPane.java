package poolscope.ui.parts;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The middle of a form, between its heading and buttons: as high as its content, and scrolling in a low window, so
/// that heading and buttons stay visible.
public final class FormScrollPane extends ContentHeightScrollPane {
    /// Padding in pixels, so that focus rings at the edge are not clipped.
    private static final double RING = 4;

    private boolean isUnfolding;

    public FormScrollPane() {
        VBox.setMargin(this, new Insets(0, -RING, 0, -RING));
        HBox.setMargin(this, new Insets(0, 0, 0, -RING));
    }

    /// Scrolls to a section when it is unfolded, so that its content is in view. A section that is open from the start
    /// stays where it is.
    ///
    /// @param content
    ///            the content of this pane, which grows with the section
    public void showUnfolded(TitledPane section, Region content) {
        section.expandedProperty().subscribe((_, expanded) -> isUnfolding = expanded);
        content.heightProperty().subscribe((before, now) -> {
            if (!isUnfolding) return;
            isUnfolding = false;
            if (before.doubleValue() > 0) scrollTo(section, content, now.doubleValue());
        });
    }

    /// @param height
    ///            of the content, which is not laid out yet
    private void scrollTo(Node section, Node content, double height) {
        double hidden = height - getViewportBounds().getHeight();
        double top = content.sceneToLocal(section.localToScene(0, 0)).getY();
        if (hidden > 0) setVvalue(Math.min(getVmax(), top / hidden));
    }
}
