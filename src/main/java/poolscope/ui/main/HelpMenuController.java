package poolscope.ui.main;

import java.util.function.Supplier;
import javafx.fxml.FXML;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.pools.PoolsTableModel;

/// The menu *Help*: shortcuts, field reference, log folder, and information about the program.
public final class HelpMenuController implements AutoCloseable {
    private final Navigator navigator;
    private final PoolsTableModel pools;
    private final Runnable logFolder;
    private final Supplier<MainController> window;

    /// @param logFolder
    ///            opens the folder of the program's log
    public HelpMenuController(Navigator navigator, PoolsTableModel pools, Runnable logFolder,
            Supplier<MainController> window) {
        this.window = window;
        this.pools = pools;
        this.navigator = navigator;
        this.logFolder = logFolder;
    }

    @FXML
    private void showShortcuts() {
        window.get().showShortcuts();
    }

    @FXML
    private void showFields() {
        navigator.showFields();
    }

    /// Of the column that the operator is in.
    @FXML
    private void showFieldMeaning() {
        pools.currentColumnProperty().get().ifPresentOrElse(navigator::showField, navigator::showFields);
    }

    @FXML
    private void showRequests() {
        navigator.show(ModalFormKind.REQUEST_LOG);
    }

    @FXML
    private void openLogFolder() {
        logFolder.run();
    }

    @FXML
    private void showAbout() {
        navigator.showAbout();
    }

    @Override
    public void close() {
        // nothing to release
    }
}
