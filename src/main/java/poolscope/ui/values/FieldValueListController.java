package poolscope.ui.values;

import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import poolscope.pool.FieldValue;
import poolscope.pool.table.FieldValueCounts;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// The list of a field's values: search, check boxes with counts, all or none of the values found.
public final class FieldValueListController implements AutoCloseable {
    /// The key of *Only*.
    private static final String ONLY = "Shift+Enter";

    private final FieldValueListModel model;
    private final Texts texts;
    private final PoolFieldText fields;
    private final Runnable close;
    private final PlatformMenuShortcuts platformMenuShortcuts;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Label title;
    @FXML
    private TextField search;
    @FXML
    private ToggleButton byCount;
    @FXML
    private ListView<FieldValueCounts.Line> values;
    @FXML
    private Label placeholder;
    @FXML
    private Label note;
    @FXML
    private Button apply;

    public FieldValueListController(FieldValueListModel model, Texts texts, PoolFieldText fields,
            PlatformMenuShortcuts platformMenuShortcuts, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.fields = fields;
        this.platformMenuShortcuts = platformMenuShortcuts;
        this.close = close;
    }

    @FXML
    private void initialize() {
        title.setText(texts.format("values.title", fields.name(model.field())));
        values.setCellFactory(_ -> new FieldValueListCell(model, this::words, texts,
                platformMenuShortcuts.written(ONLY), this::applyOnly));
        values.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInSearch);
        // the first key in the list, after Tab too, means its first value
        values.focusedProperty().subscribe((_, here) -> {
            if (here && values.getSelectionModel().isEmpty()) values.getSelectionModel().selectFirst();
        });
        subscriptions = Subscription.combine(search.textProperty().subscribe((_, _) -> show()),
                byCount.selectedProperty().subscribe((_, _) -> show()),
                model.countsProperty().subscribe((_, _) -> show()), model.ticksProperty().subscribe(this::showTicks),
                search.sceneProperty().subscribe(scene -> {
                    if (scene != null) search.requestFocus();
                }));
    }

    private void show() {
        var found = model.found(search.getText(), byCount.isSelected(), this::words);
        values.setItems(FXCollections.observableList(found));
        placeholder.setText(
                model.countsProperty().get().isEmpty() ? texts.format("values.counting") : texts.format("values.none"));
    }

    private void showTicks(FieldValueListModel.Ticks now) {
        note.setText(switch (now.validity()) {
            case READY -> texts.format("values.ticked", now.ticked(), now.all());
            case NONE -> now.all() == 0 ? "" : texts.format("values.tickOne");
            case REMOVES_FILTER -> texts.format("values.removes");
            case TOO_MANY -> texts.format("values.tooMany", now.ticked(), now.all());
        });
        DisabledReason.set(apply, switch (now.validity()) {
            case READY, REMOVES_FILTER -> "";
            case NONE -> texts.format("values.tickOne");
            case TOO_MANY -> note.getText();
        });
        values.refresh();
    }

    /// Exact, so that different values have different texts.
    private String words(FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Absent _, FieldValue.Unreadable _ -> texts.format("values.unsaid");
            case FieldValue.Number _ -> fields.whole(model.field(), fieldValue);
            case FieldValue.Time _, FieldValue.Before _ -> fields.whole(model.field(), fieldValue).replace("\n", " · ");
            case FieldValue.Portion _, FieldValue.Day _, FieldValue.State _, FieldValue.Text _ ->
                fields.cell(model.field(), fieldValue);
        };
    }

    private void pressed(KeyEvent key) {
        var line = values.getSelectionModel().getSelectedItem();
        if (key.isShortcutDown()) return;
        switch (key.getCode()) {
            case SPACE -> {
                if (line != null) model.toggle(line.fieldValue());
            }
            case ENTER -> {
                if (!key.isShiftDown()) apply();
                else if (line != null) applyOnly(line.fieldValue());
            }
            case UP -> {
                if (values.getSelectionModel().getSelectedIndex() > 0) return;
                search.requestFocus();
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void pressedInSearch(KeyEvent key) {
        boolean isOnlyOneFound = !search.getText().isBlank() && values.getItems().size() == 1;
        if (key.getCode() == KeyCode.DOWN && !values.getItems().isEmpty()) values.requestFocus();
        else if (key.getCode() == KeyCode.ENTER && isOnlyOneFound) applyOnly(values.getItems().getFirst().fieldValue());
        else
            return;
        key.consume();
    }

    @FXML
    private void tickAll() {
        model.tick(values.getItems(), true);
    }

    @FXML
    private void tickNone() {
        model.tick(values.getItems(), false);
    }

    private void applyOnly(FieldValue fieldValue) {
        model.tickOnly(fieldValue);
        apply();
    }

    @FXML
    private void apply() {
        if (model.apply()) close.run();
    }

    @FXML
    private void cancel() {
        close.run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
