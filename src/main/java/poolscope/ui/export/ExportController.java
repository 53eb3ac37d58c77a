package poolscope.ui.export;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.export.ExportFormat;
import poolscope.pool.PoolField;
import poolscope.ui.export.ExportDialogChoices.Columns;
import poolscope.ui.export.ExportDialogChoices.Rows;
import poolscope.ui.parts.ChoiceConverter;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.ConnectionStateText;
import poolscope.ui.text.FileWriteOutcomeText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// The export dialog: choices, number of pools, and progress.
public final class ExportController implements AutoCloseable {
    private final ExportModel model;
    private final Formatters formatters;
    private final SaveDialog saveDialog;
    private final Runnable close;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private VBox choices;
    @FXML
    private RadioButton filteredRows;
    @FXML
    private RadioButton selectedRows;
    @FXML
    private RadioButton allRows;
    @FXML
    private RadioButton shownColumns;
    @FXML
    private RadioButton allColumns;
    @FXML
    private ComboBox<ExportFormat> format;
    @FXML
    private CheckBox forSpreadsheets;
    @FXML
    private CheckBox rawNames;
    @FXML
    private CheckBox asShown;
    @FXML
    private CheckBox withSources;
    @FXML
    private Label shortfall;
    @FXML
    private Label narrowed;
    @FXML
    private Label said;
    @FXML
    private HBox progress;
    @FXML
    private ProgressBar bar;
    @FXML
    private Label written;
    @FXML
    private Button copyExport;
    @FXML
    private Button closeExport;
    @FXML
    private Button export;

    /// Formatters of the dialog's texts.
    public record Formatters(Texts texts, PoolFieldText fields, ConnectionStateText states) {
        String say(String key, Object... arguments) {
            return texts.format(key, arguments);
        }
    }

    public ExportController(ExportModel model, Formatters formatters, SaveDialog saveDialog, Runnable close) {
        this.model = model;
        this.formatters = formatters;
        this.saveDialog = saveDialog;
        this.close = close;
    }

    @FXML
    private void initialize() {
        format.setConverter(new ChoiceConverter<>(this::nameOf));
        format.getItems().setAll(ExportFormat.values());
        subscriptions = Subscription.combine(model.exportDialogChoicesProperty().subscribe(this::show),
                model.stateProperty().subscribe(this::show),
                model.progressProperty().subscribe((_, _) -> showProgress()));
    }

    private void show(ExportDialogChoices now) {
        filteredRows.setText(formatters.say("export.rows.filtered", model.count(Rows.FILTERED), model.count(Rows.ALL)));
        selectedRows.setText(formatters.say("export.rows.selected", model.count(Rows.SELECTED)));
        allRows.setText(formatters.say("export.rows.all", model.count(Rows.ALL)));
        DisabledReason.set(selectedRows,
                model.count(Rows.SELECTED) == 0 ? formatters.say("export.rows.selected.not") : "");
        filteredRows.setSelected(now.rows() == Rows.FILTERED);
        selectedRows.setSelected(now.rows() == Rows.SELECTED);
        allRows.setSelected(now.rows() == Rows.ALL);
        shownColumns.setSelected(now.columns() == Columns.SHOWN);
        allColumns.setSelected(now.columns() == Columns.ALL);
        format.setValue(now.format());
        forSpreadsheets.setSelected(now.escapesFormulas());
        DisabledReason.set(forSpreadsheets,
                now.format().isForSpreadsheets() ? "" : formatters.say("export.forSpreadsheets.not"));
        rawNames.setSelected(now.writesRawNames());
        asShown.setSelected(now.writesAsShown());
        for (var part : List.of(shownColumns, allColumns, rawNames, asShown))
            DisabledReason.set(part, now.format().hasColumns() ? "" : formatters.say("export.columns.not"));
        if (now.writesAsShown()) DisabledReason.set(rawNames, formatters.say("export.rawNames.not"));
        withSources.setSelected(now.withSources());
        boolean isText = now.format() != ExportFormat.XLSX;
        DisabledReason.set(copyExport, isText ? "" : formatters.say("export.copy.not"));
        said.setText(sentence(model.stateProperty().get()));
        SceneNodeVisibility.show(said, !said.getText().isEmpty());
        showWhatIsMissing();
    }

