package poolscope.ui.parts;

import javafx.scene.Node;

/// What is done to parts of a screen, whichever they are.
public final class UiNodes {
    private UiNodes() {}

    /// Shows a part, or takes it and its room away.
    public static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
