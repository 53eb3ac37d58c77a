package poolscope;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/// Where each control of a window is, to compare with where it is later. The rows of tables and lists are left out.
///
/// A control is expected to keep place and size unless its own text has changed; then only what stands beside it is.
final class NodePlaces {
    private static final double TOLERANCE = 0.51;

    private final Map<Node, Place> places = new IdentityHashMap<>();

    private record Place(Bounds bounds, String text) {}

    /// To be called on the FX thread, after a layout.
    static NodePlaces of(Parent root) {
        var now = new NodePlaces();
        now.add(root);
        return now;
    }

    private void add(Node node) {
        if (!node.isVisible() || node instanceof VirtualFlow<?>) return;
        if (node instanceof Control && !isEmpty(node))
            places.put(node, new Place(node.localToScene(node.getLayoutBounds()), text(node)));
        if (node instanceof Parent parent && (node instanceof TableView || !(node instanceof Labeled)))
            parent.getChildrenUnmodifiable().forEach(this::add);
    }

    /// A label of which nothing is drawn.
    private static boolean isEmpty(Node node) {
        return node instanceof Label label && text(label).isEmpty() && label.getGraphic() == null;
    }

    private static String text(Node node) {
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }

    /// The controls whose places are known.
    Set<Node> nodes() {
        return Set.copyOf(places.keySet());
    }

    /// The controls that are in both, have the same text, and are not where they were or have another size.
    List<String> movedUntil(NodePlaces later) {
        var moved = new ArrayList<String>();
        places.forEach((node, before) -> {
            var after = later.places.get(node);
            if (after == null || !after.text.equals(before.text) || areSame(before.bounds, after.bounds)) return;
            moved.add(name(node) + ": " + written(before.bounds) + " -> " + written(after.bounds));
        });
        moved.sort(null);
        return moved;
    }

    private static boolean areSame(Bounds one, Bounds other) {
        return Math.abs(one.getMinX() - other.getMinX()) < TOLERANCE
                && Math.abs(one.getMinY() - other.getMinY()) < TOLERANCE
                && Math.abs(one.getWidth() - other.getWidth()) < TOLERANCE
                && Math.abs(one.getHeight() - other.getHeight()) < TOLERANCE;
    }

    private static String name(Node node) {
        var id = node.getId() == null ? String.join(".", node.getStyleClass()) : "#" + node.getId();
        return text(node).isEmpty() ? id : id + " \"" + text(node) + "\"";
    }

    private static String written(Bounds bounds) {
        return "%.1f,%.1f %.1f×%.1f".formatted(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(),
                bounds.getHeight());
    }
}
