package poolscope.ui.main;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import poolscope.pool.PoolFilter;
import poolscope.settings.Figures;
import poolscope.settings.Look;
import poolscope.ui.commands.Command;
import poolscope.ui.commands.Keys;
import poolscope.ui.commands.Overlays;
import poolscope.ui.commands.Reason;
import poolscope.ui.compare.CompareModel;
import poolscope.ui.connections.ConnectionsMenu;
import poolscope.ui.connections.Forms;
import poolscope.ui.fit.FitModel;
import poolscope.ui.pools.CellFilter;
import poolscope.ui.pools.CopyMenu;
import poolscope.ui.pools.CopyModel;
import poolscope.ui.pools.PoolsController;
import poolscope.ui.pools.PoolsModel;
import poolscope.ui.text.Texts;
import poolscope.ui.views.ViewsController;
import poolscope.ui.views.ViewsModel;

/// Wires the menu bar, which is the one list of what the window can do: each command is an item of `Menus.fxml` and a handler
/// here. The palette and the sheet of shortcuts are made from it.
public final class MenusController implements AutoCloseable {
    private final Parts parts;
    private final Texts texts;
    private final Forms forms;
    private final Overlays overlays;
    private final MainModel model;
    private Hands hands = new Hands(() -> {
    }, _ -> {
    }, _ -> {
    }, _ -> {
    }, _ -> {
    });
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private MenuBar menuBar;
    @FXML
    private MenuItem cancelItem;
    @FXML
    private MenuItem refreshFailedItem;
    @FXML
    private MenuItem clearFilterItem;
    @FXML
    private MenuItem nextProblemItem;
    @FXML
    private MenuItem previousProblemItem;
    @FXML
    private MenuItem nextRowItem;
    @FXML
    private MenuItem previousRowItem;
    @FXML
    private MenuItem allConnectionsItem;
    @FXML
    private Menu connectionsMenu;
    @FXML
    private MenuItem sortItem;
    @FXML
    private MenuItem limitItem;
    @FXML
    private MenuItem leaveOutItem;
    @FXML
    private MenuItem undoItem;
    @FXML
    private MenuItem redoItem;
    @FXML
    private CheckMenuItem detailsItem;
    @FXML
    private CheckMenuItem sidebarItem;
    @FXML
    private List<CheckMenuItem> figures;
    @FXML
    private List<RadioMenuItem> timeZones;
    @FXML
    private List<RadioMenuItem> themes;
    @FXML
    private List<RadioMenuItem> languages;
    @FXML
    private List<RadioMenuItem> densities;
    @FXML
    private MenuItem zoomResetItem;
    @FXML
    private Menu columns;
    @FXML
    private Menu groupings;
    @FXML
    private CheckMenuItem problemsItem;
    @FXML
    private CheckMenuItem fitItem;
    @FXML
    private MenuItem compareItem;
    @FXML
    private Menu views;
    @FXML
    private Menu copyAs;

    /// What is asked about pools.
    public record Finding(FitModel fit, CompareModel compare) {}

    /// The models that the items act on, and the menus made elsewhere.
    public record Parts(MainModel main, PoolsModel pools, ViewsModel views, Finding finding, ConnectionsMenu connections,
            CopyMenu copies,
            Keys keys) {}

    public MenusController(Parts parts, Texts texts, Forms forms, Overlays overlays) {
        this.parts = parts;
        this.texts = texts;
        this.forms = forms;
        this.overlays = overlays;
        model = parts.main();
    }

    @FXML
    private void initialize() {
        copyAs.getItems().setAll(parts.copies().itemsWithKeys(parts.keys()));
        var reason = new Reason(texts);
        var shown = parts.pools().arrangementProperty().map(now -> now.size() > 0);
        subscriptions = Subscription.combine(
                reason.unless(parts.pools().filter().undoableProperty(), undoItem, texts.say("menu.undoFilter.not")),
                reason.unless(parts.pools().filter().redoableProperty(), redoItem, texts.say("menu.redoFilter.not")),
                model.placeProperty().subscribe(place -> {
                    detailsItem.setSelected(place.detailsShown());
                    sidebarItem.setSelected(place.sidebarShown());
                    figures.forEach(item -> item.setSelected(place.figures().shows(figure(item))));
                }),
                parts.finding().fit().openProperty().subscribe(fitItem::setSelected),
                parts.views().problemsOnly().subscribe(problemsItem::setSelected),
                reason.unless(parts.pools().currentProperty().map(Optional::isPresent), compareItem,
                        texts.say("menu.compare.not")),
                model.lookProperty().subscribe(this::showLook),
                parts.connections().install(connectionsMenu, allConnectionsItem),
                reason.unless(model.loading(), cancelItem, texts.say("menu.cancel.not")),
                reason.unless(model.failing(), refreshFailedItem, texts.say("menu.refreshFailed.not")),
                reason.unless(parts.pools().filter().filterProperty().map(now -> !now.equals(PoolFilter.ALL)), clearFilterItem,
                        texts.say("menu.clearFilter.not")),
                List.of(nextRowItem, previousRowItem, nextProblemItem, previousProblemItem).stream()
                        .map(item -> reason.unless(shown, item, texts.say("menu.rows.not"))).reduce(Subscription.EMPTY,
                                Subscription::and),
                reason.unless(parts.pools().currentProperty().flatMap(row -> parts.pools().currentColumnProperty()
                        .map(column -> row.isPresent() && column.isPresent())), limitItem, texts.say("menu.cell.not")),
                reason.unless(parts.pools().currentProperty().flatMap(row -> parts.pools().currentColumnProperty()
                        .map(column -> row.isPresent() && column.isPresent())), leaveOutItem, texts.say("menu.cell.not")),
                reason.unless(parts.pools().currentColumnProperty().map(Optional::isPresent), sortItem,
                        texts.say("menu.cell.not")),
                menuBar.sceneProperty().subscribe(this::moved));
        commands().stream().filter(command -> !command.keys().isEmpty())
                .forEach(command -> command.item().setAccelerator(command.keys().getFirst()));
    }

