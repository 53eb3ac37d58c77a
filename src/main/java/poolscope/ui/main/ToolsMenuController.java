package poolscope.ui.main;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.util.Subscription;
import poolscope.ui.commands.MenuItemDisabler;
import poolscope.ui.compare.CompareModel;
import poolscope.ui.fit.FitController;
import poolscope.ui.fit.FitModel;
import poolscope.ui.fit.NodeCheckModel;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.Texts;

/// The menu *Tools*: palette, fit finder and its check of nodes, comparison, change log.
public final class ToolsMenuController implements AutoCloseable {
    private final PoolsTableModel pools;
    private final Finding finding;
    private final Texts texts;
    private final Navigator navigator;
    private final Supplier<MainController> window;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private CheckMenuItem fitItem;
    @FXML
    private MenuItem checkNodesItem;
    @FXML
    private MenuItem compareItem;

    /// The models of the fit finder, of its check of nodes, and of the comparison.
    public record Finding(FitModel fit, NodeCheckModel nodeCheck, CompareModel compare) {}

    public ToolsMenuController(PoolsTableModel pools, Finding finding, Texts texts, Navigator navigator,
            Supplier<MainController> window) {
        this.window = window;
        this.pools = pools;
        this.finding = finding;
        this.texts = texts;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        checkNodesItem.setAccelerator(FitController.CHECK);
        var menuItemDisabler = new MenuItemDisabler(texts);
        var canCheck = finding.fit()
                .openProperty()
                .flatMap(isOpen -> finding.nodeCheck().canBeToggled().map(can -> can || !isOpen));
        subscriptions = Subscription.combine(finding.fit().openProperty().subscribe(fitItem::setSelected),
                menuItemDisabler.unless(canCheck, checkNodesItem, texts.format("menu.checkNodes.not")),
                menuItemDisabler.unless(pools.currentProperty().map(Optional::isPresent), compareItem,
                        texts.format("menu.compare.not")));
    }

    @FXML
    private void showPalette() {
        window.get().showPalette();
    }

    @FXML
    private void toggleFit() {
        finding.fit().toggle();
    }

    /// What is to be checked is typed in the fit finder, which opens for that. What is still typed there is checked.
    @FXML
    private void checkNodes() {
        if (finding.fit().openProperty().get()) finding.nodeCheck().toggle();
        else {
            finding.fit().toggle();
            finding.nodeCheck().startWhenAnswered();
        }
    }

    @FXML
    private void showCards() {
        navigator.showCardsByFamily();
    }

    @FXML
    private void showTrends() {
        navigator.show(ModalFormKind.TRENDS);
    }

    @FXML
    private void showChanges() {
        navigator.show(ModalFormKind.CHANGE_LOG);
    }

    @FXML
    private void watch() {
        navigator.showWatchForm(Optional.empty(), false);
    }

    @FXML
    private void showWatchRules() {
        navigator.show(ModalFormKind.WATCH_RULES);
    }

    @FXML
    private void compare() {
        switch (finding.compare().pin()) {
            case SEVERAL, FULL -> navigator.show(ModalFormKind.COMPARISON);
            case NOTHING, ONE -> {
            }
        }
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
