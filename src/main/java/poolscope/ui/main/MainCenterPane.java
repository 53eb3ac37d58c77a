package poolscope.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.DefaultProperty;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import poolscope.ui.parts.NodeAndParents;
import poolscope.ui.parts.RevealingPane;

/// Two parts, one above the other: notices and summaries at their preferred height, and the table with its details,
/// which gets the rest. The upper part is as low as it can be; in a window too short for that, it scrolls, so that some
/// rows are always visible and nothing is out of reach.
@DefaultProperty("children")
public final class MainCenterPane extends Pane implements RevealingPane {
    /// The upper part's share of the height in a window too short for both.
    private static final double LEAST_SHARE = 0.25;

    /// The node that got the focus or is to be seen, and may be scrolled out.
    private @Nullable Node wanted;
    /// The visible children of the upper part at the last layout.
    private List<Node> sections = List.of();
    /// The section that appeared, got the focus or was scrolled to last.
    private @Nullable Node last;
    /// Whether the user has scrolled since then.
    private boolean isScrolledByHand;
    /// What a mouse button was pressed on, while the press is handled.
    private @Nullable EventTarget pressed;
    private Size size = new Size(0, 0, 0);
    /// The section that is kept in view while a zoomed or lower window gives each section its height.
    private @Nullable Node kept;
    private Subscription contentHeight = Subscription.EMPTY;

    /// @param tableHeight
    ///            the least one, which zoom changes
    private record Size(double width, double height, double tableHeight) {}

    public MainCenterPane() {
        getStyleClass().add("centre");
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::focused);
        // the user looks at something else
        addEventFilter(ScrollEvent.ANY, this::scrolled);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    private void scrolled(ScrollEvent event) {
        keep(null);
        isScrolledByHand |= NodeAndParents.of(event.getTarget()).anyMatch(getChildren().getFirst()::equals);
    }

    private void pressed(MouseEvent event) {
        keep(null);
        pressed = event.getTarget();
        Platform.runLater(() -> pressed = null);
    }

    /// What gets the focus because it was pressed, or something in it, is in view as far as it is wanted.
    private void focused(@Nullable Node owner) {
        if (pressed != null && NodeAndParents.of(pressed).anyMatch(node -> node == owner)) return;
        want(owner);
    }

    private void want(@Nullable Node node) {
        wanted = node;
        requestLayout();
    }

    @Override
    public void scrollTo(Node node) {
        want(node);
    }

    @Override
    protected void layoutChildren() {
        if (!(getChildren().getFirst() instanceof ScrollPane over)) return;
        var table = getChildren().getLast();
        var before = size;
        size = new Size(getWidth(), getHeight(), table.minHeight(getWidth()));
        double room = Math.max(getHeight() - size.tableHeight(), getHeight() * LEAST_SHARE);
        double wantedHeight = over.getContent().minHeight(getWidth());
        double height = snapSizeY(Math.min(wantedHeight, room));
        if (!size.equals(before) && isLastInView(over)) keep(last);
        over.setFitToHeight(wantedHeight <= room);
        over.resizeRelocate(0, 0, getWidth(), height);
        table.resizeRelocate(0, height, getWidth(), getHeight() - height);
        // the positions of its parts after this layout
        over.layout();
        if (kept != null && kept.isManaged()) show(kept, over);
        if (last != null && !last.isManaged()) scrollBack(over);
        showNew(over);
        var node = wanted;
        if (node != null) section(node, over).ifPresent(section -> {
            choose(section);
            var place = place(node, over);
            scrollTo(tops(node, section, over), place.getMinY(), place.getMaxY(), over);
        });
        wanted = null;
    }

    /// The section that was scrolled to is gone. What the user has scrolled to since stays.
    private void scrollBack(ScrollPane over) {
        last = null;
        keep(null);
        if (!isScrolledByHand) over.setVvalue(0);
    }

    /// A part that has just appeared was requested, or reports a problem: scrolls to it.
    private void showNew(ScrollPane over) {
        var before = sections;
        sections = over.getContent() instanceof Pane content
                ? content.getChildren().stream().filter(Node::isManaged).toList()
                : List.of();
        if (before.isEmpty()) return;
        sections.stream().filter(section -> !before.contains(section)).findFirst().ifPresent(section -> {
            choose(section);
            show(section, over);
        });
    }

    private void show(Node section, ScrollPane over) {
        double top = section.getBoundsInParent().getMinY();
        scrollTo(DoubleStream.of(top), top, top + section.minHeight(getWidth()), over);
    }

    /// Whether the top of the section that appeared or got the focus last is to be seen.
    private boolean isLastInView(ScrollPane over) {
        if (last == null || !last.isManaged()) return false;
        double seen = over.getViewportBounds().getHeight();
        double now = over.getVvalue() * (over.getContent().getLayoutBounds().getHeight() - seen);
        double top = last.getBoundsInParent().getMinY();
        return top > now - 1 && top < now + seen;
    }

    private void choose(Node section) {
        last = section;
        isScrolledByHand = false;
        keep(null);
    }

    /// Until the user scrolls, clicks or goes on: heights change in several steps, some of them only when what is shown
    /// has been measured.
    private void keep(@Nullable Node section) {
        kept = section;
        contentHeight.unsubscribe();
        if (section != null && getChildren().getFirst() instanceof ScrollPane over)
            contentHeight = over.getContent()
                    .layoutBoundsProperty()
                    .subscribe((_, _) -> Platform.runLater(this::requestLayout));
    }

    /// The child of the content that contains the node; empty when none does.
    private static Optional<Node> section(Node node, ScrollPane over) {
        return NodeAndParents.of(node).filter(at -> at.getParent() == over.getContent()).findFirst();
    }

    private static Bounds place(Node node, ScrollPane over) {
        return over.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    /// The tops of a section, of a node in it, and of all that stands beside the node and what it is inside of.
    private static DoubleStream tops(Node node, Node section, ScrollPane over) {
        var inside = NodeAndParents.of(node)
                .takeWhile(at -> at != section)
                .flatMap(at -> at.getParent().getChildrenUnmodifiable().stream())
                .filter(Node::isManaged);
        return Stream.concat(Stream.of(section), inside).mapToDouble(at -> place(at, over).getMinY());
    }

    /// Scrolls so that the area between these heights is visible, and as much as possible of what stands above it, of
    /// which nothing is cut. Does nothing when it is visible already.
    ///
    /// @param tops
    ///            where the view may begin
    private static void scrollTo(DoubleStream tops, double from, double to, ScrollPane over) {
        double seen = over.getViewportBounds().getHeight();
        double hidden = over.getContent().getLayoutBounds().getHeight() - seen;
        double now = over.getVvalue() * hidden;
        if (hidden <= 0 || from >= now && to <= now + seen) return;
        double least = Math.min(from, to - seen);
        over.setVvalue(tops.filter(top -> top >= least && top < from).min().orElse(from) / hidden);
    }
}
