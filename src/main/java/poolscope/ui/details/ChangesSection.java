package poolscope.ui.details;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.ChangeText;
import poolscope.ui.text.Texts;

/// The last changes of a pool in the details, newest first.
final class ChangesSection extends VBox {
    private final Texts texts;
    private final ChangeText changes;
    private final VBox entries = new VBox();

    ChangesSection(Texts texts, ChangeText changes) {
        this.texts = texts;
        this.changes = changes;
        setId("detailChanges");
        getStyleClass().add("section");
        var title = new Label(texts.format("details.changes"));
        title.getStyleClass().add("section-title");
        getChildren().addAll(title, entries);
    }

    void show(SelectedPoolChangesModel.Content content) {
        SceneNodeVisibility.show(this, content.since().isPresent());
        entries.getChildren().setAll(content.steps().stream().map(this::line).toList());
        if (content.steps().isEmpty())
            content.since()
                    .ifPresent(since -> entries.getChildren()
                            .add(label(texts.format("details.changes.none", changes.moment(since)), "meaning")));
    }

    private Label line(SelectedPoolChangesModel.Step step) {
        return label(texts.format("details.changes.line", changes.moment(step.seenAt()), changes.all(step.change())),
                "change");
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
