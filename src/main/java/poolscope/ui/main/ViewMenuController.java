package poolscope.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.util.Subscription;
import poolscope.settings.Figures;
import poolscope.settings.Look;
import poolscope.settings.WindowPlace;
import poolscope.ui.commands.Keys;
import poolscope.ui.commands.Reason;
import poolscope.ui.pools.PoolsController;
import poolscope.ui.pools.PoolsModel;
import poolscope.ui.text.Texts;
import poolscope.ui.views.ViewsController;
import poolscope.ui.views.ViewsModel;

/// Wires the menu *View*: panes and figures, what the table shows, look and language.
public final class ViewMenuController implements AutoCloseable {
    private final MainModel model;
    private final PoolsModel pools;
    private final ViewsModel saved;
    private final Texts texts;
    private Supplier<Optional<Scene>> scene = Optional::empty;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private CheckMenuItem detailsItem;
    @FXML
    private CheckMenuItem sidebarItem;
    @FXML
    private List<CheckMenuItem> figures;
    @FXML
    private CheckMenuItem problemsItem;
    @FXML
    private Menu views;
    @FXML
    private Menu columns;
    @FXML
    private MenuItem sortItem;
    @FXML
    private Menu groupings;
    @FXML
    private Menu themeMenu;
    @FXML
    private Menu languageMenu;
    @FXML
    private Menu timeZoneMenu;
    @FXML
    private Menu densityMenu;
    @FXML
    private MenuItem zoomResetItem;

    public ViewMenuController(MainModel model, PoolsModel pools, ViewsModel saved, Texts texts) {
        this.model = model;
        this.pools = pools;
        this.saved = saved;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(
                model.placeProperty().subscribe(this::showPlace),
                saved.problemsOnly().subscribe(problemsItem::setSelected),
                model.lookProperty().subscribe(this::showLook),
                new Reason(texts).unless(pools.currentColumnProperty().map(Optional::isPresent), sortItem,
                        texts.say("menu.cell.not")));
    }

    /// Fills the menus that the table and the views make.
    ///
    /// @param around
    ///            the scene of the menu bar
    void reach(Supplier<Optional<Scene>> around, PoolsController table, ViewsController viewsBar, Keys keys) {
        scene = around;
        columns.getItems().setAll(table.columnItems());
        table.fillGroupings(groupings, keys);
        viewsBar.fill(views, keys);
    }

    private void showPlace(WindowPlace place) {
        detailsItem.setSelected(place.detailsShown());
        sidebarItem.setSelected(place.sidebarShown());
        figures.forEach(item -> item.setSelected(place.figures().shows(figure(item.getUserData()))));
    }

    private void showLook(Look look) {
        choose(themeMenu, look.theme().name());
        choose(languageMenu, look.language().name());
        choose(timeZoneMenu, look.timeZone().name());
        choose(densityMenu, look.density().name());
        zoomResetItem.setText(texts.say("menu.zoom.reset", look.scale()));
    }

    private static void choose(Menu menu, String value) {
        for (var item : menu.getItems())
            if (item instanceof RadioMenuItem radio) radio.setSelected(value.equals(radio.getUserData()));
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
    private void toggleFigure(ActionEvent event) {
        model.toggle(figure(Chosen.value(event)));
    }

    private static Figures.Part figure(Object value) {
        return Figures.Part.valueOf((String) value);
    }

    /// F11 ends it as well as begins it: Esc has its own order in this window.
    @FXML
    private void toggleFullScreen() {
        if (!(scene.get().map(Scene::getWindow).orElse(null) instanceof Stage stage)) return;
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(!stage.isFullScreen());
    }

    @FXML
    private void toggleProblems() {
        saved.toggleProblems();
    }

    @FXML
    private void sortByColumn() {
        pools.sortByCurrentColumn();
    }

    @FXML
    private void chooseTheme(ActionEvent event) {
        model.setTheme(Look.Theme.valueOf(Chosen.value(event)));
    }

    @FXML
    private void chooseLanguage(ActionEvent event) {
        model.setLanguage(Look.Language.valueOf(Chosen.value(event)));
    }

    @FXML
    private void chooseTimeZone(ActionEvent event) {
        model.setTimeZone(Look.TimeZone.valueOf(Chosen.value(event)));
    }

    @FXML
    private void chooseDensity(ActionEvent event) {
        model.setDensity(Look.Density.valueOf(Chosen.value(event)));
    }

    @FXML
    private void stepZoom(ActionEvent event) {
        model.zoomBy(Chosen.step(event));
    }

    @FXML
    private void resetZoom() {
        model.setZoom(100);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
