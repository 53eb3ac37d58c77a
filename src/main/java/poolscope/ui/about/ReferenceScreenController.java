package poolscope.ui.about;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.pool.filter.TextMatcher;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.parts.ScrollKeys;
import poolscope.ui.text.Texts;

/// The reference of statuses, the syntax of filters, all fields, and the columns inside a pool, with a search.
public final class ReferenceScreenController implements AutoCloseable {
    private final List<ReferenceSection> sections;
    private final Optional<Enum<?>> subject;
    private final String search;
    private final Runnable close;
    private Subscription following = Subscription.EMPTY;

    @FXML
    private TextField fieldSearch;
    @FXML
    private ScrollPane fieldsScroll;
    @FXML
    private VBox fieldGroups;
    @FXML
    private Label fieldsNone;

    /// @param subject
    ///            the field, or the column inside a pool, that is scrolled to and marked
    /// @param search
    ///            what is searched for at first
    /// @param setFilter
    ///            sets the filter to a text
    public ReferenceScreenController(Texts texts, Optional<Enum<?>> subject, String search, Consumer<String> setFilter,
            Runnable close) {
        this.subject = subject;
        this.search = search;
        this.close = close;
        var syntax = new FilterSyntaxReference(texts, example -> {
            close.run();
            setFilter.accept(example);
        });
        sections = Stream
                .of(List.of(new StatusReference(texts).section(), syntax.section()),
                        new FieldReference(texts).sections(), new PoolContentsReference(texts).sections())
                .flatMap(List::stream)
                .toList();
    }

    @FXML
    private void initialize() {
        ScrollKeys.install(fieldsScroll, fieldSearch);
        fieldSearch.setText(search);
        fieldSearch.textProperty().subscribe(this::show);
    }

    /// Shows the entries of which some line contains the text.
    private void show(String typed) {
        var sought = TextMatcher.of(typed.strip());
        fieldGroups.getChildren().clear();
        for (var section : sections) {
            var found = section.entries().stream().filter(entry -> entry.contains(sought)).toList();
            if (found.isEmpty()) continue;
            fieldGroups.getChildren().add(ReferenceEntryView.title(section.title(), "section-title"));
            for (var entry : found) {
                var node = entry.node().get();
                fieldGroups.getChildren().add(node);
                if (subject.isPresent() && entry.subject().equals(subject)) follow(node);
            }
        }
        SceneNodeVisibility.show(fieldsNone, fieldGroups.getChildren().isEmpty());
    }

    /// Scrolls to the entry, again whenever the layout changes: lines are wrapped when the width is known.
    private void follow(Node entry) {
        entry.getStyleClass().add("marked");
        following.unsubscribe();
        following = Subscription.combine(entry.boundsInParentProperty().subscribe(_ -> scrollTo(entry)),
                fieldsScroll.viewportBoundsProperty().subscribe(_ -> scrollTo(entry)));
    }

    private void scrollTo(Node entry) {
        double hidden = fieldGroups.getHeight() - fieldsScroll.getViewportBounds().getHeight();
        if (hidden > 0) fieldsScroll.setVvalue(Math.min(1, entry.getBoundsInParent().getMinY() / hidden));
    }

    @FXML
    private void copy() {
        ClipboardText.put(fieldGroups,
                sections.stream()
                        .flatMap(section -> section.entries().stream())
                        .map(ReferenceEntry::text)
                        .collect(Collectors.joining("\n\n")));
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