    private void showWhatIsMissing() {
        var missing = model.shortfalls()
                .stream()
                .map(sourceStatus -> formatters.states().shortfalls().of(sourceStatus))
                .collect(Collectors.joining("\n"));
        shortfall.setText(missing.isEmpty() ? "" : formatters.say("export.incomplete", missing));
        SceneNodeVisibility.show(shortfall, !missing.isEmpty());
        narrowed.setText(model.narrowed()
                .stream()
                .map(sourceStatus -> formatters.states()
                        .narrowed(sourceStatus.serviceAndProject().name(), sourceStatus.narrowing()))
                .collect(Collectors.joining("\n")));
        SceneNodeVisibility.show(narrowed, !narrowed.getText().isEmpty());
    }

    @FXML
    private void choose() {
        var now = model.exportDialogChoicesProperty().get();
        var rows = selectedRows.isSelected() ? Rows.SELECTED : allRows.isSelected() ? Rows.ALL : Rows.FILTERED;
        boolean disarms = forSpreadsheets.isDisabled() ? now.forSpreadsheets() : forSpreadsheets.isSelected();
        model.exportDialogChoicesProperty()
                .set(new ExportDialogChoices(rows, allColumns.isSelected() ? Columns.ALL : Columns.SHOWN,
                        format.getValue(), disarms, rawNames.isDisabled() ? now.rawNames() : rawNames.isSelected(),
                        asShown.isDisabled() ? now.asShown() : asShown.isSelected(), withSources.isSelected()));
    }

    private void show(ExportDialogState now) {
        boolean isWriting = now instanceof ExportDialogState.Writing;
        boolean isWritten = now instanceof ExportDialogState.Ended ended && ended.isWritten();
        boolean isOver = progress.isVisible() && !isWriting;
        choices.setDisable(isWriting);
        SceneNodeVisibility.show(progress, isWriting);
        said.setText(sentence(now));
        SceneNodeVisibility.show(said, !said.getText().isEmpty());
        export.setText(formatters.say(now instanceof ExportDialogState.Empty
                ? "export.anyway"
                : now instanceof ExportDialogState.Existing ? "export.replace" : "export.do"));
        SceneNodeVisibility.show(export, !isWriting && !isWritten);
        SceneNodeVisibility.show(copyExport, !isWriting && !isWritten);
        closeExport.setText(formatters.say(isWritten ? "export.close" : "export.cancel"));
        // while the export ran, Cancel was the only control that could have the focus
        if (isOver) (export.isVisible() ? export : closeExport).requestFocus();
    }

    private String sentence(ExportDialogState now) {
        return switch (now) {
            case ExportDialogState.Choosing _, ExportDialogState.Writing _ -> "";
            case ExportDialogState.Empty _ -> formatters.say("export.empty");
            case ExportDialogState.Existing(var file) -> formatters.say("export.exists", file);
            case ExportDialogState.Ended(var outcome) ->
                new FileWriteOutcomeText(formatters.texts()).of(outcome, "export.written");
        };
    }

    private void showProgress() {
        int whole = Math.max(1, model.count(model.exportDialogChoicesProperty().get().rows()));
        bar.setProgress((double) model.progressProperty().get() / whole);
        written.setText(formatters.say("export.progress", model.progressProperty().get()));
    }

    /// Puts on the clipboard what the file would contain, and says how many rows that are.
    @FXML
    private void copy() {
        var text = model.textToCopy(names(), formatters.fields()::cell);
        if (!ClipboardText.put(copyExport, text.text())) return;
        said.setText(formatters.say(text.rows() < text.all() ? "export.copied.part" : "export.copied", text.rows(),
                text.all()));
        SceneNodeVisibility.show(said, true);
    }

    private Function<PoolField, String> names() {
        return model.exportDialogChoicesProperty().get().writesAsShown()
                ? formatters.fields()::shownHeader
                : formatters.fields()::header;
    }

    @FXML
    private void export() {
        if (model.stateProperty().get() instanceof ExportDialogState.Existing) model.replace();
        else if (model.mayAsk())
            saveDialog.ask(formatters.say("export.title"), model.suggestedName())
                    .ifPresent(file -> model.write(file, names(), formatters.fields()::cell));
    }

    @FXML
    private void done() {
        if (model.stateProperty().get() instanceof ExportDialogState.Writing) model.cancel();
        else
            close.run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }

    private String nameOf(ExportFormat format) {
        return switch (format) {
            case CSV -> formatters.say("export.format.csv");
            case TSV -> formatters.say("export.format.tsv");
            case JSON -> formatters.say("export.format.json");
            case MARKDOWN -> formatters.say("export.format.markdown");
            case XLSX -> formatters.say("export.format.xlsx");
        };
    }
}