    /// Second keys are the scene's: an item has room for one.
    private void moved(@Nullable Scene before, @Nullable Scene now) {
        for (var command : commands())
            for (KeyCombination key : command.keys().stream().skip(1).toList()) {
                if (before != null) before.getAccelerators().remove(key);
                if (now != null) now.getAccelerators().put(key, command::run);
            }
    }

    /// Says which parts of the window the items act on; they are made after the menus.
    void reach(Hands window, PoolsController pools, ViewsController viewsBar) {
        hands = window;
        columns.getItems().setAll(pools.columnItems());
        pools.fillGroupings(groupings, parts.keys());
        viewsBar.fill(views, parts.keys());
    }

    private List<Command> commands() {
        return Command.of(menuBar, parts.keys());
    }

    private void showLook(Look look) {
        choose(themes, look.theme().name());
        choose(languages, look.language().name());
        choose(densities, look.density().name());
        choose(timeZones, look.timeZone().name());
        zoomResetItem.setText(texts.say("menu.zoom.reset", look.scale()));
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
    private void showFields() {
        overlays.showFields();
    }

    @FXML
    private void showAbout() {
        overlays.showAbout();
    }

    @FXML
    private void exportPools() {
        forms.showExport();
    }

    /// The system's own menu bar takes the key before a text field gets it.
    @FXML
    private void copy() {
        if (menuBar.getScene().getFocusOwner() instanceof TextInputControl field) field.copy();
        else
            parts.copies().copy(CopyModel.Kind.ROWS);
    }

    /// In a field with a text it is the text, as for the system's own menu bar.
    @FXML
    private void selectAll() {
        if (menuBar.getScene().getFocusOwner() instanceof TextInputControl field && field.getLength() > 0) field.selectAll();
        else
            parts.pools().selectAll();
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    @FXML
    private void refreshFailed() {
        model.refreshFailed();
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
        parts.views().toggleProblems();
    }

    @FXML
    private void sortByColumn() {
        parts.pools().sortByCurrentColumn();
    }

    @FXML
    private void limitToCell() {
        new CellFilter(parts.pools()).only();
    }

    @FXML
    private void leaveOutCell() {
        new CellFilter(parts.pools()).leaveOut();
    }

    @FXML
    private void toggleFit() {
        parts.finding().fit().toggle();
    }

    @FXML
    private void compare() {
        switch (parts.finding().compare().pin()) {
            case SEVERAL, FULL -> forms.showComparison();
            case NOTHING, ONE -> {
            }
        }
    }

    @FXML
    private void undoFilter() {
        parts.pools().filter().undo();
    }

    @FXML
    private void redoFilter() {
        parts.pools().filter().redo();
    }

    @FXML
    private void find() {
        hands.find().run();
    }

    @FXML
    private void clearFilter() {
        parts.pools().filter().clear();
    }

    @FXML
    private void step(ActionEvent event) {
        hands.walk().accept(stepOf(event));
    }

    @FXML
    private void stepToProblem(ActionEvent event) {
        hands.walkToProblem().accept(stepOf(event));
    }

    @FXML
    private void stepToArea(ActionEvent event) {
        hands.goToArea().accept(stepOf(event));
    }

    private static int stepOf(ActionEvent event) {
        return Integer.parseInt(value(event));
    }

    @FXML
    void showPalette() {
        overlays.showPalette(commands(), hands.jump());
    }

    @FXML
    void showShortcuts() {
        overlays.showShortcuts(commands());
    }

    /// F11 ends it as well as begins it: Esc has its own order in this window.
    @FXML
    private void toggleFullScreen() {
        if (!(menuBar.getScene().getWindow() instanceof Stage stage)) return;
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(!stage.isFullScreen());
    }

    @FXML
    private void quit() {
        Platform.exit();
    }

    @FXML
    private void toggleFigure(ActionEvent event) {
        model.toggle(figure((MenuItem) event.getSource()));
    }

    private static Figures.Part figure(MenuItem item) {
        return Figures.Part.valueOf((String) item.getUserData());
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
    private void stepZoom(ActionEvent event) {
        model.zoomBy(stepOf(event));
    }

    @FXML
    private void resetZoom() {
        model.setZoom(100);
    }

    @FXML
    private void chooseTimeZone(ActionEvent event) {
        model.setTimeZone(Look.TimeZone.valueOf(value(event)));
    }

    @FXML
    private void chooseDensity(ActionEvent event) {
        model.setDensity(Look.Density.valueOf(value(event)));
    }

    private static String value(ActionEvent event) {
        return (String) ((MenuItem) event.getSource()).getUserData();
    }

    @Override
    public void close() {
        if (menuBar.getScene() != null) moved(menuBar.getScene(), null);
        subscriptions.unsubscribe();
    }
}
