package poolscope.ui.main;

import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import poolscope.settings.FileNotice;
import poolscope.ui.text.ProgramFileNoticeText;

/// Asks what to do when the window is to be closed and some changes could not be saved.
public final class UnsavedChangesController implements AutoCloseable {
    private final UnsavedChangesModel model;
    private final ProgramFileNoticeText texts;
    private final Runnable stay;
    private final Runnable exit;
    private Subscription subscription = Subscription.EMPTY;

    @FXML
    private Label unsavedFiles;

    /// @param stay
    ///            closes this question only
    /// @param exit
    ///            closes the window
    public UnsavedChangesController(UnsavedChangesModel model, ProgramFileNoticeText texts, Runnable stay,
            Runnable exit) {
        this.model = model;
        this.texts = texts;
        this.stay = stay;
        this.exit = exit;
    }

    @FXML
    private void initialize() {
        subscription = model.notSavedProperty().subscribe(this::show);
    }

    private void show(List<FileNotice.NotSaved> now) {
        unsavedFiles.setText(now.stream().map(texts::unsaved).collect(Collectors.joining("\n")));
    }

    @FXML
    private void tryAgain() {
        if (model.save()) exit.run();
    }

    @FXML
    private void closeAnyway() {
        exit.run();
    }

    @FXML
    private void keepOpen() {
        stay.run();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
