package poolscope.ui.parts;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.EventTarget;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A node and what it is inside of, from the inside out.
public final class NodeAndParents {
    private NodeAndParents() {}

    /// Nothing for a target that is no node.
    public static Stream<Node> of(@Nullable EventTarget target) {
        var nodes = Stream.<Node>builder();
        for (var at = target instanceof Node node ? node : null; at != null; at = at.getParent())
            nodes.add(at);
        return nodes.build();
    }

    /// The first of them of that type.
    public static <T> Optional<T> nearest(@Nullable EventTarget target, Class<T> type) {
        return of(target).filter(type::isInstance).map(type::cast).findFirst();
    }
}
