package poolscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import poolscope.export.MarkdownTableFormatter;
import poolscope.pool.Pool;
import poolscope.ui.commands.FieldMeaningMenu;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.text.CompareText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// The table that compares the pinned pools.
public final class CompareController implements AutoCloseable {
    private final CompareModel model;
    private final Formatters formatters;
    private final Runnable close;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Parent comparison;
    @FXML
    private GridPane compared;
    @FXML
    private CheckBox onlyDifferences;
    @FXML
    private Label comparedNote;

    /// Formatters of the comparison's texts.
    public record Formatters(Texts texts, PoolFieldText fields, CompareText compared) {}

    /// @param close
    ///            closes the comparison
    public CompareController(CompareModel model, Formatters formatters, Runnable close) {
        this.model = model;
        this.formatters = formatters;
        this.close = close;
    }

    @FXML
    private void initialize() {
        FieldMeaningMenu.install(comparison, formatters.texts(), field -> comparedNote.setText(formatters.texts()
                .format("compare.line", formatters.fields().name(field), formatters.fields().meaning(field))));
        ClipboardText.onKey(comparison, this::copy);
        onlyDifferences.selectedProperty().bindBidirectional(model.onlyDifferencesProperty());
        subscriptions = Subscription.combine(model.poolComparisonProperty().subscribe(this::show),
                () -> onlyDifferences.selectedProperty().unbindBidirectional(model.onlyDifferencesProperty()));
    }

    private void show(PoolComparison now) {
        compared.getChildren().clear();
        for (int i = 0; i < now.pools().size(); i++)
            compared.add(head(now.pools().get(i)), i + 2, 0);
        int row = 1;
        for (var line : now.lines())
            compared.addRow(row++, cells(line));
        comparedNote.setText(now.pools().size() < 2
                ? formatters.texts()
                        .format("compare.more", PlatformMenuShortcuts.ofThis().written(CompareModel.PIN_KEY))
                : formatters.texts().format("compare.count", now.differences()));
    }

    private Node head(Pool pool) {
        var name = label(formatters.compared().head(pool), "compared-name");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var icon = new Region();
        icon.getStyleClass().add("icon");
        var remove = new Button(null, icon);
        remove.getStyleClass().addAll("icon-button", "clear");
        remove.setAccessibleText(formatters.texts().format("compare.remove", name.getText()));
        LazyTooltip.setText(remove, remove.getAccessibleText());
        remove.setOnAction(_ -> model.remove(pool));
        var head = new HBox(name, remove);
        head.getStyleClass().add("compared-head");
        return head;
    }

    private Node[] cells(PoolComparison.Line line) {
        var cells = new ArrayList<Node>();
        var name = label(formatters.fields().name(line.field()), "name");
        LazyTooltip.setText(name, formatters.fields().meaning(line.field()));
        FieldMeaningMenu.setField(name, line.field());
        name.setAccessibleText(formatters.texts()
                .format("compare.line", name.getText(),
                        line.values()
                                .stream()
                                .map(fieldValue -> formatters.compared().value(line.field(), fieldValue))
                                .collect(Collectors.joining(", "))));
        name.setMinWidth(Region.USE_PREF_SIZE);
        var mark = label(mark(line), line.differs() ? "differs" : "same");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        cells.addAll(List.of(name, mark));
        for (var fieldValue : line.values()) {
            var cell = label(formatters.compared().value(line.field(), fieldValue), "value");
            cell.setWrapText(true);
            // a tint is as wide as the column, not as the text
            cell.setMaxWidth(Double.MAX_VALUE);
            if (line.isUnusual(fieldValue)) cell.getStyleClass().add("differing");
            LazyTooltip.setText(cell, formatters.fields().whole(line.field(), fieldValue));
            cells.add(cell);
        }
        return cells.toArray(Node[]::new);
    }

    private String mark(PoolComparison.Line line) {
        return line.isNaming() ? "" : formatters.compared().mark(line.differs());
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    @FXML
    private void copy() {
        var now = model.poolComparisonProperty().get();
        var lines = now.lines().stream().map(line -> {
            var cells = new ArrayList<>(List.of(formatters.fields().name(line.field()), mark(line)));
            line.values().forEach(fieldValue -> cells.add(formatters.compared().value(line.field(), fieldValue)));
            return List.copyOf(cells);
        }).toList();
        if (ClipboardText.put(comparedNote,
                MarkdownTableFormatter.of(formatters.compared().header(now.pools()), lines)))
            comparedNote.setText(formatters.texts().format("compare.copied"));
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
