package poolscope.ui.about;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How an entry of the reference is drawn: its head, and notes below it.
final class ReferenceEntryView {
    private ReferenceEntryView() {}

    static Label title(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    /// @param style
    ///            class of the style sheet
    /// @param accessibleText
    ///            what a screen reader says of all of it
    static VBox entry(String style, Node head, List<String> notes, String accessibleText) {
        var entry = new VBox(head);
        for (var note : notes)
            entry.getChildren().add(note(note));
        entry.getStyleClass().add(style);
        entry.setAccessibleRole(AccessibleRole.TEXT);
        entry.setAccessibleText(accessibleText);
        return entry;
    }

    private static Label note(String text) {
        var label = title(text, "note");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
