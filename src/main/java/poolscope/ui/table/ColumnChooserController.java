package poolscope.ui.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import poolscope.pool.PoolField;
import poolscope.pool.filter.FilterFieldNames;
import poolscope.pool.filter.TextMatcher;
import poolscope.ui.commands.FieldMeaningMenu;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.TableLayoutColumns;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// The list of all columns in their order: search, show and hide, move, and what a field means. Each change takes
/// effect at once, and the list stays open.
public final class ColumnChooserController implements AutoCloseable {
    private final PoolsTableModel model;
    private final PoolFieldText fields;
    private final Texts texts;
    private final Consumer<PoolField> showField;
    private final Runnable close;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private TextField columnSearch;
    @FXML
    private ListView<PoolField> columnList;
    @FXML
    private Label columnMeaning;
    @FXML
    private Button moveUp;
    @FXML
    private Button moveDown;

    /// @param showField
    ///            shows what a field means
    public ColumnChooserController(PoolsTableModel model, PoolFieldText fields, Texts texts,
            Consumer<PoolField> showField, Runnable close) {
        this.showField = showField;
        this.model = model;
        this.fields = fields;
        this.texts = texts;
        this.close = close;
    }

    @FXML
    private void initialize() {
        columnList.setCellFactory(_ -> new Cell());
        columnList.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        columnSearch.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveSearch);
        FieldMeaningMenu.install(columnList, texts, showField);
        subscriptions = Subscription.combine(columnSearch.textProperty().subscribe(_ -> show()),
                model.layoutProperty().subscribe((_, _) -> show()),
                columnList.getSelectionModel().selectedItemProperty().subscribe(_ -> showSelected()));
    }

    private void show() {
        var selected = selected();
        var found = found();
        if (!found.equals(columnList.getItems())) columnList.getItems().setAll(found);
        selected.filter(found::contains)
                .ifPresentOrElse(columnList.getSelectionModel()::select, columnList.getSelectionModel()::selectFirst);
        columnList.refresh();
        showSelected();
    }

    private List<PoolField> found() {
        var sought = TextMatcher.of(columnSearch.getText().strip());
        return offered().stream().filter(field -> sought.text().isEmpty() || isNamed(field, sought)).toList();
    }

    /// Whether one of the field's names, in either language or raw, contains what is searched for.
    private boolean isNamed(PoolField field, TextMatcher sought) {
        return sought.isInOrPinyinOf(fields.name(field)) || sought.isIn(field.id())
                || FilterFieldNames.of(field).stream().anyMatch(sought::isIn);
    }

    private List<PoolField> offered() {
        return TableLayoutColumns.of(model.layoutProperty().get())
                .stream()
                .map(TableLayoutColumns.Column::field)
                .filter(model.fields()::contains)
                .toList();
    }

    private Optional<PoolField> selected() {
        return Optional.ofNullable(columnList.getSelectionModel().getSelectedItem());
    }

    private void showSelected() {
        columnMeaning.setText(selected().map(fields::meaning).orElse(""));
        DisabledReason.set(moveUp, neighbor(-1).isPresent() ? "" : texts.format("columns.up.not"));
        DisabledReason.set(moveDown, neighbor(1).isPresent() ? "" : texts.format("columns.down.not"));
    }

    /// The column that the selected one changes places with; pinned columns stay before the others.
    private Optional<PoolField> neighbor(int step) {
        var layout = model.layoutProperty().get();
        var all = offered();
        return selected().flatMap(field -> {
            int at = all.indexOf(field) + step;
            return at >= 0 && at < all.size()
                    && TableLayoutColumns.isPinned(layout, all.get(at)) == TableLayoutColumns.isPinned(layout, field)
                            ? Optional.of(all.get(at))
                            : Optional.empty();
        });
    }

    private void move(int step) {
        neighbor(step).ifPresent(other -> selected().ifPresent(field -> model.layoutProperty()
                .set(TableLayoutColumns.withSwapped(model.layoutProperty().get(), field, other))));
    }

    private void toggle(PoolField field) {
        var layout = model.layoutProperty().get();
        model.layoutProperty()
                .set(TableLayoutColumns.withShown(layout, field, !TableLayoutColumns.isShown(layout, field)));
    }

    private void pressed(KeyEvent key) {
        if (FieldMeaningMenu.isKey(key)) {
            selected().ifPresent(showField);
            key.consume();
            return;
        }
        switch (key.getCode()) {
            case SPACE, ENTER -> selected().ifPresent(this::toggle);
            case UP -> {
                if (key.isAltDown()) move(-1);
                else if (columnList.getSelectionModel().getSelectedIndex() > 0) return;
                else
                    columnSearch.requestFocus();
            }
            case DOWN -> {
                if (!key.isAltDown()) return;
                move(1);
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void leaveSearch(KeyEvent key) {
        if (FieldMeaningMenu.isKey(key)) selected().ifPresent(showField);
        else if (key.getCode() == KeyCode.ENTER) selected().ifPresent(this::toggle);
        else if (key.getCode() == KeyCode.DOWN && !columnList.getItems().isEmpty()) columnList.requestFocus();
        else
            return;
        key.consume();
    }

    @FXML
    private void moveUp() {
        move(-1);
    }

    @FXML
    private void moveDown() {
        move(1);
    }

    @FXML
    private void reset() {
        model.layoutProperty().set(TableLayoutColumns.withoutColumns(model.layoutProperty().get()));
    }

    @FXML
    private void done() {
        close.run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }

    /// A column with a check box that shows and hides it.
    private final class Cell extends ListCell<PoolField> {
        private final CheckBox box = new CheckBox();

        Cell() {
            box.setFocusTraversable(false);
            box.setMnemonicParsing(false);
            box.setOnAction(_ -> {
                if (getItem() != null) toggle(getItem());
            });
        }

        @Override
        protected void updateItem(@Nullable PoolField field, boolean empty) {
            super.updateItem(field, empty);
            if (field == null || empty) {
                FieldMeaningMenu.clearField(this);
                setGraphic(null);
                return;
            }
            FieldMeaningMenu.setField(this, field);
            box.setText(fields.name(field));
            box.setSelected(TableLayoutColumns.isShown(model.layoutProperty().get(), field));
            setGraphic(box);
        }
    }
}
