package poolscope.ui.parts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;

/// The keys that scroll a pane, also while the focus is in a field that searches in it: by a page, or by some lines.
/// JavaFX's own key for a page scrolls by one line.
public final class ScrollKeys {
    /// Of the visible height; the rest is seen before and after.
    private static final double PAGE = 0.9;
    private static final double LINES = 0.1;

    private ScrollKeys() {}

    public static void install(ScrollPane pane, Node search) {
        for (var node : List.of(pane, search))
            node.addEventFilter(KeyEvent.KEY_PRESSED, event -> scroll(pane, event));
    }

    private static void scroll(ScrollPane pane, KeyEvent event) {
        if (!ModifierKeys.areUp(event)) return;
        double share = switch (event.getCode()) {
            case PAGE_DOWN -> PAGE;
            case PAGE_UP -> -PAGE;
            case DOWN -> LINES;
            case UP -> -LINES;
            default -> 0;
        };
        double visible = pane.getViewportBounds().getHeight();
        double hidden = pane.getContent().getLayoutBounds().getHeight() - visible;
        if (share == 0) return;
        if (hidden > 0) pane.setVvalue(Math.clamp(pane.getVvalue() + share * visible / hidden, 0, 1));
        event.consume();
    }
}
