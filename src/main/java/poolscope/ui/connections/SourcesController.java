package poolscope.ui.connections;

import javafx.fxml.FXML;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.ui.text.StateText;
import poolscope.ui.text.Texts;

/// The connections on the left: a tick, the name, how many pools, what it is doing, in words that a glance takes in.
public final class SourcesController implements AutoCloseable {
    private final SourcesModel model;
    private final Texts texts;
    private final StateText states;
    private final Forms forms;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private VBox list;

    /// @param forms
    ///            opens the form of a connection
    public SourcesController(SourcesModel model, Texts texts, StateText states, Forms forms) {
        this.model = model;
        this.texts = texts;
        this.states = states;
        this.forms = forms;
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(model.ledgerProperty().subscribe(this::show),
                model.nowProperty().subscribe(this::show),
                model.savedProperty().subscribe(this::show));
        show();
    }

    private void show() {
        var entries = model.entries();
        model.ledgerProperty().get();
        model.savedProperty().get();
        while (list.getChildren().size() > entries.size())
            list.getChildren().removeLast();
        while (list.getChildren().size() < entries.size())
            list.getChildren().add(new SourceCard(model, texts, states, forms));
        for (int i = 0; i < entries.size(); i++)
            ((SourceCard) list.getChildren().get(i)).show(entries.get(i));
    }

    @FXML
    private void create() {
        forms.create();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
