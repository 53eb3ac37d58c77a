package poolscope.ui.pools;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.live.Line;
import poolscope.ui.text.StateText;
import poolscope.ui.text.StateText.Said;

/// Wires the table to its model: rows, columns, sort, selection, and what stands there when there are no rows.
public final class PoolsController implements AutoCloseable {
    private final PoolsModel model;
    private final TableColumns columns;
    private final StateText states;
    private final Runnable refresh;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private TableView<Line> table;
    @FXML
    private VBox stage;
    @FXML
    private Label stageSentence;
    @FXML
    private Label stageAdvice;
    @FXML
    private Button stageAction;

    public PoolsController(PoolsModel model, TableColumns columns, StateText states, Runnable refresh) {
        this.model = model;
        this.columns = columns;
        this.states = states;
        this.refresh = refresh;
    }

    @FXML
    private void initialize() {
        table.setItems(model.rows());
        table.setRowFactory(_ -> new PickedRow(model));
        subscriptions = Subscription.combine(columns.install(table), new RowSelection(table, model).install(),
                new CellCursor(table, model).install(),
                model.stageProperty().subscribe(this::show));
    }

    /// A tick for each column, for a menu.
    public List<MenuItem> columnItems() {
        return columns.items();
    }

    private void show(Stage now) {
        var said = switch (now) {
            case Stage.Rows _ -> Said.NOTHING;
            case Stage.Unticked _ -> states.unticked();
            case Stage.Waiting _ -> states.waiting();
            case Stage.Hidden(int pools) -> states.hidden(pools);
            case Stage.Failed(var connection, var state) -> states.failed(connection.name(), state);
            case Stage.Broken(var connection) -> states.broken(connection.name());
            case Stage.Unproven(var connection) -> states.unproven(connection.name());
            case Stage.Stopped _ -> states.stopped();
            case Stage.Empty(var connection, var asked) -> states.empty(connection.name(), connection.projectId(), asked);
        };
        stageSentence.setText(said.sentence());
        stageAdvice.setText(said.advice());
        stageAction.setText(said.action());
        stageAction.setVisible(!said.action().isEmpty());
        stageAction.setOnAction(_ -> act(now));
        stage.setVisible(!(now instanceof Stage.Rows));
    }

    private void act(Stage now) {
        if (now instanceof Stage.Hidden) model.filter().clear();
        else
            refresh.run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
