package poolscope.ui.main;

import java.util.List;
import java.util.Locale;
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
import poolscope.settings.WindowBoundsAndPaneVisibility;
import poolscope.ui.commands.MenuItemDisabler;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.savedviews.SavedViewsController;
import poolscope.ui.savedviews.SavedViewsModel;
import poolscope.ui.settings.AppearanceChoice;
import poolscope.ui.table.PoolsTableController;
import poolscope.ui.text.Texts;

/// The menu *View*: panes, summaries, columns, groups, views, appearance and language.
public final class ViewMenuController implements AutoCloseable {
    private final MainWindowModel model;
    private final PoolsTableModel pools;
    private final SavedViewsModel saved;
    private final Texts texts;
    private final Supplier<MainController> window;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private CheckMenuItem detailsItem;
    @FXML
    private CheckMenuItem sidebarItem;
    @FXML
    private List<CheckMenuItem> summaryItems;
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

    public ViewMenuController(MainWindowModel model, PoolsTableModel pools, SavedViewsModel saved, Texts texts,
            Supplier<MainController> window) {
        this.window = window;
        this.model = model;
        this.pools = pools;
        this.saved = saved;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        addChoices(themeMenu, AppearanceChoice.THEME);
        addChoices(accentColourMenu, AppearanceChoice.ACCENT_COLOUR);
        addChoices(languageMenu, AppearanceChoice.LANGUAGE);
        addChoices(timeZoneMenu, AppearanceChoice.TIME_ZONE);
        addChoices(densityMenu, AppearanceChoice.DENSITY);
        subscriptions = Subscription.combine(model.placeProperty().subscribe(this::showPlace),
                model.panes().detailsVisible().subscribe(detailsItem::setSelected),
                model.panes().sidebarVisible().subscribe(sidebarItem::setSelected),
                saved.problemsOnly().subscribe(problemsItem::setSelected),
                model.windowAppearanceProperty().subscribe(this::showAppearance),
                new MenuItemDisabler(texts).unless(pools.currentColumnProperty().map(Optional::isPresent), sortItem,
                        texts.format("menu.cell.not")));
    }

    private <E extends Enum<E>> void addChoices(Menu menu, AppearanceChoice<E> choice) {
        var group = new ToggleGroup();
        for (E value : choice.values()) {
            var item = new RadioMenuItem(choice.text(value, texts));
            item.setId(choice.name() + value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT));
            item.setUserData(value);
            item.setToggleGroup(group);
            item.setOnAction(_ -> model.changeAppearance(now -> choice.with().apply(now, value)));
            menu.getItems().add(item);
        }
    }

    /// Fills the menus whose items the table and the views create.
    void fill(PoolsTableController table, SavedViewsController viewsBar, PlatformMenuShortcuts platformMenuShortcuts) {
        columns.getItems().setAll(table.columnItems());
        table.fillGroupings(groupings, platformMenuShortcuts);
        viewsBar.fill(views, platformMenuShortcuts);
    }

    private void showPlace(WindowBoundsAndPaneVisibility place) {
        summaryItems
                .forEach(item -> item.setSelected(place.summaryVisibility().shows(summaryPart(item.getUserData()))));
    }

    private void showAppearance(WindowAppearance windowAppearance) {
        choose(themeMenu, windowAppearance.theme());
        choose(accentColourMenu, windowAppearance.accentColour());
        choose(languageMenu, windowAppearance.language());
        choose(timeZoneMenu, windowAppearance.timeZone());
        choose(densityMenu, windowAppearance.density());
        estimatedEndsItem.setSelected(windowAppearance.estimatedEnds());
        zoomResetItem.setText(texts.format("menu.zoom.reset", windowAppearance.scale()));
    }

    private static void choose(Menu menu, Enum<?> value) {
        for (var item : menu.getItems())
            if (item instanceof RadioMenuItem radio) radio.setSelected(value == radio.getUserData());
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
    private void toggleSummaryPart(ActionEvent event) {
        model.toggle(summaryPart(MenuItemValue.value(event)));
    }

    private static SummaryVisibility.Part summaryPart(Object value) {
        return SummaryVisibility.Part.valueOf((String) value);
    }

    /// F11 also ends full screen, because Esc has other uses in this window.
    @FXML
    private void toggleFullScreen() {
        if (!(window.get().scene().map(Scene::getWindow).orElse(null) instanceof Stage stage)) return;
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
