package poolscope.ui.nodes;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import poolscope.live.background.BackgroundJob;
import poolscope.pool.FieldValue;
import poolscope.pool.node.PoolContentsList;
import poolscope.pool.node.PoolEvent;
import poolscope.pool.node.PoolJob;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.parts.FocusOwnerInside;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.LineLimitedLabel;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.JobText;
import poolscope.ui.text.PoolContentsColumn;
import poolscope.ui.text.PoolContentsText;

/// Nodes, jobs or events of a pool as a table, with what there is to say while there is none.
public final class PoolContentsController implements AutoCloseable {
    /// Heights in em, below which there is no room above some rows of the table for the bars, for the kinds of nodes,
    /// and for a second line of the summary and of the message of an event.
    private static final double LOW_FOR_BARS = 32;
    private static final double LOW_FOR_KINDS = 24;
    private static final double LOW_FOR_SUMMARY = 19;

    private final PoolContentsModel model;
    private final NodesAndJobsFilterModel filter;
    private final PoolContentsText words;
    private final PoolContentsSearch search;
    private final NodeFilterChips chips;
    private final PoolContentsExportControls exports;
    private final NodeRowHighlighter rowStyle;
    private final Actions actions;
    private Map<String, FieldValue> names = Map.of();
    private @Nullable Tables tables;
    private @Nullable FreeCardsHistogram histogram;
    private @Nullable JobAndNodeLinks links;
    private boolean hasKinds;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private TextField contentsSought;
    @FXML
    private Button clearSought;
    @FXML
    private Label contentsAge;
    @FXML
    private VBox contents;
    @FXML
    private Button contentsExport;
    @FXML
    private Label contentsExported;
    @FXML
    private LineLimitedLabel contentsSummary;
    @FXML
    private ToggleButton onlyOdd;
    @FXML
    private FlowPane kinds;
    @FXML
    private VBox freeCounts;
    @FXML
    private Label contentsNote;
    @FXML
    private HBox markedChip;
    @FXML
    private Label markedText;
    @FXML
    private HBox onlyChip;
    @FXML
    private Label onlyText;
    @FXML
    private TableView<NodeTableRow> nodeTable;
    @FXML
    private TableView<PoolJob> jobTable;
    @FXML
    private TableView<PoolEvent> eventTable;
    @FXML
    private StackPane eventMessageBox;
    @FXML
    private StackPane contentsTables;
    @FXML
    private VBox contentsMessage;
    @FXML
    private Label contentsWhat;
    @FXML
    private Label contentsAdvice;

    private record Tables(PoolContentsTable<NodeTableRow> nodes, PoolContentsTable<PoolJob> jobs,
            PoolContentsTable<PoolEvent> events) {
        Stream<PoolContentsTable<?>> all() {
            return Stream.of(nodes, jobs, events);
        }
    }

    /// The rows of a list, its summary from all its items and the rows, and what hides its rows.
    private record ListTexts<T, R>(Function<List<T>, List<R>> rows, BiFunction<List<T>, List<R>, String> summary,
            Supplier<String> noMatch) {}

    /// What the window does for the tables.
    ///
    /// @param showColumn
    ///            shows what a column means
    /// @param saveDialog
    ///            asks for a file, given the title of the dialog and the suggested name; empty when it was cancelled
    /// @param reportCopied
    ///            says how many rows were copied
    public record Actions(Consumer<PoolContentsColumn> showColumn,
            BiFunction<String, String, Optional<String>> saveDialog, IntConsumer reportCopied) {}

    public PoolContentsController(PoolContentsModel model, PoolContentsText words, Actions actions) {
        this.actions = actions;
        exports = new PoolContentsExportControls(model.export(), words, actions.saveDialog());
        this.model = model;
        filter = model.filter();
        this.words = words;
        rowStyle = new NodeRowHighlighter(filter, model.nowProperty()::get);
        search = new PoolContentsSearch(filter, words);
        chips = new NodeFilterChips(filter, words.nodes());
    }

