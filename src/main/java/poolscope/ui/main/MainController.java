package poolscope.ui.main;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import poolscope.live.table.TableRowItem;
import poolscope.pool.Pool;
import poolscope.settings.WindowAppearance;
import poolscope.ui.filter.FilterBarController;
import poolscope.ui.fit.FitModel;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.nodes.PoolContentsModel;
import poolscope.ui.parts.FocusOwnerInside;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.ShownPointInTimeModel;
import poolscope.ui.savedviews.SavedViewsController;
import poolscope.ui.table.PoolsTableController;

/// The frame of the main window: refresh and cancel, visible panes, density, keys.
public final class MainController implements AutoCloseable {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final MainWindowModel model;
    private final Navigator navigator;
    private final PoolsTableModel pools;
    private final FitModel fit;
    private final ShownPointInTimeModel moment;
    private final PoolContentsModel contents;
    private final RowNavigator rowNavigator;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private BorderPane root;
    @FXML
    private Parent sidebar;
    @FXML
    private SplitPane panes;
    @FXML
    private Node details;
    @FXML
    private Node demoNotes;
    @FXML
    private Node demoBanner;
    @FXML
    private Button refresh;
    @FXML
    private Button cancel;
    @FXML
    private MenusController menusController;
    @FXML
    private FilterBarController filterBarController;
    @FXML
    private Node filterBar;
    @FXML
    private PoolsTableController poolsController;
    @FXML
    private SavedViewsController viewsController;
    @FXML
    private Node statusBar;
    @FXML
    private HBox toolbar;

    /// The models of the table, its changes, the fit finder, and the nodes and jobs of a pool.
    public record Tables(PoolsTableModel pools, ChangedPoolsModel changes, FitModel fit, PoolContentsModel contents,
            ShownPointInTimeModel moment) {}

    /// @param navigator
    ///            opens the form of a connection
    public MainController(MainWindowModel model, Tables tables, Navigator navigator) {
        this.model = model;
        pools = tables.pools();
        fit = tables.fit();
        moment = tables.moment();
        contents = tables.contents();
        this.navigator = navigator;
        rowNavigator = new RowNavigator(this::table, pools, tables.changes());
    }

    @FXML
    private void initialize() {
        menusController.fill(poolsController, viewsController);
        wireKeys();
        viewsController.fitInto(toolbar);
        subscriptions = Subscription.combine(
                moment.fileProperty().subscribe(file -> SceneNodeVisibility.show(demoNotes, file.isEmpty())),
                model.demoBanner().subscribe(now -> SceneNodeVisibility.show(demoBanner, now)),
                model.loading().subscribe(now -> {
                    refresh.setVisible(!now);
                    cancel.setVisible(now);
                }), model.panes().sidebarVisible().subscribe(now -> SceneNodeVisibility.show(sidebar, now)),
                model.windowAppearanceProperty().subscribe(this::showDensity),
                new DetailsSplit(panes, root, model, contents.isWide()).install());
    }

    private void showDensity(WindowAppearance windowAppearance) {
        root.pseudoClassStateChanged(COMPACT, windowAppearance.density() == WindowAppearance.Density.COMPACT);
    }

    /// Keys of the whole window. Esc cancels a refresh that was asked for first, wherever the focus is; then the filter
    /// bar handles it; otherwise it clears the filter.
    private void wireKeys() {
        var table = table();
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        new WheelZoom(step -> model.changeAppearance(now -> now.withZoomBy(step))).install(root);
        var keys = new MainWindowKeyHandler(table,
                new MainWindowKeyHandler.Actions(filterBarController::focus, filterBarController::begin, () -> {
                    if (pools.currentProperty().get().isEmpty()) return false;
                    model.showDetails();
                    focusCycle().enterDetails();
                    return true;
                }, this::showShortcuts, this::back));
        keys.install(root);
        new InputMethodToFilter(filterBarController::field, filterBarController::prepare, keys::perform).install(table);
    }

    private FocusCycle focusCycle() {
        return new FocusCycle(new FocusCycle.Areas(filterBar, table(), details, statusBar, sidebar),
                filterBarController::focus, rowNavigator::enter);
    }

    /// The scene of the window; empty before it is shown.
    Optional<Scene> scene() {
        return Optional.ofNullable(root.getScene());
    }

    void focusFilter() {
        filterBarController.focus();
    }

    /// Opens the list of values of the current column.
    void showValuesOfColumn() {
        poolsController.showValues();
    }

    void showPalette() {
        menusController.showPalette();
    }

    void showShortcuts() {
        menusController.showShortcuts();
    }

    /// Selects the next row (1) or the one before (-1).
    void stepToRow(int step) {
        rowNavigator.walk(step);
    }

    /// Selects the next row (1) or the one before (-1) that is a problem.
    void stepToProblem(int step) {
        rowNavigator.walkToProblem(step);
    }

    /// Selects the next row (1) or the one before (-1) whose pool changed. When the filter hides all changes, the log
    /// lists them and leads to them.
    void stepToChange(int step) {
        if (!rowNavigator.walkToChange(step)) navigator.show(ModalFormKind.CHANGE_LOG);
    }

    /// Moves the focus to the next area of the window (1) or the one before (-1).
    void stepToArea(int step) {
        focusCycle().move(step);
    }

    /// Selects that pool and shows its details.
    public void showPool(Pool pool) {
        model.showDetails();
        rowNavigator.jump(pool);
    }

    /// Selects that pool in the table, and moves the focus there.
    public void selectPool(Pool pool) {
        rowNavigator.jump(pool);
    }

    /// Closes the fit finder if it is open, or else clears the filter.
    private void back() {
        if (FocusOwnerInside.of(details)) table().requestFocus();
        else if (!fit.close()) pools.filter().clear();
    }

    public void focusTable() {
        rowNavigator.enter();
    }

    @SuppressWarnings("unchecked")
    private TableView<TableRowItem> table() {
        return (TableView<TableRowItem>) panes.getItems().getFirst().lookup("#table");
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !MainWindowKeyHandler.isMenuOpen() && cancels()) event.consume();
    }

    /// Closes the popup of the filter bar, or else goes back from an earlier moment to now, or else cancels a running
    /// refresh, but not an automatic one, which begins at any time: the key may be meant for something else.
    private boolean cancels() {
        return filterBarController.closeChoices() || moment.hide() || model.cancelRequested();
    }

    @FXML
    private void newConnection() {
        navigator.newConnection();
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @Override
    public void close() {
        rowNavigator.close();
        subscriptions.unsubscribe();
    }
}
