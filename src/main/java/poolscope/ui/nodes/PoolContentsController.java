package poolscope.ui.nodes;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.live.Job;
import poolscope.pool.node.PoolContents;
import poolscope.pool.node.PoolEvent;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.UiNodes;
import poolscope.ui.text.NodeText;

/// Nodes, jobs or events of a pool as a table, with what there is to say while there is none.
public final class PoolContentsController implements AutoCloseable {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final PoolContentsModel model;
    private final NodeText words;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private TextField contentsSought;
    @FXML
    private Label contentsAge;
    @FXML
    private Label contentsSummary;
    @FXML
    private ToggleButton onlyOdd;
    @FXML
    private TableView<NodeRow> nodeTable;
    @FXML
    private TableView<PoolJob> jobTable;
    @FXML
    private TableView<PoolEvent> eventTable;
    @FXML
    private VBox contentsMessage;
    @FXML
    private Label contentsWhat;
    @FXML
    private Label contentsAdvice;

    public PoolContentsController(PoolContentsModel model, NodeText words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    private void initialize() {
        var tables = new ContentsTables(words);
        tables.nodes(nodeTable);
        tables.jobs(jobTable);
        tables.events(eventTable);
        for (var table : List.of(nodeTable, jobTable, eventTable)) {
            table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
            table.setPlaceholder(new Label(words.nothingFound()));
            table.setOnKeyPressed(event -> {
                if (!COPY.match(event)) return;
                copy(table);
                // The menu's own Copy copies pools.
                event.consume();
            });
        }
        subscriptions = Subscription.combine(model.nodesProperty().subscribe(_ -> show()),
                model.jobsProperty().subscribe(_ -> show()), model.eventsProperty().subscribe(_ -> show()),
                model.tabProperty().subscribe(_ -> show()), contentsSought.textProperty().subscribe(_ -> show()),
                onlyOdd.selectedProperty().subscribe(_ -> show()), model.nowProperty().subscribe(_ -> showAge()));
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    private void show() {
        var tab = model.tabProperty().get();
        UiNodes.show(onlyOdd, tab == PoolContentsModel.Tab.NODES);
        switch (tab) {
            case NODES -> show(nodeTable, model.nodesProperty().get(), this::nodeRows, words::summary);
            case JOBS -> show(jobTable, model.jobsProperty().get(), this::jobRows, words::jobSummary);
            case EVENTS -> show(eventTable, model.eventsProperty().get(),
                    all -> all.stream().filter(event -> hasWords(words.textOf(event))).toList(), words::eventSummary);
            case OVERVIEW, JSON -> {
            }
        }
        showAge();
    }

    private List<NodeRow> nodeRows(List<PoolNode> all) {
        var known = model.jobsProperty().get() instanceof Job.State.Done<PoolContents<PoolJob>>(var read)
                ? read.items()
                : List.<PoolJob>of();
        return NodeRow.of(all, known)
                .stream()
                .filter(row -> row.matches(contentsSought.getText()) && (!onlyOdd.isSelected() || row.isOdd()))
                .toList();
    }

    private List<PoolJob> jobRows(List<PoolJob> all) {
        return all.stream()
                .filter(Predicate.not(PoolJob::hasEnded))
                .filter(job -> hasWords(words.textOf(job)))
                .sorted(NodeText.RUNNING_FIRST)
                .toList();
    }

    private boolean hasWords(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return Stream.of(contentsSought.getText().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(lower::contains);
    }

    private <T, R> void show(TableView<R> table, Job.State<PoolContents<T>> state, Function<List<T>, List<R>> rows,
            Function<List<T>, String> summary) {
        for (var one : List.of(nodeTable, jobTable, eventTable))
            UiNodes.show(one, one == table && state instanceof Job.State.Done);
        UiNodes.show(contentsMessage, !(state instanceof Job.State.Done));
        contentsSummary.setText("");
        switch (state) {
            case Job.State.Idle<PoolContents<T>> _ -> say("", "");
            case Job.State.Running<PoolContents<T>> _ -> say(words.reading(), "");
            case Job.State.Failed<PoolContents<T>>(Throwable why) -> say(words.whatFailed(why), words.advice(why));
            case Job.State.Done<PoolContents<T>>(var contents) -> {
                var selected = List.copyOf(table.getSelectionModel().getSelectedItems());
                table.getItems().setAll(rows.apply(contents.items()));
                table.sort();
                selected.forEach(row -> table.getSelectionModel().select(row));
                contentsSummary
                        .setText(summary.apply(contents.items()) + (contents.isWhole() ? "" : " " + words.notWhole()));
            }
        }
    }

    private void say(String what, String advice) {
        contentsWhat.setText(what);
        contentsAdvice.setText(advice);
    }

    private void showAge() {
        contentsAge.setText(readAt().map(at -> words.age(at, model.nowProperty().get())).orElse(""));
    }

    private Optional<Instant> readAt() {
        return switch (model.tabProperty().get()) {
            case NODES -> readAt(model.nodesProperty().get());
            case JOBS -> readAt(model.jobsProperty().get());
            case EVENTS -> readAt(model.eventsProperty().get());
            case OVERVIEW, JSON -> Optional.empty();
        };
    }

    private static <T> Optional<Instant> readAt(Job.State<PoolContents<T>> state) {
        return state instanceof Job.State.Done<PoolContents<T>>(var contents)
                ? Optional.of(contents.readAt())
                : Optional.empty();
    }

    /// The selected rows, a line each, the columns that are shown separated by tabs.
    private static <R> void copy(TableView<R> table) {
        var columns = table.getVisibleLeafColumns();
        var lines = table.getSelectionModel()
                .getSelectedItems()
                .stream()
                .map(row -> columns.stream()
                        .map(column -> ContentsTables.written(column, row).replaceAll("[\t\r\n]", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        if (!lines.isEmpty()) ClipboardText.put(table, lines);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
