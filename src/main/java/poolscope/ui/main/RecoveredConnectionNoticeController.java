package poolscope.ui.main;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import poolscope.live.AllConnectionsStatus;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.ConnectionStateText;

/// The line that says once that a connection can be read again after failures (P48), until its next refresh has ended.
public final class RecoveredConnectionNoticeController implements AutoCloseable {
    private final MainWindowModel model;
    private final ConnectionStateText states;
    private Subscription subscription = Subscription.EMPTY;

    @FXML
    private HBox recovered;
    @FXML
    private Label recoveredSentence;

    public RecoveredConnectionNoticeController(MainWindowModel model, ConnectionStateText states) {
        this.model = model;
        this.states = states;
    }

    @FXML
    private void initialize() {
        subscription = model.allConnectionsStatusProperty().subscribe(this::show);
    }

    private void show(AllConnectionsStatus now) {
        recoveredSentence.setText(states.recovered(now.recovered()));
        SceneNodeVisibility.show(recovered, !recoveredSentence.getText().isEmpty());
    }

    @FXML
    private void dismiss() {
        model.dismissRecoveries();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
