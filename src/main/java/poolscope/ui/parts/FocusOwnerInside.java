package poolscope.ui.parts;

import javafx.scene.Node;

/// Whether a node contains the focus owner of its scene; unlike `focusWithin`, also while another program has
/// the keyboard.
public final class FocusOwnerInside {
    private FocusOwnerInside() {}

    public static boolean of(Node area) {
        var scene = area.getScene();
        for (Node at = scene == null ? null : scene.getFocusOwner(); at != null; at = at.getParent())
            if (at == area) return true;
        return false;
    }
}
