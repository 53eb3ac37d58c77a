package poolscope.ui.main;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.FileWriteOutcomeText;
import poolscope.ui.text.SnapshotText;

/// The line that says how saving or opening a snapshot ended, until it is dismissed.
public final class SnapshotOutcomeController implements AutoCloseable {
    private final SnapshotFileModel model;
    private final SnapshotText words;
    private final FileWriteOutcomeText files;
    private Subscription subscription = Subscription.EMPTY;

    @FXML
    private HBox snapshotOutcome;
    @FXML
    private Label snapshotSentence;

    public SnapshotOutcomeController(SnapshotFileModel model, SnapshotText words, FileWriteOutcomeText files) {
        this.model = model;
        this.words = words;
        this.files = files;
    }

    @FXML
    private void initialize() {
        subscription = model.outcomeProperty().subscribe(this::show);
    }

    private void show(Optional<SnapshotFileModel.Outcome> outcome) {
        snapshotSentence.setText(outcome.map(this::sentence).orElse(""));
        boolean isSaved = outcome.filter(SnapshotFileModel.Outcome.Saved.class::isInstance).isPresent();
        snapshotOutcome.getStyleClass().setAll(isSaved ? "recovered" : "sources-status");
        SceneNodeVisibility.show(snapshotOutcome, outcome.isPresent());
    }

    private String sentence(SnapshotFileModel.Outcome outcome) {
        return switch (outcome) {
            case SnapshotFileModel.Outcome.Saved(var file, int connections, var unread) ->
                words.saved(file.file(), file.rows(), connections, unread);
            case SnapshotFileModel.Outcome.NotSaved(var why) -> files.of(why);
            case SnapshotFileModel.Outcome.NotOpened(var file, var reason, var said) ->
                words.notOpened(file, reason, said);
        };
    }

    @FXML
    private void dismiss() {
        model.dismiss();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
