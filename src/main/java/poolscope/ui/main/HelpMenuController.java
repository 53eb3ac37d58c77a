package poolscope.ui.main;

import javafx.fxml.FXML;
import poolscope.ui.commands.Overlays;
import poolscope.ui.connections.Forms;

/// Wires the menu *Help*: what explains the window and the program.
public final class HelpMenuController implements AutoCloseable {
    private final Forms forms;
    private final Overlays overlays;
    private final Runnable logFolder;
    private Runnable sheet = () -> {
    };

    /// @param logFolder
    ///            shows the folder in which the program keeps its log
    public HelpMenuController(Forms forms, Overlays overlays, Runnable logFolder) {
        this.forms = forms;
        this.overlays = overlays;
        this.logFolder = logFolder;
    }

    /// @param shortcuts
    ///            opens the sheet of shortcuts
    void connect(Runnable shortcuts) {
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
    private void openLogFolder() {
        logFolder.run();
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
