package poolscope.ui.main;

import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import poolscope.live.AllConnectionsStatus;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.ConnectionStateText;
import poolscope.ui.text.Texts;

/// The line above the table that names the connections whose query selects only a part of the list.
public final class RestrictedPoolListNoticeController implements AutoCloseable {
    private final PoolsTableModel model;
    private final Texts texts;
    private final ConnectionStateText states;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Label narrowed;

    public RestrictedPoolListNoticeController(PoolsTableModel model, Texts texts, ConnectionStateText states) {
        this.model = model;
        this.texts = texts;
        this.states = states;
    }

    @FXML
    private void initialize() {
        subscriptions = model.allConnectionsStatusProperty().subscribe(this::show);
    }

    private void show(AllConnectionsStatus now) {
        var lines = now.narrowed();
        SceneNodeVisibility.show(narrowed, !lines.isEmpty());
        narrowed.setText(lines.stream()
                .map(sourceStatus -> states.narrowed(sourceStatus.serviceAndProject().name(), sourceStatus.narrowing()))
                .collect(Collectors.joining(texts.format("shortfall.join"))));
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
