package poolscope.ui.main;

import java.util.List;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.settings.Look;
import poolscope.ui.connections.Forms;
import poolscope.ui.pools.FilterBarController;
import poolscope.ui.pools.PoolsController;
import poolscope.ui.text.StateText;

/// Wires the window's frame: refresh and cancel, which panes are open, look and language.
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
    private CheckMenuItem detailsItem;
    @FXML
    private CheckMenuItem sidebarItem;
    @FXML
    private List<RadioMenuItem> themes;
    @FXML
    private List<RadioMenuItem> languages;
    @FXML
    private List<RadioMenuItem> densities;
    @FXML
    private FilterBarController filterBarController;
    @FXML
    private PoolsController poolsController;
    @FXML
    private Menu columns;

    /// @param forms
    ///            opens the form of a connection
    public MainController(MainModel model, StateText states, Forms forms) {
        this.model = model;
        this.states = states;
        this.forms = forms;
    }

    @FXML
    private void initialize() {
        columns.getItems().setAll(poolsController.columnItems());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        subscriptions = Subscription.combine(
                model.demo().subscribe(now -> show(demoBanner, now)),
                model.loading().subscribe(now -> {
                    refresh.setVisible(!now);
                    cancel.setVisible(now);
                }),
                model.placeProperty().subscribe(place -> {
                    detailsItem.setSelected(place.detailsShown());
                    sidebarItem.setSelected(place.sidebarShown());
                    show(sidebar, place.sidebarShown());
                }),
                model.lookProperty().subscribe(this::showLook),
                new Panes(panes, model).install(),
                model.ledgerProperty().subscribe(now -> connection.setText(states.connections(now))));
    }

    private void showLook(Look look) {
        choose(themes, look.theme().name());
        choose(languages, look.language().name());
        choose(densities, look.density().name());
        root.pseudoClassStateChanged(COMPACT, look.density() == Look.Density.COMPACT);
    }

    private static void choose(List<RadioMenuItem> items, String value) {
        for (var item : items)
            item.setSelected(value.equals(item.getUserData()));
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
    private void showRequests() {
        forms.showRequests();
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void toggleDetails() {
        model.toggleDetails();
    }

    @FXML
    private void toggleSidebar() {
        model.toggleSidebar();
    }

    @FXML
    private void find() {
        filterBarController.focus();
    }

    @FXML
    private void quit() {
        Platform.exit();
    }

    @FXML
    private void chooseTheme(ActionEvent event) {
        model.setTheme(Look.Theme.valueOf(value(event)));
    }

    @FXML
    private void chooseLanguage(ActionEvent event) {
        model.setLanguage(Look.Language.valueOf(value(event)));
    }

    @FXML
    private void chooseDensity(ActionEvent event) {
        model.setDensity(Look.Density.valueOf(value(event)));
    }

    private static String value(ActionEvent event) {
        return (String) ((RadioMenuItem) event.getSource()).getUserData();
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
