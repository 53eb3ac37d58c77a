package poolscope.ui.changes;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.export.SpreadsheetPasteCellText;
import poolscope.live.changes.PoolChanges;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.change.ChangeBetterOrWorse;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.parts.TextColumnWidths;
import poolscope.ui.text.ChangeText;
import poolscope.ui.text.FilterText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// The table of the change log, its search, and the way to a pool in the main table.
public final class ChangeLogController implements AutoCloseable {
    private static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");
    private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");
    private static final PseudoClass UNWATCHED = PseudoClass.getPseudoClass("unwatched");

    /// Minimum widths in pixels at 100 %.
    private static final double LEAST_NAME = 120;
    private static final double LEAST_VALUE = 90;

    private final ChangeLogModel model;
    private final Formatters formatters;
    private final ChangeLogText lineText;
    private final Actions actions;
    private final Map<TableColumn<ChangeLogLine, ?>, Function<ChangeLogLine, String>> written = new HashMap<>();
    private final TextColumnWidths<ChangeLogLine> widths = new TextColumnWidths<>(
            (column, line) -> written.getOrDefault(column, _ -> "").apply(line));
    private ChangeLogSearch search = ChangeLogSearch.NOTHING;
    /// Whether the operator selected a line.
    private boolean isChosen;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private VBox changeLog;
    @FXML
    private Label summary;
    @FXML
    private Label earliest;
    @FXML
    private ToggleGroup kinds;
    @FXML
    private ToggleButton net;
    @FXML
    private ToggleButton steps;
    @FXML
    private TextField sought;
    @FXML
    private Label mistake;
    @FXML
    private TableView<ChangeLogLine> lines;
    @FXML
    private Label nothing;
    @FXML
    private HBox hidden;
    @FXML
    private Label hiddenText;
    @FXML
    private Button showHidden;
    @FXML
    private Button goToPool;
    @FXML
    private Button acknowledge;

    /// The formatters of the screen's texts.
    public record Formatters(Texts texts, PoolFieldText fields, FilterText filters, ChangeText changes) {}

    /// Actions outside the log.
    ///
    /// @param jump
    ///            closes the log, clears a filter that hides that pool, and selects it
    public record Actions(Consumer<Pool> jump, Runnable close) {}

    public ChangeLogController(ChangeLogModel model, Formatters formatters, Actions actions) {
        this.model = model;
        this.formatters = formatters;
        this.actions = actions;
        lineText = new ChangeLogText(formatters.texts(), formatters.fields(), formatters.changes());
    }

