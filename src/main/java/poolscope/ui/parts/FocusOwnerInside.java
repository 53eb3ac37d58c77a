package poolscope.ui.parts;

import javafx.scene.Node;

/// Whether a node contains the focus owner of its scene; unlike `focusWithin`, also while another program has
/// the keyboard.
public final class FocusOwnerInside {
    private FocusOwnerInside() {}

    public static boolean of(Node area) {
        var scene = area.getScene();
        return scene != null && NodeAndParents.of(scene.getFocusOwner()).anyMatch(node -> node == area);
    }
}
