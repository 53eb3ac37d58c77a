package poolscope.ui.main;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import poolscope.live.Ledger;
import poolscope.ui.text.StateText;
import poolscope.ui.text.Texts;

/// The line over the table that says what is missing, for as long as something is. It never covers data.
public final class LedgerController implements AutoCloseable {
    private final MainModel model;
    private final Texts texts;
    private final StateText states;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private HBox ledger;
    @FXML
    private Label sentence;

    public LedgerController(MainModel model, Texts texts, StateText states) {
        this.model = model;
        this.texts = texts;
        this.states = states;
    }

    @FXML
    private void initialize() {
        subscriptions = model.ledgerProperty().subscribe(this::show);
    }

    private void show(Ledger now) {
        var shortfalls = now.shortfalls().stream().filter(line -> line.inventory().isPresent()).toList();
        boolean shown = !shortfalls.isEmpty();
        ledger.setVisible(shown);
        ledger.setManaged(shown);
        if (!shown) return;
        var missing = shortfalls.stream().flatMap(line -> line.inventory().stream()
                .map(i -> states.shortfall(line.connection().name(), line.state(), i.coverage(), i.readAt()))).toList();
        sentence.setText(texts.say("ledger.sentence", now.pools(), String.join(texts.say("ledger.join"), missing)));
    }

    @FXML
    private void retry() {
        model.refresh();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