    @FXML
    private void initialize() {
        var columns = new NodesJobsAndEventsColumns(words);
        columns.nodes(nodeTable, node -> rowStyle.cards(node).orElseGet(BitSet::new));
        columns.jobs(jobTable, () -> names);
        columns.events(eventTable);
        var made = new Tables(table(nodeTable), table(jobTable), table(eventTable));
        tables = made;
        made.all().forEach(table -> table.explainOnKey(actions.showColumn()));
        chips.addTo(kinds);
        histogram = new FreeCardsHistogram(filter, words.nodes(), freeCounts);
        search.install(contentsSought, clearSought);
        onlyOdd.selectedProperty().bindBidirectional(filter.onlyOddProperty());
        links = new JobAndNodeLinks(model, words, new JobAndNodeLinks.Chip(markedChip, markedText),
                new JobAndNodeLinks.Chip(onlyChip, onlyText));
        links.install(made.nodes, made.jobs);
        rowStyle.install(nodeTable);
        SelectedEventMessage.show(eventTable, eventMessageBox, words.events());
        subscriptions = Subscription.combine(exports.connect(contentsExported),
                model.isTableShown().subscribe(shown -> SceneNodeVisibility.show(contents, shown)),
                contents.heightProperty().subscribe((_, _) -> showCompact()),
                // the tables get their font after this label
                contentsAge.fontProperty()
                        .subscribe((_, _) -> Platform.runLater(() -> made.all().forEach(PoolContentsTable::fit))),
                filter.rowsProperty().subscribe(_ -> show()), model.nodesProperty().subscribe(_ -> show()),
                model.jobsProperty().subscribe(_ -> show()), model.eventsProperty().subscribe(_ -> show()),
                model.nodesProperty().subscribe(made.nodes::forgetWidths),
                model.jobsProperty().subscribe(made.jobs::forgetWidths),
                model.eventsProperty().subscribe(made.events::forgetWidths), model.tabProperty().subscribe(_ -> show()),
                filter.soughtProperty().subscribe(_ -> show()), filter.onlyOddProperty().subscribe(_ -> show()),
                filter.kindsProperty().subscribe(_ -> show()), filter.freeCountProperty().subscribe(_ -> show()),
                filter.nodeProperty().subscribe(_ -> show()), filter.markedProperty().subscribe(_ -> showMarks()),
                model.nowProperty().subscribe(_ -> showAge()));
    }

