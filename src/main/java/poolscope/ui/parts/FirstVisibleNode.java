package poolscope.ui.parts;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;

/// The first node of a kind inside a part of a window that can be used now.
public final class FirstVisibleNode {
    private FirstVisibleNode() {}

    /// What is hidden or disabled is left out, with all that is inside it.
    public static Optional<Node> of(Node area, Predicate<Node> wanted) {
        if (!area.isVisible() || area.isDisabled()) return Optional.empty();
        if (wanted.test(area)) return Optional.of(area);
        if (!(area instanceof Parent parent)) return Optional.empty();
        return parent.getChildrenUnmodifiable()
                .stream()
                .map(child -> of(child, wanted))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
