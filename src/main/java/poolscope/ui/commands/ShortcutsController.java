package poolscope.ui.commands;

import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import poolscope.pool.filter.TextMatcher;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.parts.ScrollKeys;
import poolscope.ui.text.Texts;

/// The list of all shortcuts, in a group for each menu and one for keys without a menu item.
public final class ShortcutsController implements AutoCloseable {
    /// Width of a column, in em of the title.
    private static final double LEAST_WIDTH = 17;
    private static final int MOST_COLUMNS = 3;
    /// More keys than these are below the name.
    private static final int MOST_BESIDE = 3;

    private final ShortcutSheet sheet;
    private final Texts texts;
    private final Runnable close;

    @FXML
    private Label title;
    @FXML
    private TextField shortcutSearch;
    @FXML
    private Label none;
    @FXML
    private GridPane columns;
    @FXML
    private ScrollPane scroll;

    public ShortcutsController(ShortcutSheet sheet, Texts texts, Runnable close) {
        this.sheet = sheet;
        this.texts = texts;
        this.close = close;
    }

    @FXML
    private void initialize() {
        shortcutSearch.textProperty().subscribe((_, _) -> arrange(columnCount()));
        ScrollKeys.install(scroll, shortcutSearch);
        scroll.viewportBoundsProperty().subscribe(_ -> {
            if (columns.getColumnCount() != columnCount()) arrange(columnCount());
        });
    }

    /// As many as fit.
    private int columnCount() {
        double width = scroll.getViewportBounds().getWidth();
        double gap = columns.getHgap();
        return Math.clamp((long) ((width + gap) / (LEAST_WIDTH * title.getFont().getSize() + gap)), 1, MOST_COLUMNS);
    }

    /// Shows the lines that contain what is searched for. Columns without lines stay, so that the others keep
    /// their width.
    private void arrange(int count) {
        var all = Stream.concat(sheet.groups().stream(),
                Stream.of(new ShortcutSheet.Group(texts.format("shortcuts.anywhere"), fixed())));
        var found = ShortcutSheet.found(all.toList(), TextMatcher.of(shortcutSearch.getText().strip()));
        var filled = ShortcutSheet.inColumns(found, count);
        columns.getChildren().clear();
        columns.getColumnConstraints().clear();
        for (int at = 0; at < count; at++) {
            var constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / count);
            columns.getColumnConstraints().add(constraints);
            columns.add(column(at < filled.size() ? filled.get(at) : List.of()), at, 0);
        }
        SceneNodeVisibility.show(none, found.isEmpty());
    }

    private VBox column(List<ShortcutSheet.Group> groups) {
        var column = new VBox();
        groups.forEach(group -> column.getChildren().add(group(group)));
        return column;
    }

    private List<ShortcutSheet.Line> fixed() {
        return List.of(ShortcutWithoutMenuItem.values())
                .stream()
                .map(key -> new ShortcutSheet.Line(texts.format("shortcuts." + key.name()), key.keys()))
                .toList();
    }

    private VBox group(ShortcutSheet.Group group) {
        var title = new Label(group.title());
        title.getStyleClass().add("section-title");
        var box = new VBox(title);
        box.getStyleClass().add("shortcut-group");
        for (var line : group.lines())
            box.getChildren().add(line(line));
        return box;
    }

    private Pane line(ShortcutSheet.Line line) {
        var name = new Label(line.name());
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var keys = new HBox();
        keys.getStyleClass().add("shortcut-keys");
        for (var key : line.keys()) {
            var cap = new Label(key);
            cap.getStyleClass().add("key");
            cap.setMinWidth(Region.USE_PREF_SIZE);
            keys.getChildren().add(cap);
        }
        var box = line.keys().size() > MOST_BESIDE ? new VBox(name, keys) : new HBox(name, keys);
        box.getStyleClass().add("shortcut-line");
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.setAccessibleText(
                texts.format("shortcuts.line", line.name(), String.join(texts.format("list.join"), line.keys())));
        return box;
    }

    @FXML
    private void done() {
        close.run();
    }

    @Override
    public void close() {
        columns.getChildren().clear();
    }
}
