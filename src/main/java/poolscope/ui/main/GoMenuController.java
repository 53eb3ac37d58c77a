package poolscope.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.util.Subscription;
import poolscope.ui.commands.MenuItemDisabler;
import poolscope.ui.connections.ConnectionsMenu;
import poolscope.ui.nodes.PoolContentsModel;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.ShownPointInTimeModel;
import poolscope.ui.text.Texts;

/// The menu *Go*: to a connection, another row, or another area of the window.
public final class GoMenuController implements AutoCloseable {
    private final PoolsTableModel pools;
    private final ChangedPoolsModel changes;
    private final ConnectionsMenu connections;
    private final ShownPointInTimeModel moment;
    private final PoolContentsModel contents;
    private final Texts texts;
    private final Supplier<MainController> window;
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
    @FXML
    private MenuItem nextTabItem;
    @FXML
    private MenuItem previousTabItem;

    public GoMenuController(PoolsTableModel pools, ChangedPoolsModel changes, ConnectionsMenu connections,
            ShownPointInTimeModel moment, PoolContentsModel contents, Texts texts, Supplier<MainController> window) {
        this.contents = contents;
        this.window = window;
        this.moment = moment;
        this.changes = changes;
        this.pools = pools;
        this.connections = connections;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        var menuItemDisabler = new MenuItemDisabler(texts);
        var shown = pools.arrangedPoolsProperty().map(now -> now.size() > 0);
        subscriptions = Stream.of(nextRowItem, previousRowItem, nextProblemItem, previousProblemItem)
                .map(item -> menuItemDisabler.unless(shown, item, texts.format("menu.rows.not")))
                .reduce(connections.install(connectionsMenu, allConnectionsItem), Subscription::and);
        var hasTabs = contents.poolProperty().map(Optional::isPresent);
        for (var item : List.of(nextTabItem, previousTabItem))
            subscriptions = subscriptions.and(menuItemDisabler.unless(hasTabs, item, texts.format("menu.tabs.not")));
        var marked = changes.changesProperty().map(now -> !now.marks().isEmpty());
        subscriptions = Subscription.combine(subscriptions, moment.openProperty().subscribe(momentsItem::setSelected),
                menuItemDisabler.unless(moment.openProperty(), nowItem, texts.format("menu.moments.now.not")),
                menuItemDisabler.unless(marked, nextChangeItem, texts.format("menu.changes.not")),
                menuItemDisabler.unless(marked, previousChangeItem, texts.format("menu.changes.not")));
    }

    @FXML
    private void step(ActionEvent event) {
        window.get().stepToRow(MenuItemValue.step(event));
    }

    @FXML
    private void stepToProblem(ActionEvent event) {
        window.get().stepToProblem(MenuItemValue.step(event));
    }

    @FXML
    private void stepToChange(ActionEvent event) {
        window.get().stepToChange(MenuItemValue.step(event));
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
    private void stepToTab(ActionEvent event) {
        contents.stepToTab(MenuItemValue.step(event));
    }

    @FXML
    private void stepToArea(ActionEvent event) {
        window.get().stepToArea(MenuItemValue.step(event));
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