    @FXML
    private void initialize() {
        addColumns();
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.setRowFactory(_ -> new Row());
        lines.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        ClipboardText.onKey(changeLog, this::copy);
        lines.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            isChosen = true;
            if (event.getClickCount() == 2) jump();
        });
        SceneNodeVisibility.show(hidden, false);
        kinds.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) kinds.selectToggle(before);
            else
                model.stepByStepProperty().set(now == steps);
        });
        kinds.selectToggle(model.stepByStepProperty().get() ? steps : net);
        sought.setText(model.soughtProperty().get());
        subscriptions = Subscription.combine(model.contentProperty().subscribe(_ -> show()),
                sought.textProperty().subscribe(this::search),
                lines.widthProperty().subscribe((_, _) -> widths.fit(lines, model.scale().getValue())),
                lines.getSelectionModel().selectedItemProperty().subscribe(_ -> showChosen()),
                model.changes().changesProperty().subscribe(_ -> showSummary()));
    }

    private void addColumns() {
        var seen = add("changes.seen", lineText::seen, Comparator.comparing(ChangeLogLine::seenAt));
        if (model.isOfSeveralConnections())
            widths.allow(add("changes.connection", lineText::connection), new TextColumnWidths.Cut(LEAST_NAME, false));
        widths.allow(add("changes.pool", lineText::pool), new TextColumnWidths.Cut(LEAST_NAME, false));
        add("changes.field", lineText::field);
        // values are cut before the names of pools
        widths.allow(add("changes.from", lineText::from), new TextColumnWidths.Cut(LEAST_VALUE, true));
        var to = add("changes.to", lineText::to);
        widths.allow(to, new TextColumnWidths.Cut(LEAST_VALUE, true));
        to.getStyleClass().add("meaning");
        add("changes.meaning", lineText::meaning).getStyleClass().add("meaning");
        seen.setSortType(TableColumn.SortType.DESCENDING);
        lines.getSortOrder().add(seen);
    }

    private TableColumn<ChangeLogLine, ChangeLogLine> add(String key, Function<ChangeLogLine, String> text) {
        return add(key, text, Comparator.comparing(text));
    }

    private TableColumn<ChangeLogLine, ChangeLogLine> add(String key, Function<ChangeLogLine, String> text,
            Comparator<ChangeLogLine> order) {
        var column = new TableColumn<ChangeLogLine, ChangeLogLine>(formatters.texts().format(key));
        column.setId(key);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new ChangeLogCell(text));
        column.setComparator(order);
        written.put(column, text);
        lines.getColumns().add(column);
        return column;
    }

    private void show() {
        var content = model.contentProperty().get();
        var now = model.now();
        var chosen = lines.getSelectionModel().getSelectedItem();
        lines.getItems()
                .setAll(content.lines()
                        .stream()
                        .filter(line -> search.finds(line, () -> lineText.all(line), now))
                        .toList());
        lines.sort();
        // the first one stays selected as long as nobody chose another
        int place = isChosen ? Math.max(0, lines.getItems().indexOf(chosen)) : 0;
        if (!lines.getItems().isEmpty()) lines.getSelectionModel().clearAndSelect(place);
        nothing.setText(lineText.nothing(model.changes().changes(), !content.lines().isEmpty()));
        showSummary();
        widths.fit(lines, model.scale().getValue());
    }

    private void showSummary() {
        var changes = model.changes().changes();
        summary.setText(formatters.changes().summary(changes));
        earliest.setText(formatters.changes().earliest(changes.base()));
        SceneNodeVisibility.show(earliest, !earliest.getText().isEmpty());
        DisabledReason.set(acknowledge, whyNotAcknowledged(changes));
    }

    private String whyNotAcknowledged(PoolChanges changes) {
        if (!changes.canBeAcknowledged()) return formatters.texts().format("changes.acknowledge.ofFile");
        return changes.count() == 0 ? formatters.texts().format("changes.acknowledge.not") : "";
    }

    private void search(String text) {
        model.soughtProperty().set(text);
        search = search.with(text);
        sought.pseudoClassStateChanged(UNFINISHED, search.problem().isPresent());
        mistake.setText(search.problem().map(formatters.filters()::problem).orElse(""));
        SceneNodeVisibility.show(mistake, search.problem().isPresent());
        show();
    }

    private void showChosen() {
        var line = lines.getSelectionModel().getSelectedItem();
        DisabledReason.set(goToPool,
                line == null || line.pool().isEmpty() ? formatters.texts().format("changes.goToPool.not") : "");
        SceneNodeVisibility.show(hidden, false);
    }

    private void pressed(KeyEvent event) {
        isChosen |= event.getCode().isNavigationKey();
        if (event.getCode() != KeyCode.ENTER || event.isShortcutDown()) return;
        jump();
        event.consume();
    }

    @FXML
    private void jump() {
        var line = lines.getSelectionModel().getSelectedItem();
        if (line == null || line.pool().isEmpty()) return;
        var pool = line.pool().get();
        switch (model.placeOf(pool)) {
            case SHOWN -> actions.jump().accept(pool);
            case HIDDEN -> explain("changes.hidden", pool, true);
            case GONE -> explain("changes.goneForGood", pool, false);
        }
    }

    private void explain(String key, Pool pool, boolean canBeShown) {
        hiddenText.setText(formatters.texts()
                .format(key, formatters.fields().cell(PoolField.NAME, pool.poolNamesAndOwner().name())));
        SceneNodeVisibility.show(showHidden, canBeShown);
        SceneNodeVisibility.show(hidden, true);
        if (canBeShown) showHidden.requestFocus();
    }

    @FXML
    private void jumpToHidden() {
        var line = lines.getSelectionModel().getSelectedItem();
        if (line != null) line.pool().ifPresent(actions.jump());
    }

    @FXML
    private void copy() {
        List<ChangeLogLine> chosen = lines.getSelectionModel().getSelectedItems();
        var copied = chosen.isEmpty() ? lines.getItems() : chosen;
        ClipboardText.put(lines,
                SpreadsheetPasteCellText.table(copied.stream().map(line -> lineText.cells(line).toList()).toList()));
    }

    @FXML
    private void acknowledgeAll() {
        model.changes().acknowledgeAll();
    }

    @FXML
    private void done() {
        actions.close().run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }

    private static final class Row extends TableRow<ChangeLogLine> {
        @Override
        protected void updateItem(ChangeLogLine line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(UNWATCHED, !empty && line instanceof ChangeLogLine.Unwatched);
            pseudoClassStateChanged(WORSE, !empty && line != null && line.meaning() == ChangeBetterOrWorse.WORSE);
        }
    }
}
