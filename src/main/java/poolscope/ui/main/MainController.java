package poolscope.ui.main;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.settings.Look;
import poolscope.ui.connections.Forms;
import poolscope.ui.pools.FilterBarController;
import poolscope.ui.pools.PoolsController;
import poolscope.ui.text.StateText;
import poolscope.ui.views.ViewsController;

/// Wires the window's frame: refresh and cancel, which panes are open, how dense it is.
public final class MainController implements AutoCloseable {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final MainModel model;
    private final StateText states;
    private final Forms forms;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private BorderPane root;
    @FXML
    private Parent sidebar;
    @FXML
    private SplitPane panes;
    @FXML
    private Node demoBanner;
    @FXML
    private VBox ledger;
    @FXML
    private Label connection;
    @FXML
    private Button refresh;
    @FXML
    private Button cancel;
    @FXML
    private MenusController menusController;
    @FXML
    private FilterBarController filterBarController;
    @FXML
    private PoolsController poolsController;
    @FXML
    private ViewsController viewsController;
    @FXML
    private HBox toolbar;

    /// @param forms
    ///            opens the form of a connection
    public MainController(MainModel model, StateText states, Forms forms) {
        this.model = model;
        this.states = states;
        this.forms = forms;
    }

    @FXML
    private void initialize() {
        menusController.reach(filterBarController, poolsController, viewsController);
        viewsController.within(toolbar);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        subscriptions = Subscription.combine(
                model.demo().subscribe(now -> show(demoBanner, now)),
                model.loading().subscribe(now -> {
                    refresh.setVisible(!now);
                    cancel.setVisible(now);
                }),
                model.placeProperty().subscribe(place -> show(sidebar, place.sidebarShown())),
                model.lookProperty().subscribe(this::showLook),
                new Panes(panes, model).install(),
                model.ledgerProperty().subscribe(now -> connection.setText(states.connections(now))));
    }

    private void showLook(Look look) {
        root.pseudoClassStateChanged(COMPACT, look.density() == Look.Density.COMPACT);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.loading().getValue()) {
            model.cancel();
            event.consume();
        }
    }

    @FXML
    private void newConnection() {
        forms.create();
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
