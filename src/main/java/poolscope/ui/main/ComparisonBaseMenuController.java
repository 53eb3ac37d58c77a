package poolscope.ui.main;

import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;
import poolscope.settings.ChangeComparisonBase;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.pools.ChangedPoolsModel;

/// The menu of the moment that pools are compared with.
public final class ComparisonBaseMenuController implements AutoCloseable {
    private final ChangedPoolsModel changes;
    private final Navigator navigator;
    private final Runnable chooseFile;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private ToggleGroup bases;
    @FXML
    private RadioMenuItem baseSnapshotFile;

    /// @param chooseFile
    ///            asks for a snapshot file and compares with it
    public ComparisonBaseMenuController(ChangedPoolsModel changes, Navigator navigator, Runnable chooseFile) {
        this.changes = changes;
        this.navigator = navigator;
        this.chooseFile = chooseFile;
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(changes.settingsProperty().subscribe(_ -> show()),
                changes.snapshotProperty().subscribe(_ -> show()));
    }

    private void show() {
        boolean isFile = changes.snapshotProperty().get().isPresent();
        var base = changes.settingsProperty().get().base().name();
        for (var toggle : bases.getToggles())
            toggle.setSelected(toggle == baseSnapshotFile ? isFile : !isFile && base.equals(toggle.getUserData()));
    }

    @FXML
    private void choose(ActionEvent event) {
        if (event.getSource() instanceof RadioMenuItem item)
            changes.compareWith(ChangeComparisonBase.valueOf(item.getUserData().toString()));
    }

    /// The moments that can be chosen are listed in the change log.
    @FXML
    private void chooseMoment() {
        show();
        navigator.show(ModalFormKind.CHANGE_LOG);
    }

    /// The change log says what the file is, or why it can't be used.
    @FXML
    private void chooseFile() {
        show();
        chooseFile.run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
