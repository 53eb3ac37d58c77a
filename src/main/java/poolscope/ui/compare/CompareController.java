package poolscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import poolscope.pool.Pool;
import poolscope.ui.commands.KeyBindings;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.text.CompareText;
import poolscope.ui.text.FieldText;
import poolscope.ui.text.Texts;

/// Wires the pools that stand side by side.
public final class CompareController implements AutoCloseable {
    private final CompareModel model;
    private final Words words;
    private final Runnable close;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private GridPane compared;
    @FXML
    private CheckBox onlyDifferences;
    @FXML
    private Label comparedNote;

    /// What it speaks with.
    public record Words(Texts texts, FieldText fields, CompareText compared) {}

    /// @param close
    ///            takes it off the window
    public CompareController(CompareModel model, Words words, Runnable close) {
        this.model = model;
        this.words = words;
        this.close = close;
    }

    @FXML
    private void initialize() {
        onlyDifferences.selectedProperty().bindBidirectional(model.onlyDifferencesProperty());
        subscriptions = Subscription.combine(model.comparisonProperty().subscribe(this::show),
                () -> onlyDifferences.selectedProperty().unbindBidirectional(model.onlyDifferencesProperty()));
    }

    private void show(Comparison now) {
        compared.getChildren().clear();
        for (int i = 0; i < now.pools().size(); i++)
            compared.add(head(now.pools().get(i)), i + 2, 0);
        int row = 1;
        for (var line : now.lines())
            compared.addRow(row++, cells(line));
        comparedNote.setText(now.pools().size() < 2
                ? words.texts().format("compare.more", KeyBindings.ofThis().written(CompareModel.PIN_KEY))
                : words.texts().format("compare.count", now.lines().stream().filter(Comparison.Line::differs).count()));
    }

    private Node head(Pool pool) {
        var name = label(words.compared().head(pool), "compared-name");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var icon = new Region();
        icon.getStyleClass().add("icon");
        var remove = new Button(null, icon);
        remove.getStyleClass().addAll("icon-button", "clear");
        remove.setAccessibleText(words.texts().format("compare.remove", name.getText()));
        LazyTooltip.setText(remove, remove.getAccessibleText());
        remove.setOnAction(_ -> model.remove(pool));
        var head = new HBox(name, remove);
        head.getStyleClass().add("compared-head");
        return head;
    }

    private Node[] cells(Comparison.Line line) {
        var cells = new ArrayList<Node>();
        var name = label(words.fields().name(line.field()), "name");
        LazyTooltip.setText(name, words.fields().meaning(line.field()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        var mark = label(words.compared().mark(line.differs()), line.differs() ? "differs" : "same");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        cells.addAll(List.of(name, mark));
        for (var value : line.values()) {
            var cell = label(words.compared().value(line.field(), value), "value");
            cell.setWrapText(true);
            LazyTooltip.setText(cell, words.fields().whole(line.field(), value));
            cells.add(cell);
        }
        return cells.toArray(Node[]::new);
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    @FXML
    private void copy() {
        var now = model.comparisonProperty().get();
        var lines = now.lines().stream().map(line -> {
            var cells = new ArrayList<>(
                    List.of(words.fields().name(line.field()), words.compared().mark(line.differs())));
            line.values().forEach(value -> cells.add(words.compared().value(line.field(), value)));
            return List.copyOf(cells);
        }).toList();
        if (ClipboardText.put(comparedNote, words.compared().markdown(now.pools(), lines)))
            comparedNote.setText(words.texts().format("compare.copied"));
    }

    @FXML
    private void clear() {
        model.clear();
        close.run();
    }

    @FXML
    private void done() {
        close.run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
