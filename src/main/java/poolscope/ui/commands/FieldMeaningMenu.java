package poolscope.ui.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.EventTarget;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import poolscope.pool.PoolField;
import poolscope.ui.parts.ModifierKeys;
import poolscope.ui.parts.NodeAndParents;
import poolscope.ui.text.Texts;

/// The command *What this field means* on lines that are each about one field: a menu on a right click, and a key. A
/// click or an arrow key gives a line the focus.
public final class FieldMeaningMenu {
    private static final PlatformMenuShortcuts KEYS = PlatformMenuShortcuts.ofThis();
    /// Lines that the keys for a page go by.
    private static final int PAGE = 8;
    private static final KeyCombination KEY = KeyCombination.valueOf(KEYS.mac() ? "Shortcut+Alt+Slash" : "Shift+F1");

    private final Parent area;
    private final Consumer<PoolField> show;
    private final ContextMenu menu = new ContextMenu();
    private final MenuItem item = new MenuItem();
    private Optional<Node> last = Optional.empty();

    private FieldMeaningMenu(Parent area, Texts texts, Consumer<PoolField> show) {
        this.area = area;
        this.show = show;
        item.setId("field-meaning");
        item.setText(texts.format("columns.withKey", texts.format("columns.meaning"), KEYS.display(KEY)));
        menu.getItems().add(item);
    }

    /// Says that the node is a line about that field.
    public static void setField(Node line, PoolField field) {
        line.getProperties().put(FieldMeaningMenu.class, field);
    }

    /// The first of the lines in that part of a window.
    public static Optional<Node> firstLine(Node area) {
        List<Node> lines = new ArrayList<>();
        collect(area, lines);
        return lines.stream().findFirst();
    }

    /// For a cell that shows nothing now.
    public static void clearField(Node line) {
        line.getProperties().remove(FieldMeaningMenu.class);
    }

    /// Whether the key asks what a field means.
    public static boolean isKey(KeyEvent event) {
        return KEY.match(event);
    }

    /// Adds menu and keys to the lines in that part of a window, also to those that come later.
    ///
    /// @param show
    ///            shows what a field means
    public static void install(Parent area, Texts texts, Consumer<PoolField> show) {
        var meaning = new FieldMeaningMenu(area, texts, show);
        area.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, meaning::open);
        area.addEventHandler(MouseEvent.MOUSE_PRESSED,
                event -> lineAt(event.getTarget()).filter(line -> !(line instanceof Cell)).ifPresent(meaning::focus));
        area.addEventFilter(KeyEvent.KEY_PRESSED, meaning::pressed);
    }

    private void open(ContextMenuEvent event) {
        var line = lineAt(event.getTarget());
        if (line.isEmpty()) return;
        item.setOnAction(_ -> fieldOf(line.get()).ifPresent(show));
        if (event.isKeyboardTrigger()) menu.show(line.get(), Side.BOTTOM, 0, 0);
        else
            menu.show(line.get(), event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private void pressed(KeyEvent event) {
        var line = lineAt(event.getTarget());
        if (isKey(event) && line.isPresent()) {
            fieldOf(line.get()).ifPresent(show);
            event.consume();
            return;
        }
        boolean isInLines = line.isPresent() || event.getTarget() instanceof ScrollPane;
        if (isInLines && ModifierKeys.areUp(event) && move(line, event.getCode())) event.consume();
    }

    /// @return whether there is a line to move to; otherwise the key scrolls
    private boolean move(Optional<Node> from, KeyCode key) {
        List<Node> lines = new ArrayList<>();
        collect(area, lines);
        int last = lines.size() - 1;
        int now = from.map(lines::indexOf).orElse(-1);
        int next = switch (key) {
            case DOWN -> now + 1;
            case UP -> now - 1;
            case PAGE_DOWN -> Math.min(now + PAGE, last);
            case PAGE_UP -> Math.max(now - PAGE, 0);
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
        if (next < 0 || next > last) return false;
        focus(lines.get(next));
        scrollTo(lines.get(next));
        return true;
    }

    /// Tab comes back to the line that had the focus last, and to no other.
    private void focus(Node line) {
        last.ifPresent(before -> before.setFocusTraversable(false));
        last = Optional.of(line);
        line.setFocusTraversable(true);
        line.requestFocus();
    }

    private static void collect(Node node, List<Node> lines) {
        if (!node.isVisible()) return;
        if (fieldOf(node).isPresent()) lines.add(node);
        else if (node instanceof Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, lines));
    }

    private static void scrollTo(Node line) {
        NodeAndParents.nearest(line, ScrollPane.class).ifPresent(scroll -> {
            var content = scroll.getContent();
            double hidden = content.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
            if (hidden <= 0) return;
            var bounds = content.sceneToLocal(line.localToScene(line.getBoundsInLocal()));
            double top = scroll.getVvalue() * hidden;
            double least = bounds.getMaxY() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(Math.clamp(top, Math.min(least, bounds.getMinY()), bounds.getMinY()) / hidden);
        });
    }

    private static Optional<Node> lineAt(EventTarget target) {
        return NodeAndParents.of(target).filter(node -> fieldOf(node).isPresent()).findFirst();
    }

    private static Optional<PoolField> fieldOf(Node node) {
        return node.hasProperties() && node.getProperties().get(FieldMeaningMenu.class) instanceof PoolField field
                ? Optional.of(field)
                : Optional.empty();
    }
}