    private <R> PoolContentsTable<R> table(TableView<R> view) {
        return new PoolContentsTable<>(view, words.copyRows(), actions.reportCopied());
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    /// The rows in view, in their order.
    @FXML
    private void export() {
        var pool = model.poolProperty().get();
        if (pool.isEmpty()) return;
        switch (model.tabProperty().get()) {
            case NODES -> exports.exportNodes(pool.get(), nodeTable);
            case JOBS -> exports.exportJobs(pool.get(), jobTable);
            case EVENTS -> exports.exportEvents(pool.get(), eventTable);
            case OVERVIEW, JSON -> {
            }
        }
    }

    /// In a low pane the table needs the room: the summary has at most two lines or one, with the rest in its tooltip,
    /// and there are no bars, no number of events, nor kinds unless one is chosen.
    private void showCompact() {
        double height = contents.getHeight() / contentsAge.getFont().getSize();
        boolean isLow = height < LOW_FOR_BARS;
        contentsSummary.setMostLines(height < LOW_FOR_SUMMARY ? 1 : isLow ? 2 : Integer.MAX_VALUE);
        SceneNodeVisibility.show(eventMessageBox.getChildren().getFirst(), height >= LOW_FOR_SUMMARY);
        boolean isOnlyCount = contentsSummary.getText()
                .equals(words.events().summary(eventTable.getItems(), eventTable.getItems()));
        SceneNodeVisibility.show(contentsSummary,
                !contentsSummary.getText().isEmpty() && !(isOnlyCount && height < LOW_FOR_SUMMARY));
        LazyTooltip.setText(contentsSummary, isLow ? contentsSummary.getText() : "");
        SceneNodeVisibility.show(freeCounts, hasKinds && !isLow && !freeCounts.getChildren().isEmpty());
        SceneNodeVisibility.show(kinds,
                hasKinds && (height >= LOW_FOR_KINDS || !filter.kindsProperty().get().isEmpty()));
    }

    @FXML
    private void unmark() {
        jobTable.getSelectionModel().clearSelection();
        filter.mark(List.of());
    }

    @FXML
    private void unlimit() {
        filter.limitTo(Optional.empty());
    }

    private void show() {
        var tab = model.tabProperty().get();
        names = filter.names();
        SceneNodeVisibility.show(onlyOdd, tab == PoolContentsModel.Tab.NODES);
        var filled = Objects.requireNonNull(tables);
        switch (tab) {
            case NODES -> show(filled.nodes, model.nodesProperty().get(), new ListTexts<>(_ -> filter.shownRows(),
                    words.nodes()::summary, () -> search.noNode(onlyOdd.getText())));
            case JOBS -> show(filled.jobs, model.jobsProperty().get(),
                    new ListTexts<>(_ -> filter.shownJobs(job -> search.hasWords(words.jobs().textOf(job, names)))
                            .stream()
                            .sorted(JobText.RUNNING_FIRST)
                            .toList(), words.jobs()::summary, search::noJob));
            case EVENTS -> show(filled.events, model.eventsProperty().get(),
                    new ListTexts<>(
                            all -> all.stream().filter(event -> search.hasWords(words.events().textOf(event))).toList(),
                            words.events()::summary, search::noEvent));
            case OVERVIEW, JSON -> {
            }
        }
        showKinds(tab);
        showCompact();
        showMarks();
        showAge();
        DisabledReason.set(contentsExport,
                filled.all().anyMatch(PoolContentsTable::hasRowsInView) ? "" : words.nothingToExport());
    }

    /// What can be chosen and what is not known, of nodes only.
    private void showKinds(PoolContentsModel.Tab tab) {
        boolean hasNodes = tab == PoolContentsModel.Tab.NODES && !filter.rowsProperty().get().isEmpty();
        chips.show();
        hasKinds = hasNodes;
        if (histogram != null) histogram.show();
        var notes = new StringJoiner("\n");
        if (model.jobsProperty().get() instanceof BackgroundJob.State.Failed<PoolContentsList<PoolJob>>(Throwable why))
            notes.add(words.nodes().jobsUnknown(why));
        if (hasNodes && filter.rowsProperty().get().getFirst().maintenance().isEmpty())
            notes.add(words.nodes().maintenanceUnknown());
        contentsNote.setText(notes.toString());
        SceneNodeVisibility.show(contentsNote, hasNodes && notes.length() > 0);
    }

    /// Whether the node says why no table is shown, which has the focus meanwhile.
    public static boolean isMessage(Node node) {
        return "contentsWhat".equals(node.getId());
    }

    private void showMarks() {
        if (links != null) links.showChips();
        if (model.tabProperty().get() == PoolContentsModel.Tab.NODES) rowStyle.refresh(nodeTable);
    }

    private <T, R> void show(PoolContentsTable<R> table, BackgroundJob.State<PoolContentsList<T>> state,
            ListTexts<T, R> texts) {
        boolean isFocused = FocusOwnerInside.of(contentsTables);
        boolean isRead = state instanceof BackgroundJob.State.Done;
        for (var one : List.of(nodeTable, jobTable, eventTable))
            SceneNodeVisibility.show(one, one == table.view() && isRead);
        SceneNodeVisibility.show(contentsMessage, !isRead);
        // a list that is read now gives the focus to its text, and gets it back
        if (isFocused) (isRead ? table.view() : contentsWhat).requestFocus();
        contentsSummary.setText("");
        boolean isEmpty = switch (state) {
            case BackgroundJob.State.Failed<PoolContentsList<T>> _ -> true;
            case BackgroundJob.State.Done<PoolContentsList<T>>(var contents) -> contents.items().isEmpty();
            // typing goes on while the list is read again
            case BackgroundJob.State.Idle<PoolContentsList<T>> _, BackgroundJob.State.Running<PoolContentsList<T>> _ ->
                false;
        };
        for (var control : List.of(contentsSought, onlyOdd))
            DisabledReason.set(control, isEmpty ? words.nothingToSearch() : "");
        switch (state) {
            case BackgroundJob.State.Idle<PoolContentsList<T>> _ -> say("", "");
            case BackgroundJob.State.Running<PoolContentsList<T>> _ -> say(words.reading(), "");
            case BackgroundJob.State.Failed<PoolContentsList<T>>(Throwable why) ->
                say(words.notRead(why), words.advice(why));
            case BackgroundJob.State.Done<PoolContentsList<T>>(var contents) -> {
                var rows = texts.rows().apply(contents.items());
                var summary = texts.summary().apply(contents.items(), rows);
                // an empty list is no search without results
                var nothing = contents.items().isEmpty() ? "" : texts.noMatch().get();
                table.fill(rows, nothing.isEmpty() ? summary : nothing);
                // of an empty list the placeholder says it
                contentsSummary.setText(words.summary(contents.items().isEmpty() ? "" : summary, contents));
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

    private static <T> Optional<Instant> readAt(BackgroundJob.State<PoolContentsList<T>> state) {
        return state instanceof BackgroundJob.State.Done<PoolContentsList<T>>(var contents)
                ? Optional.of(contents.readAt())
                : Optional.empty();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
