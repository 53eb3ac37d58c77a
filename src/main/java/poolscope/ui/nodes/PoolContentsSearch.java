package poolscope.ui.nodes;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import poolscope.ui.text.PoolContentsText;

/// The search of the lists inside a pool, and what is said when it leaves nothing of them. Esc and a button clear it.
final class PoolContentsSearch {
    private final NodesAndJobsFilterModel filter;
    private final PoolContentsText words;

    PoolContentsSearch(NodesAndJobsFilterModel filter, PoolContentsText words) {
        this.filter = filter;
        this.words = words;
    }

    void install(TextField field, Button clear) {
        field.textProperty().bindBidirectional(filter.soughtProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE || field.getText().isEmpty()) return;
            field.clear();
            event.consume();
        });
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        clear.setOnAction(_ -> {
            field.clear();
            field.requestFocus();
        });
    }

    boolean hasWords(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return Stream.of(filter.soughtProperty().get().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(lower::contains);
    }

    /// That no node is shown, and what hides them.
    String noNode(String onlyOdd) {
        return words.noMatch("nodes",
                Stream.of(sought(), filter.onlyOddProperty().get() ? Stream.of(onlyOdd) : Stream.<String>empty(),
                        filter.kindsProperty().get().stream().sorted().map(this::kind),
                        filter.freeCountProperty().get().stream().map(only -> words.nodes().freeCards(only.cards())))
                        .flatMap(parts -> parts)
                        .toList());
    }

    private String kind(NodeFilterKind kind) {
        return words.nodes().kind(kind.name(), filter.counts().getOrDefault(kind, 0), 0);
    }

    /// The same of jobs.
    String noJob() {
        return words.noMatch("jobs",
                Stream.concat(sought(), filter.nodeProperty().get().stream().map(words.jobs()::only)).toList());
    }

    /// The same of events.
    String noEvent() {
        return words.noMatch("events", sought().toList());
    }

    private Stream<String> sought() {
        return Stream.of(filter.soughtProperty().get().strip()).filter(text -> !text.isEmpty());
    }
}
