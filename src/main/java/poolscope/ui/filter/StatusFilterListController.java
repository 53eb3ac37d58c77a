package poolscope.ui.filter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    /// Of pools of v1 and v2; others are listed when pools have them.
    private static final List<PoolStatus> ALWAYS = Stream.of("running", "deploying", "concerning", "abnormal")
            .map(PoolStatus::of)
            .toList();

    private final Map<PoolStatus, Chip> chips = new TreeMap<>();
    private List<String> connections = List.of();
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
        ALWAYS.forEach(this::add);
        subscriptions = Subscription.combine(model.arrangedPoolsProperty().subscribe((_, _) -> show()),
                model.emptyTableStateProperty().subscribe((_, _) -> show()),
                model.filter().filterProperty().subscribe((_, _) -> show()));
        show();
    }

    private void show() {
        var counts = model.arrangedPools().statuses();
        var choice = model.filter().filterConditionsOnStatus();
        if (isOfOtherConnections())
            keep(status -> ALWAYS.contains(status) || counts.containsKey(status)
                    || choice.isMade() && choice.allows(status));
        counts.keySet().stream().filter(status -> !chips.containsKey(status)).forEach(this::add);
        boolean isCounted = model.emptyTableStateProperty().get().isCounted();
        chips.forEach((status, chip) -> {
            int pools = counts.getOrDefault(status, 0);
            chip.button().setSelected(choice.isMade() && choice.allows(status));
            chip.count().setText(isCounted ? texts.format("count", pools) : "");
            chip.button().setAccessibleText(texts.format("chip.status", fields.status(status), pools));
        });
    }

    /// Whether the first pools of other connections than before are arranged. While the connections are the same,
    /// statuses stay: what a refresh takes away would move the rest of the list.
    private boolean isOfOtherConnections() {
        var now = model.allConnectionsStatusProperty()
                .get()
                .lines()
                .stream()
                .map(line -> line.serviceAndProject().id())
                .toList();
        if (now.equals(connections) || model.arrangedPools().set() != model.allPoolSet()) return false;
        connections = now;
        return true;
    }

    private void keep(Predicate<PoolStatus> isKept) {
        chips.keySet().removeIf(isKept.negate());
        list.getChildren().setAll(chips.values().stream().map(Chip::button).toList());
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
