package poolscope.ui.main;

import java.util.List;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.util.Subscription;
import poolscope.settings.Look;
import poolscope.ui.connections.Forms;
import poolscope.ui.pools.FilterBarController;
import poolscope.ui.pools.PoolsController;
import poolscope.ui.views.ViewsController;
import poolscope.ui.views.ViewsModel;

/// Wires the menu bar, which is the one list of what the window can do: each command is an item of `Menus.fxml` and a
/// handler here.
public final class MenusController implements AutoCloseable {
    private final MainModel model;
    private final ViewsModel viewsModel;
    private final Forms forms;
    private Runnable find = () -> {
    };
    private Subscription subscriptions = Subscription.EMPTY;

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
    private Menu columns;
    @FXML
    private Menu groupings;
    @FXML
    private CheckMenuItem problemsItem;
    @FXML
    private Menu views;

    /// @param forms
    ///            opens the forms over the window
    public MenusController(MainModel model, ViewsModel viewsModel, Forms forms) {
        this.model = model;
        this.viewsModel = viewsModel;
        this.forms = forms;
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(
                model.placeProperty().subscribe(place -> {
                    detailsItem.setSelected(place.detailsShown());
                    sidebarItem.setSelected(place.sidebarShown());
                }),
                viewsModel.problemsOnly().subscribe(problemsItem::setSelected),
                model.lookProperty().subscribe(this::showLook));
    }

    /// Says which parts of the window the items act on; they are made after the menus.
    void reach(FilterBarController bar, PoolsController pools, ViewsController viewsBar) {
        find = bar::focus;
        columns.getItems().setAll(pools.columnItems());
        pools.fillGroupings(groupings);
        viewsBar.fill(views);
    }

    private void showLook(Look look) {
        choose(themes, look.theme().name());
        choose(languages, look.language().name());
        choose(densities, look.density().name());
    }

    private static void choose(List<RadioMenuItem> items, String value) {
        for (var item : items)
            item.setSelected(value.equals(item.getUserData()));
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
    private void toggleProblems() {
        viewsModel.toggleProblems();
    }

    @FXML
    private void find() {
        find.run();
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

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
