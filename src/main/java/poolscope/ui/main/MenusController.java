package poolscope.ui.main;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import poolscope.ui.commands.MenuCommand;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.savedviews.SavedViewsController;
import poolscope.ui.table.PoolsTableController;

/// The menu bar is the list of all commands: each is an item in the FXML of its menu and a handler in that menu's
/// controller. This class binds the keys and creates the palette and the list of shortcuts from the items.
public final class MenusController implements AutoCloseable {
    private final PlatformMenuShortcuts platformMenuShortcuts;
    private final Navigator navigator;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private MenuBar menuBar;
    @FXML
    private EditMenuController editMenuController;
    @FXML
    private ViewMenuController viewMenuController;

    public MenusController(PlatformMenuShortcuts platformMenuShortcuts, Navigator navigator) {
        this.platformMenuShortcuts = platformMenuShortcuts;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        menuBar.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, this::ignoreUnlessOpen);
        menuBar.getMenus().forEach(this::guard);
        subscriptions = menuBar.sceneProperty().subscribe(this::moveFurtherKeys);
        commands().stream()
                .filter(menuCommand -> !menuCommand.keys().isEmpty())
                .forEach(menuCommand -> menuCommand.item().setAccelerator(menuCommand.keys().getFirst()));
    }

    /// The menu bar of macOS can be used while a form is open; its commands do nothing then.
    private void ignoreBehindForm(ActionEvent event) {
        if (navigator.isFormOpen() && !editMenuController.isForText(event.getTarget())) event.consume();
    }

    /// JavaFX would send the next Esc or arrow key to a menu whose title the mouse has only crossed.
    private void ignoreUnlessOpen(MouseEvent event) {
        if (menuBar.getMenus().stream().noneMatch(Menu::isShowing)) event.consume();
    }

    /// A menu item can have one key only, so further keys are added to the scene.
    private void moveFurtherKeys(@Nullable Scene before, @Nullable Scene now) {
        for (var menuCommand : commands())
            for (KeyCombination key : menuCommand.keys().stream().skip(1).toList()) {
                if (before != null) before.getAccelerators().remove(key);
                if (now != null) now.getAccelerators().put(key, menuCommand::run);
            }
    }

    /// Fills the menus whose items the table and the views create; both are made after the menus.
    void fill(PoolsTableController pools, SavedViewsController viewsBar) {
        viewMenuController.fill(pools, viewsBar, platformMenuShortcuts);
    }

    /// An action reaches only the menu that its item stands in, so each submenu has the filter, those too that are
    /// made later.
    private void guard(Menu menu) {
        menu.addEventFilter(ActionEvent.ACTION, this::ignoreBehindForm);
        menu.getItems().forEach(this::guardSubmenu);
        menu.getItems().addListener((ListChangeListener<MenuItem>) change -> {
            while (change.next())
                change.getAddedSubList().forEach(this::guardSubmenu);
        });
    }

    private void guardSubmenu(MenuItem item) {
        if (item instanceof Menu submenu) guard(submenu);
    }

    private List<MenuCommand> commands() {
        return MenuCommand.of(menuBar, platformMenuShortcuts);
    }

    void showPalette() {
        navigator.showPalette(commands());
    }

    void showShortcuts() {
        navigator.showShortcuts(commands());
    }

    @Override
    public void close() {
        if (menuBar.getScene() != null) moveFurtherKeys(menuBar.getScene(), null);
        subscriptions.unsubscribe();
    }
}
