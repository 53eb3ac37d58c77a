package poolscope.ui.connections;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.live.Ledger;
import poolscope.ui.text.StateText;
import poolscope.ui.text.Texts;

/// The connections on the left: name, how many pools, what it is doing, in words that a glance takes in.
public final class SourcesController implements AutoCloseable {
    private final SourcesModel model;
    private final Texts texts;
    private final StateText states;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private VBox list;

    public SourcesController(SourcesModel model, Texts texts, StateText states) {
        this.model = model;
        this.texts = texts;
        this.states = states;
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(model.ledgerProperty().subscribe(this::show),
                model.nowProperty().subscribe(this::show));
        show();
    }

    private void show() {
        List<Ledger.Line> lines = model.ledgerProperty().get().lines();
        while (list.getChildren().size() > lines.size())
            list.getChildren().removeLast();
        while (list.getChildren().size() < lines.size())
            list.getChildren().add(new Card());
        for (int i = 0; i < lines.size(); i++)
            ((Card) list.getChildren().get(i)).show(lines.get(i));
    }

    /// One connection.
    private final class Card extends VBox {
        private final Label name = new Label();
        private final Label count = new Label();
        private final Label state = new Label();

        Card() {
            getStyleClass().add("source-card");
            name.getStyleClass().add("name");
            count.getStyleClass().add("count");
            state.getStyleClass().add("state");
            name.setMaxWidth(Double.MAX_VALUE);
            count.setMinWidth(USE_PREF_SIZE);
            state.setWrapText(true);
            HBox.setHgrow(name, Priority.ALWAYS);
            getChildren().addAll(new HBox(name, count), state);
        }

        void show(Ledger.Line line) {
            name.setText(line.connection().name());
            name.setTooltip(new Tooltip(line.endpoint()));
            count.setText(line.inventory().isPresent() ? texts.say("count", line.pools()) : "");
            state.setText(states.brief(line.state(), line.isShort(), model.nowProperty().get()));
        }
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
