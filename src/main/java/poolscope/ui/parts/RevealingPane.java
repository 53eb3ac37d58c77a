package poolscope.ui.parts;

import javafx.scene.Node;

/// A part of the window that scrolls what is inside it.
public interface RevealingPane {
    /// Scrolls as far as that node needs, after the next layout. Does nothing when it is in view already.
    void scrollTo(Node node);

    /// Has the nearest one around the node scroll to it; nothing happens outside of all.
    static void reveal(Node node) {
        NodeAndParents.nearest(node, RevealingPane.class).ifPresent(pane -> pane.scrollTo(node));
    }
}
