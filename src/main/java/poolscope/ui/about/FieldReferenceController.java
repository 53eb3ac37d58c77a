package poolscope.ui.about;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.pool.PoolField;
import poolscope.pool.filter.FilterFieldNames;
import poolscope.pool.filter.TextMatcher;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TextsInAllLanguages;

/// The reference of all fields: names in every language, in the API and in a filter, unit and meaning.
public final class FieldReferenceController implements AutoCloseable {
    private final Texts texts;
    private final TextsInAllLanguages allLanguages;
    private final Optional<PoolField> field;
    private final Runnable close;
    private Subscription following = Subscription.EMPTY;

    @FXML
    private TextField fieldSearch;
    @FXML
    private ScrollPane fieldsScroll;
    @FXML
    private VBox fieldGroups;

    /// @param field
    ///            the field that is scrolled to and marked
    public FieldReferenceController(Texts texts, Optional<PoolField> field, Runnable close) {
        this.field = field;
        this.texts = texts;
        this.close = close;
        allLanguages = new TextsInAllLanguages(texts);
    }

    @FXML
    private void initialize() {
        fieldSearch.textProperty().subscribe(this::show);
    }

    /// Shows the fields of which some line contains the text.
    private void show(String sought) {
        var matcher = TextMatcher.of(sought.strip());
        fieldGroups.getChildren().clear();
        for (var group : PoolField.Group.values()) {
            var found = fieldsOf(group).stream()
                    .filter(one -> matcher.text().isEmpty() || lines(one).stream().anyMatch(matcher::isIn))
                    .toList();
            if (found.isEmpty()) continue;
            fieldGroups.getChildren().add(styled(new Label(texts.format("group." + group.name())), "section-title"));
            for (var one : found) {
                var entry = entry(one);
                fieldGroups.getChildren().add(entry);
                if (field.filter(one::equals).isPresent()) follow(entry);
            }
        }
    }

    /// Scrolls to the entry, again whenever the layout changes: lines are wrapped when the width is known.
    private void follow(VBox entry) {
        entry.getStyleClass().add("marked");
        following.unsubscribe();
        following = Subscription.combine(entry.boundsInParentProperty().subscribe(_ -> scrollTo(entry)),
                fieldsScroll.viewportBoundsProperty().subscribe(_ -> scrollTo(entry)));
    }

    private void scrollTo(VBox entry) {
        double hidden = fieldGroups.getHeight() - fieldsScroll.getViewportBounds().getHeight();
        if (hidden > 0) fieldsScroll.setVvalue(Math.min(1, entry.getBoundsInParent().getMinY() / hidden));
    }

    private static List<PoolField> fieldsOf(PoolField.Group group) {
        return Arrays.stream(PoolField.values()).filter(field -> field.group() == group).toList();
    }

    private VBox entry(PoolField one) {
        var entry = new VBox();
        var lines = lines(one);
        entry.getChildren().add(styled(new Label(lines.getFirst()), "field-title"));
        for (var line : lines.subList(1, lines.size()))
            entry.getChildren().add(wrapped(line));
        entry.getStyleClass().add("field-entry");
        entry.setAccessibleRole(AccessibleRole.TEXT);
        entry.setAccessibleText(String.join("\n", lines));
        return entry;
    }

    /// The names; the meaning; the API's name and the unit; the name in a filter.
    private List<String> lines(PoolField field) {
        var lines = new ArrayList<String>();
        lines.add(allLanguages.oneLine(words -> words.format("field." + field.id())));
        lines.add(texts.format("field." + field.id() + ".meaning"));
        lines.add(texts.format("fields.word", field.id(), texts.format("unit." + field.unit().name())));
        var names = FilterFieldNames.of(field);
        if (!names.isEmpty()) lines.add(texts.format("fields.filter", String.join(", ", names)));
        return lines;
    }

    private static Label wrapped(String text) {
        var label = styled(new Label(text), "note");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label styled(Label label, String style) {
        label.getStyleClass().add(style);
        return label;
    }

    @FXML
    private void copy() {
        var text = Arrays.stream(PoolField.Group.values())
                .flatMap(group -> fieldsOf(group).stream())
                .map(field -> String.join("\n", lines(field)))
                .collect(Collectors.joining("\n\n"));
        ClipboardText.put(fieldGroups, text);
    }

    @FXML
    private void done() {
        close.run();
    }

    @Override
    public void close() {
        following.unsubscribe();
        fieldGroups.getChildren().clear();
    }
}
