package poolscope.ui.details;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.parts.AccessibleName;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.Texts;

/// The unchanged JSON, with a search field: Ctrl+F (⌘F) while the focus is in it.
final class JsonPane extends VBox {
    private final Texts texts;
    private final TextArea json = new TextArea();
    private final TextField sought = new TextField();
    private final Label found = new Label();
    private final HBox bar = new HBox(sought, found);
    private String raw = "";

    JsonPane(Texts texts) {
        this.texts = texts;
        json.setId("json");
        json.setEditable(false);
        json.setPrefRowCount(14);
        json.getStyleClass().add("raw-json");
        setVgrow(json, Priority.ALWAYS);
        AccessibleName.setText(json, texts.format("details.json"));
        sought.setId("jsonSought");
        sought.setPromptText(texts.format("details.json.find"));
        AccessibleName.setText(sought, texts.format("details.json.find"));
        HBox.setHgrow(sought, Priority.ALWAYS);
        found.setId("jsonFound");
        found.setMinWidth(USE_PREF_SIZE);
        bar.getStyleClass().add("json-find");
        showBar(false);
        getChildren().addAll(head(), bar, json);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        sought.textProperty().subscribe((_, _) -> find(0));
        sought.setOnAction(_ -> find(json.getSelection().getEnd()));
    }

    void show(String text, String indented) {
        raw = text;
        if (!indented.equals(json.getText())) json.setText(indented);
    }

    private HBox head() {
        var title = new Label(texts.format("details.json"));
        title.getStyleClass().add("section-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var find = button("findJson", "find",
                texts.format("details.json.find.tip", PlatformMenuShortcuts.ofThis().written("Shortcut+F")));
        find.setOnAction(_ -> showBar(true));
        var copy = button("copyJson", "copy", texts.format("details.json.copy"));
        copy.setOnAction(_ -> ClipboardText.put(copy, raw));
        var head = new HBox(title, space, find, copy);
        head.getStyleClass().add("line");
        return head;
    }

    private static Button button(String id, String styleClass, String tip) {
        var icon = new Region();
        icon.getStyleClass().add("icon");
        var button = new Button(null, icon);
        button.setId(id);
        button.getStyleClass().addAll("icon-button", styleClass);
        button.setAccessibleText(tip);
        LazyTooltip.setText(button, tip);
        return button;
    }

    private void pressed(KeyEvent event) {
        boolean find = event.getCode() == KeyCode.F && event.isShortcutDown() && !event.isShiftDown()
                && !event.isAltDown();
        if (find) showBar(true);
        else if (event.getCode() == KeyCode.ESCAPE && bar.isVisible()) {
            showBar(false);
            json.requestFocus();
        } else
            return;
        event.consume();
    }

    private void showBar(boolean shown) {
        SceneNodeVisibility.show(bar, shown);
        if (!shown) return;
        sought.requestFocus();
        sought.selectAll();
    }

    /// Selects the next match from this position, and wraps around at the end.
    private void find(int from) {
        var text = json.getText().toLowerCase(Locale.ROOT);
        var part = sought.getText().toLowerCase(Locale.ROOT);
        if (part.isEmpty()) {
            found.setText("");
            return;
        }
        int at = text.indexOf(part, from);
        if (at < 0) at = text.indexOf(part);
        if (at >= 0) json.selectRange(at, at + part.length());
        else
            json.deselect();
        found.setText(at < 0
                ? texts.format("details.json.none")
                : texts.format("details.json.found", places(text, part, at + 1), places(text, part, text.length())));
    }

    /// Number of matches that begin before `end`.
    private static int places(String text, String part, int end) {
        int places = 0;
        for (int at = text.indexOf(part); at >= 0 && at < end; at = text.indexOf(part, at + part.length()))
            places++;
        return places;
    }
}
