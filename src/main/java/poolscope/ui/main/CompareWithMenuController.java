package poolscope.ui.main;

import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;
import poolscope.settings.ComparisonBase;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.pools.ChangedPoolsModel;

/// The menu of the moment that pools are compared with.
public final class CompareWithMenuController implements AutoCloseable {
    private final ChangedPoolsModel changes;
    private final Navigator navigator;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private ToggleGroup bases;

    public CompareWithMenuController(ChangedPoolsModel changes, Navigator navigator) {
        this.changes = changes;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        subscriptions = changes.settingsProperty().subscribe(now -> show(now.base()));
    }

    private void show(ComparisonBase base) {
        for (var toggle : bases.getToggles())
            toggle.setSelected(baseOf(toggle.getUserData()) == base);
    }

    @FXML
    private void choose(ActionEvent event) {
        if (event.getSource() instanceof RadioMenuItem item) changes.compareWith(baseOf(item.getUserData()));
    }

    /// The moments that can be chosen are listed in the change log.
    @FXML
    private void chooseMoment() {
        show(changes.settingsProperty().get().base());
        navigator.show(ModalFormKind.CHANGE_LOG);
    }

    private static ComparisonBase baseOf(Object userData) {
        return ComparisonBase.valueOf(userData.toString());
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
