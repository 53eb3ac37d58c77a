package poolscope.ui.main;

import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.util.Subscription;
import poolscope.ui.commands.DisabledReason;
import poolscope.ui.connections.ConnectionsMenu;
import poolscope.ui.pools.ChangesModel;
import poolscope.ui.pools.PoolsModel;
import poolscope.ui.pools.ShownMomentModel;
import poolscope.ui.text.Texts;

/// The menu *Go*: to a connection, another row, or another area of the window.
public final class GoMenuController implements AutoCloseable {
    private final PoolsModel pools;
    private final ChangesModel changes;
    private final ConnectionsMenu connections;
    private final ShownMomentModel moment;
    private final Texts texts;
    private WindowActions windowActions = WindowActions.NONE;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Menu connectionsMenu;
    @FXML
    private MenuItem allConnectionsItem;
    @FXML
    private MenuItem nextProblemItem;
    @FXML
    private MenuItem previousProblemItem;
    @FXML
    private MenuItem nextChangeItem;
    @FXML
    private MenuItem previousChangeItem;
    @FXML
    private CheckMenuItem momentsItem;
    @FXML
    private MenuItem nowItem;
    @FXML
    private MenuItem nextRowItem;
    @FXML
    private MenuItem previousRowItem;

    public GoMenuController(PoolsModel pools, ChangesModel changes, ConnectionsMenu connections,
            ShownMomentModel moment, Texts texts) {
        this.moment = moment;
        this.changes = changes;
        this.pools = pools;
        this.connections = connections;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        var disabledReason = new DisabledReason(texts);
        var shown = pools.poolArrangementProperty().map(now -> now.size() > 0);
        subscriptions = Stream.of(nextRowItem, previousRowItem, nextProblemItem, previousProblemItem)
                .map(item -> disabledReason.unless(shown, item, texts.format("menu.rows.not")))
                .reduce(connections.install(connectionsMenu, allConnectionsItem), Subscription::and);
        var marked = changes.changesProperty().map(now -> !now.marks().isEmpty());
        subscriptions = Subscription.combine(subscriptions, moment.openProperty().subscribe(momentsItem::setSelected),
                disabledReason.unless(moment.openProperty(), nowItem, texts.format("menu.moments.now.not")),
                disabledReason.unless(marked, nextChangeItem, texts.format("menu.changes.not")),
                disabledReason.unless(marked, previousChangeItem, texts.format("menu.changes.not")));
    }

    void connect(WindowActions window) {
        windowActions = window;
    }

    @FXML
    private void step(ActionEvent event) {
        windowActions.walk().accept(MenuItemValue.step(event));
    }

    @FXML
    private void stepToProblem(ActionEvent event) {
        windowActions.walkToProblem().accept(MenuItemValue.step(event));
    }

    @FXML
    private void stepToChange(ActionEvent event) {
        windowActions.walkToChange().accept(MenuItemValue.step(event));
    }

    @FXML
    private void toggleMoments() {
        moment.toggle();
    }

    @FXML
    private void goToFirstMoment() {
        moment.showFirst();
    }

    @FXML
    private void goToNow() {
        moment.hide();
    }

    @FXML
    private void stepToMoment(ActionEvent event) {
        moment.step(MenuItemValue.step(event));
    }

    @FXML
    private void stepToArea(ActionEvent event) {
        windowActions.goToArea().accept(MenuItemValue.step(event));
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
