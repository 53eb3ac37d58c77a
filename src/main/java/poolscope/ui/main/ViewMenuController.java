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
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.util.Subscription;
import poolscope.settings.SummaryVisibility;
import poolscope.settings.WindowAppearance;
import poolscope.settings.WindowBounds;
import poolscope.ui.commands.MenuItemDisabler;
import poolscope.ui.commands.PlatformMenuKeys;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.savedviews.SavedViewsController;
import poolscope.ui.savedviews.SavedViewsModel;
import poolscope.ui.table.PoolsTableController;
import poolscope.ui.text.Texts;

/// The menu *View*: panes, summaries, columns, groups, views, appearance and language.
public final class ViewMenuController implements AutoCloseable {
    private final MainWindowModel model;
    private final PoolsTableModel pools;
    private final SavedViewsModel saved;
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
    private CheckMenuItem estimatedEndsItem;
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
    private Menu accentColourMenu;
    @FXML
    private Menu languageMenu;
    @FXML
    private Menu timeZoneMenu;
    @FXML
    private Menu densityMenu;
    @FXML
    private MenuItem zoomResetItem;

    public ViewMenuController(MainWindowModel model, PoolsTableModel pools, SavedViewsModel saved, Texts texts) {
        this.model = model;
        this.pools = pools;
        this.saved = saved;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        addLanguages();
        subscriptions = Subscription.combine(model.placeProperty().subscribe(this::showPlace),
                model.panes().detailsVisible().subscribe(detailsItem::setSelected),
                model.panes().sidebarVisible().subscribe(sidebarItem::setSelected),
                saved.problemsOnly().subscribe(problemsItem::setSelected),
                model.windowAppearanceProperty().subscribe(this::showLook),
                new MenuItemDisabler(texts).unless(pools.currentColumnProperty().map(Optional::isPresent), sortItem,
                        texts.format("menu.cell.not")));
    }

    private void addLanguages() {
        var group = new ToggleGroup();
        for (var language : WindowAppearance.Language.values()) {
            var item = new RadioMenuItem(texts.choice(language));
            item.setId("language" + language.name().charAt(0) + language.word().substring(1));
            item.setUserData(language.name());
            item.setToggleGroup(group);
            item.setOnAction(_ -> model.changeAppearance(now -> now.withLanguage(language)));
            languageMenu.getItems().add(item);
        }
    }

    /// Fills the menus whose items the table and the views create.
    ///
    /// @param around
    ///            the scene of the menu bar
    void connect(Supplier<Optional<Scene>> around, PoolsTableController table, SavedViewsController viewsBar,
            PlatformMenuKeys platformMenuKeys) {
        scene = around;
        columns.getItems().setAll(table.columnItems());
        table.fillGroupings(groupings, platformMenuKeys);
        viewsBar.fill(views, platformMenuKeys);
    }

    private void showPlace(WindowBounds place) {
        figures.forEach(item -> item.setSelected(place.summaryVisibility().shows(figure(item.getUserData()))));
    }

    private void showLook(WindowAppearance windowAppearance) {
        choose(themeMenu, windowAppearance.theme().name());
        choose(accentColourMenu, windowAppearance.accentColour().name());
        choose(languageMenu, windowAppearance.language().name());
        choose(timeZoneMenu, windowAppearance.timeZone().name());
        choose(densityMenu, windowAppearance.density().name());
        estimatedEndsItem.setSelected(windowAppearance.estimatedEnds());
        zoomResetItem.setText(texts.format("menu.zoom.reset", windowAppearance.scale()));
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
        model.toggle(figure(MenuItemValue.value(event)));
    }

    private static SummaryVisibility.Part figure(Object value) {
        return SummaryVisibility.Part.valueOf((String) value);
    }

    /// F11 also ends full screen, because Esc has other uses in this window.
    @FXML
    private void toggleFullScreen() {
        if (!(scene.get().map(Scene::getWindow).orElse(null) instanceof Stage stage)) return;
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(!stage.isFullScreen());
    }

    @FXML
    private void toggleEstimatedEnds() {
        model.changeAppearance(now -> now.withEstimatedEnds(!now.estimatedEnds()));
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
        var chosen = WindowAppearance.Theme.valueOf(MenuItemValue.value(event));
        model.changeAppearance(now -> now.withTheme(chosen));
    }

    @FXML
    private void chooseAccentColour(ActionEvent event) {
        var chosen = WindowAppearance.AccentColour.valueOf(MenuItemValue.value(event));
        model.changeAppearance(now -> now.withAccentColour(chosen));
    }

    @FXML
    private void chooseTimeZone(ActionEvent event) {
        var chosen = WindowAppearance.TimeZone.valueOf(MenuItemValue.value(event));
        model.changeAppearance(now -> now.withTimeZone(chosen));
    }

    @FXML
    private void chooseDensity(ActionEvent event) {
        var chosen = WindowAppearance.Density.valueOf(MenuItemValue.value(event));
        model.changeAppearance(now -> now.withDensity(chosen));
    }

    @FXML
    private void stepZoom(ActionEvent event) {
        int step = MenuItemValue.step(event);
        model.changeAppearance(now -> now.withZoomBy(step));
    }

    @FXML
    private void resetZoom() {
        model.changeAppearance(now -> now.withZoomPercent(100));
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
