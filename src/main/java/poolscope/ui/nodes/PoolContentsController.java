package poolscope.ui.nodes;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import poolscope.export.SpreadsheetCell;
import poolscope.live.BackgroundJob;
import poolscope.pool.Value;
import poolscope.pool.node.JobsOnNode;
import poolscope.pool.node.NodesAndJobs;
import poolscope.pool.node.PoolEvent;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.UiNodes;
import poolscope.ui.text.NodeText;

/// Nodes, jobs or events of a pool as a table, with what there is to say while there is none.
public final class PoolContentsController implements AutoCloseable {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /// In em.
    private static final double LOW = 32;
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final Map<NodeTableRow.Attention, PseudoClass> ATTENTION = Map.of(NodeTableRow.Attention.TROUBLE,
            PseudoClass.getPseudoClass("trouble"), NodeTableRow.Attention.SOON, PseudoClass.getPseudoClass("soon"),
            NodeTableRow.Attention.MUTED, PseudoClass.getPseudoClass("muted"));

    private final PoolContentsModel model;
    private final NodesAndJobsFilterModel filter;
    private final NodeText words;
    private final NodeKindChips chips;
    private final PoolContentsExportControls exports;
    private Map<String, Value> names = Map.of();
    private @Nullable FreeCardsHistogram histogram;
    private boolean isFilling;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private TextField contentsSought;
    @FXML
    private Label contentsAge;
    @FXML
    private VBox contents;
    @FXML
    private Button contentsExport;
    @FXML
    private Label contentsExported;
    @FXML
    private Label contentsSummary;
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
    private VBox contentsMessage;
    @FXML
    private Label contentsWhat;
    @FXML
    private Label contentsAdvice;

    /// @param saveDialog
    ///            asks for a file, given the title of the dialog and the suggested name; empty when it was cancelled
    public PoolContentsController(PoolContentsModel model, NodeText words,
            BiFunction<String, String, Optional<String>> saveDialog) {
        exports = new PoolContentsExportControls(model.export(), words, saveDialog);
        this.model = model;
        filter = model.filter();
        this.words = words;
        chips = new NodeKindChips(filter, words);
    }

