package poolscope.ui.parts;

import javafx.scene.Node;

/// Helpers for nodes.
public final class SceneNodeVisibility {
    private SceneNodeVisibility() {}

    /// Shows a node, or hides it without taking space.
    public static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
