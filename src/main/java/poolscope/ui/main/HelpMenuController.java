package poolscope.ui.main;

import javafx.fxml.FXML;
import poolscope.ui.commands.Overlays;
import poolscope.ui.connections.Forms;

/// Wires the menu *Help*: what explains the window and the program.
public final class HelpMenuController implements AutoCloseable {
    private final Forms forms;
    private final Overlays overlays;
    private Runnable sheet = () -> {
    };

    public HelpMenuController(Forms forms, Overlays overlays) {
        this.forms = forms;
        this.overlays = overlays;
    }

    /// @param shortcuts
    ///            opens the sheet of shortcuts
    void reach(Runnable shortcuts) {
        sheet = shortcuts;
    }

    @FXML
    private void showShortcuts() {
        sheet.run();
    }

    @FXML
    private void showFields() {
        overlays.showFields();
    }

    @FXML
    private void showRequests() {
        forms.showRequests();
    }

    @FXML
    private void showAbout() {
        overlays.showAbout();
    }

    @Override
    public void close() {
        sheet = () -> {
        };
    }
}
