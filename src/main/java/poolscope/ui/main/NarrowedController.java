package poolscope.ui.main;

import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import poolscope.live.Ledger;
import poolscope.ui.parts.Parts;
import poolscope.ui.text.StateText;
import poolscope.ui.text.Texts;

/// The line over the table that says of which connections the service was asked for a part of the list only.
public final class NarrowedController implements AutoCloseable {
    private final MainModel model;
    private final Texts texts;
    private final StateText states;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Label narrowed;

    public NarrowedController(MainModel model, Texts texts, StateText states) {
        this.model = model;
        this.texts = texts;
        this.states = states;
    }

    @FXML
    private void initialize() {
        subscriptions = model.ledgerProperty().subscribe(this::show);
    }

    private void show(Ledger now) {
        var lines = now.narrowed();
        Parts.show(narrowed, !lines.isEmpty());
        narrowed.setText(lines.stream().map(line -> states.narrowed(line.connection().name(), line.narrowing()))
                .collect(Collectors.joining(texts.say("ledger.join"))));
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
