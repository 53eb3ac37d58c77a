package poolscope.ui.filter;

import java.util.Map;
import java.util.TreeMap;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.pool.PoolStatus;
import poolscope.ui.parts.SingleTabStop;
import poolscope.ui.parts.StatusIcon;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// The status list: each status with its icon, its name and the number of pools it would show.
public final class StatusFilterListController implements AutoCloseable {
    private final PoolsTableModel model;
    private final Texts texts;
    private final PoolFieldText fields;
    private final Map<PoolStatus, Chip> chips = new TreeMap<>();
    private Subscription subscriptions = Subscription.EMPTY;

    private record Chip(ToggleButton button, Label count) {}

    @FXML
    private VBox list;

    public StatusFilterListController(PoolsTableModel model, Texts texts, PoolFieldText fields) {
        this.model = model;
        this.texts = texts;
        this.fields = fields;
    }

    @FXML
    private void initialize() {
        SingleTabStop.install(list);
        for (var word : new String[]{"running", "deploying", "concerning", "abnormal"})
            add(PoolStatus.of(word));
        subscriptions = Subscription.combine(model.arrangedPoolsProperty().subscribe((_, _) -> show()),
                model.emptyTableStateProperty().subscribe((_, _) -> show()),
                model.filter().filterProperty().subscribe((_, _) -> show()));
        show();
    }

    private void show() {
        var counts = model.arrangedPools().statuses();
        counts.keySet().stream().filter(status -> !chips.containsKey(status)).forEach(this::add);
        var choice = model.filter().filterConditionsOnStatus();
        boolean isCounted = model.emptyTableStateProperty().get().isCounted();
        chips.forEach((status, chip) -> {
            int pools = counts.getOrDefault(status, 0);
            chip.button().setSelected(choice.isMade() && choice.allows(status));
            chip.count().setText(isCounted ? texts.format("count", pools) : "");
            chip.button().setAccessibleText(texts.format("chip.status", fields.status(status), pools));
        });
    }

    private void add(PoolStatus status) {
        var word = new Label(fields.status(status), StatusIcon.of(status));
        word.getStyleClass().add("word");
        word.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(word, Priority.ALWAYS);
        var count = new Label();
        count.getStyleClass().add("count");
        var button = new ToggleButton();
        button.setId("status-" + (status.word().isEmpty() ? "unsaid" : status.word()));
        button.setGraphic(new HBox(word, count));
        button.getStyleClass().add("status-chip");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> {
            model.filter().toggle(status, chips.keySet());
            show();
        });
        chips.put(status, new Chip(button, count));
        list.getChildren().setAll(chips.values().stream().map(Chip::button).toList());
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