    @FXML
    private void initialize() {
        var tables = new NodesJobsAndEventsTables(words);
        tables.nodes(nodeTable, node -> cards(node).orElseGet(BitSet::new));
        tables.jobs(jobTable, () -> names);
        tables.events(eventTable);
        new RowMenuAction<>(words.jobsOfNode(), this::showJobs, this::styleNode).install(nodeTable);
        new RowMenuAction<>(words.nodesOfJob(), this::showNodes, (_, _) -> {
        }).install(jobTable);
        for (var table : List.of(nodeTable, jobTable, eventTable)) {
            table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
            table.setOnKeyPressed(event -> {
                if (!COPY.match(event)) return;
                copy(table);
                // The menu's own Copy copies pools.
                event.consume();
            });
        }
        chips.addTo(kinds);
        histogram = new FreeCardsHistogram(filter, words, freeCounts);
        contentsSought.textProperty().bindBidirectional(filter.soughtProperty());
        onlyOdd.selectedProperty().bindBidirectional(filter.onlyOddProperty());
        jobTable.getSelectionModel().getSelectedItems().addListener((ListChangeListener<PoolJob>) _ -> {
            if (!isFilling) filter.mark(jobTable.getSelectionModel().getSelectedItems());
        });
        subscriptions = Subscription.combine(exports.connect(contentsExported),
                contents.heightProperty().subscribe((_, _) -> showCompact()),
                filter.rowsProperty().subscribe(_ -> show()), model.nodesProperty().subscribe(_ -> show()),
                model.jobsProperty().subscribe(_ -> show()), model.eventsProperty().subscribe(_ -> show()),
                model.tabProperty().subscribe(_ -> show()), filter.soughtProperty().subscribe(_ -> show()),
                filter.onlyOddProperty().subscribe(_ -> show()), filter.kindsProperty().subscribe(_ -> show()),
                filter.freeCountProperty().subscribe(_ -> show()), filter.nodeProperty().subscribe(_ -> show()),
                filter.markedProperty().subscribe(_ -> showMarks()), model.nowProperty().subscribe(_ -> showAge()));
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

    /// In a low pane the table needs the room: the summary is one line, with the rest in its tooltip, and there are
    /// no bars.
    private void showCompact() {
        boolean isLow = contents.getHeight() < LOW * contentsAge.getFont().getSize();
        contentsSummary.setWrapText(!isLow);
        LazyTooltip.setText(contentsSummary, isLow ? contentsSummary.getText() : "");
        UiNodes.show(freeCounts, kinds.isVisible() && !isLow && !freeCounts.getChildren().isEmpty());
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

    private void showJobs(NodeTableRow row) {
        filter.limitTo(Optional.of(row.node()));
        model.tabProperty().set(PoolContentsModel.Tab.JOBS);
        jobTable.requestFocus();
    }

    private void showNodes(PoolJob job) {
        filter.mark(List.of(job));
        model.tabProperty().set(PoolContentsModel.Tab.NODES);
        nodeTable.requestFocus();
    }

    private Optional<BitSet> cards(PoolNode node) {
        return JobsOnNode.cards(filter.markedProperty().get(), node);
    }

    private void styleNode(TableRow<NodeTableRow> view, @Nullable NodeTableRow row) {
        view.pseudoClassStateChanged(MARKED, row != null && cards(row.node()).isPresent());
        var attention = row == null ? NodeTableRow.Attention.NONE : row.attention(model.nowProperty().get());
        ATTENTION.forEach((one, pseudoClass) -> view.pseudoClassStateChanged(pseudoClass, one == attention));
    }

    private void show() {
        var tab = model.tabProperty().get();
        names = filter.names();
        UiNodes.show(onlyOdd, tab == PoolContentsModel.Tab.NODES);
        switch (tab) {
            case NODES -> show(nodeTable, model.nodesProperty().get(), _ -> filter.shownRows(), this::summary);
            case JOBS -> show(jobTable, model.jobsProperty().get(),
                    _ -> filter.shownJobs(job -> hasWords(words.textOf(job, names)))
                            .stream()
                            .sorted(NodeText.RUNNING_FIRST)
                            .toList(),
                    words::jobSummary);
            case EVENTS -> show(eventTable, model.eventsProperty().get(),
                    all -> all.stream().filter(event -> hasWords(words.textOf(event))).toList(), words::eventSummary);
            case OVERVIEW, JSON -> {
            }
        }
        showKinds(tab);
        showCompact();
        showMarks();
        showAge();
        contentsExport.setDisable(Stream.of(nodeTable, jobTable, eventTable)
                .noneMatch(table -> table.isVisible() && !table.getItems().isEmpty()));
    }

    private String summary(List<PoolNode> nodes) {
        return words.summary(nodes) + words.shown(filter.shownRows().size(), nodes.size());
    }

    /// What can be chosen and what is not known, of nodes only.
    private void showKinds(PoolContentsModel.Tab tab) {
        boolean hasNodes = tab == PoolContentsModel.Tab.NODES && !filter.rowsProperty().get().isEmpty();
        chips.show();
        UiNodes.show(kinds, hasNodes);
        if (histogram != null) histogram.show();
        var notes = new StringJoiner("\n");
        if (model.jobsProperty().get() instanceof BackgroundJob.State.Failed<NodesAndJobs<PoolJob>>(Throwable why))
            notes.add(words.jobsUnknown(why));
        if (hasNodes && filter.rowsProperty().get().getFirst().maintenance().isEmpty())
            notes.add(words.maintenanceUnknown());
        contentsNote.setText(notes.toString());
        UiNodes.show(contentsNote, hasNodes && notes.length() > 0);
    }

    private void showMarks() {
        var tab = model.tabProperty().get();
        var marked = filter.markedProperty().get();
        if (!marked.isEmpty()) markedText.setText(words.marked(marked));
        UiNodes.show(markedChip, tab == PoolContentsModel.Tab.NODES && !marked.isEmpty());
        var only = filter.nodeProperty().get();
        only.ifPresent(node -> onlyText.setText(words.only(node)));
        UiNodes.show(onlyChip, tab == PoolContentsModel.Tab.JOBS && only.isPresent());
        if (tab != PoolContentsModel.Tab.NODES) return;
        nodeTable.refresh();
        nodeTable.getItems()
                .stream()
                .filter(row -> cards(row.node()).isPresent())
                .findFirst()
                .ifPresent(nodeTable::scrollTo);
    }

    private boolean hasWords(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return Stream.of(contentsSought.getText().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(lower::contains);
    }

    private <T, R> void show(TableView<R> table, BackgroundJob.State<NodesAndJobs<T>> state,
            Function<List<T>, List<R>> rows, Function<List<T>, String> summary) {
        for (var one : List.of(nodeTable, jobTable, eventTable))
            UiNodes.show(one, one == table && state instanceof BackgroundJob.State.Done);
        UiNodes.show(contentsMessage, !(state instanceof BackgroundJob.State.Done));
        contentsSummary.setText("");
        switch (state) {
            case BackgroundJob.State.Idle<NodesAndJobs<T>> _ -> say("", "");
            case BackgroundJob.State.Running<NodesAndJobs<T>> _ -> say(words.reading(), "");
            case BackgroundJob.State.Failed<NodesAndJobs<T>>(Throwable why) ->
                say(words.notRead(why), words.advice(why));
            case BackgroundJob.State.Done<NodesAndJobs<T>>(var contents) -> {
                // an empty list is no search without results
                table.setPlaceholder(
                        new Label(contents.items().isEmpty() ? summary.apply(contents.items()) : words.nothingFound()));
                fill(table, rows.apply(contents.items()));
                // of an empty list the placeholder says it
                var said = contents.items().isEmpty() ? "" : summary.apply(contents.items());
                contentsSummary.setText((said + (contents.isWhole() ? "" : " " + words.notWhole())).strip());
            }
        }
    }

    /// What was selected stays so, although it may have been read again meanwhile.
    private <R> void fill(TableView<R> table, List<R> rows) {
        isFilling = true;
        var selected = table.getSelectionModel()
                .getSelectedItems()
                .stream()
                .map(NodesJobsAndEventsTables::key)
                .toList();
        table.getItems().setAll(rows);
        table.sort();
        table.getSelectionModel().clearSelection();
        for (var row : table.getItems())
            if (selected.contains(NodesJobsAndEventsTables.key(row))) table.getSelectionModel().select(row);
        isFilling = false;
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

    private static <T> Optional<Instant> readAt(BackgroundJob.State<NodesAndJobs<T>> state) {
        return state instanceof BackgroundJob.State.Done<NodesAndJobs<T>>(var contents)
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
                        .map(column -> SpreadsheetCell.ofShown(NodesJobsAndEventsTables.written(column, row)))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        if (!lines.isEmpty()) ClipboardText.put(table, lines);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
