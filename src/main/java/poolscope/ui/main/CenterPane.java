package poolscope.ui.main;

import java.util.List;
import java.util.Optional;
import javafx.beans.DefaultProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Two parts, one over the other: what stands over the table, as high as it is, and the table with its details, which
/// get the rest. In a window too short for both, the upper part scrolls, so that there are always some rows and nothing
/// is out of reach. It is as high as its parts want to be at least: what one of them has beyond that is scrolled to.
@DefaultProperty("children")
public final class CenterPane extends Pane {
    /// Of the height, for what stands over the table in the shortest of windows.
    private static final double LEAST_SHARE = 1.0 / 3;

    /// What has got the focus and may be out of sight.
    private @Nullable Node focused;
    /// The parts over the table that were shown last.
    private List<Node> sections = List.of();

    public CenterPane() {
        getStyleClass().add("centre");
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::reveal);
    }

    private void reveal(@Nullable Node owner) {
        focused = owner;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (!(getChildren().getFirst() instanceof ScrollPane over)) return;
        var table = getChildren().getLast();
        double room = Math.max(getHeight() - table.minHeight(getWidth()), getHeight() * LEAST_SHARE);
        double wanted = over.getContent().minHeight(getWidth());
        double height = snapSizeY(Math.min(wanted, room));
        over.resizeRelocate(0, 0, getWidth(), height);
        table.resizeRelocate(0, height, getWidth(), getHeight() - height);
        // Where its parts stand now.
        over.layout();
        showNew(over);
        var owner = focused;
        if (owner != null) section(owner, over).ifPresent(section -> {
            var place = over.getContent().sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
            scrollTo(section.getBoundsInParent().getMinY(), place.getMinY(), place.getMaxY(), over);
        });
        focused = null;
    }

    /// What has just come over the table was asked for, or says what is wrong: it is brought into sight.
    private void showNew(ScrollPane over) {
        var before = sections;
        sections = over.getContent() instanceof Pane content
                ? content.getChildren().stream().filter(Node::isManaged).toList()
                : List.of();
        if (before.isEmpty()) return;
        sections.stream().filter(section -> !before.contains(section)).findFirst().ifPresent(section -> {
            double top = section.getBoundsInParent().getMinY();
            scrollTo(top, top, top + section.minHeight(getWidth()), over);
        });
    }

    /// The part of the content that it is in; empty when it stands elsewhere.
    private static Optional<Node> section(Node node, ScrollPane over) {
        for (@Nullable
        Node at = node; at != null; at = at.getParent())
            if (at.getParent() == over.getContent()) return Optional.of(at);
        return Optional.empty();
    }

    /// From the top of a section, as far as what lies between these heights in it is in sight then. What is in sight
    /// already stays where it is.
    private static void scrollTo(double top, double from, double to, ScrollPane over) {
        double seen = over.getViewportBounds().getHeight();
        double hidden = over.getContent().getLayoutBounds().getHeight() - seen;
        double now = over.getVvalue() * hidden;
        if (hidden <= 0 || from >= now && to <= now + seen) return;
        over.setVvalue(Math.max(top, Math.min(from, to - seen)) / hidden);
    }
}
