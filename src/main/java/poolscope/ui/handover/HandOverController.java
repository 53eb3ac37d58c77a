package poolscope.ui.handover;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import poolscope.export.FileWriteOutcome;
import poolscope.export.MarkdownReportFormatter;
import poolscope.handover.HandOver;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.FileWriteOutcomeText;
import poolscope.ui.text.HandOverText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// The preview of the hand-over, and what is done with it.
public final class HandOverController implements AutoCloseable {
    private final HandOverModel model;
    private final Words words;
    private final BiFunction<String, String, Optional<String>> saveDialog;
    private final Runnable close;
    private Subscription subscriptions = Subscription.EMPTY;
    private boolean isOfThisPage;

    @FXML
    private TextArea preview;
    @FXML
    private CheckBox onlyShown;
    @FXML
    private CheckBox allLines;
    @FXML
    private TextField note;
    @FXML
    private Button copyReport;
    @FXML
    private Button saveReport;
    @FXML
    private Button readJobs;
    @FXML
    private Label sentence;

    /// Formatters of the texts.
    public record Words(Texts texts, HandOverText handOver, TimeText times) {}

    /// @param saveDialog
    ///            asks for a file, given the title of the dialog and the suggested name; empty when it was cancelled
    public HandOverController(HandOverModel model, Words words, BiFunction<String, String, Optional<String>> saveDialog,
            Runnable close) {
        this.model = model;
        this.words = words;
        this.saveDialog = saveDialog;
        this.close = close;
    }

    @FXML
    private void initialize() {
        onlyShown.selectedProperty().bindBidirectional(model.onlyShownProperty());
        allLines.selectedProperty().bindBidirectional(model.allLinesProperty());
        note.textProperty().bindBidirectional(model.noteProperty());
        preview.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        subscriptions = Subscription.combine(model.open(), model.handOverProperty().subscribe(this::show),
                model.allLinesProperty().subscribe((_, _) -> show(model.handOverProperty().get())),
                model.savedProperty().subscribe(this::showSaved),
                model.readingJobsProperty().subscribe(_ -> showJobs()));
    }

    private void show(Optional<HandOver> now) {
        var text = model.allLinesProperty().get() ? words.handOver.whole() : words.handOver;
        var page = now.map(one -> text.page(one, model.withEstimates())).map(MarkdownReportFormatter::of).orElse("");
        if (!page.equals(preview.getText())) replace(page);
        for (var button : List.of(copyReport, saveReport))
            DisabledReason.set(button, page.isEmpty() ? words.texts.format("handover.making") : "");
        showJobs();
    }

    private void replace(String page) {
        double top = preview.getScrollTop();
        preview.setText(page);
        preview.setScrollTop(top);
        // what was copied or saved before is another text now; that a file could not be written stays to be read
        if (isOfThisPage) sentence.setVisible(false);
    }

    private void showJobs() {
        int unread = model.unreadPools();
        boolean isReading = model.readingJobsProperty().get();
        readJobs.setText(isReading
                ? words.texts.format("handover.jobs.reading")
                : words.texts.format("handover.jobs.read", unread));
        DisabledReason.set(readJobs, isReading ? readJobs.getText() : "");
        boolean isShown = isReading || unread > 0;
        // otherwise the focus would go on to the button that closes
        if (!isShown && readJobs.isFocused()) preview.requestFocus();
        SceneNodeVisibility.show(readJobs, isShown);
    }

    private void showSaved(Optional<FileWriteOutcome> saved) {
        isOfThisPage = !(saved.orElse(null) instanceof FileWriteOutcome.Failed);
        sentence.setText(saved.map(new FileWriteOutcomeText(words.texts)::of).orElse(""));
        sentence.setVisible(saved.isPresent());
    }

    /// Without a selection the key for copying copies all, as the button does.
    private void pressed(KeyEvent event) {
        if (!ClipboardText.KEY.match(event) || !preview.getSelectedText().isEmpty()) return;
        if (!copyReport.isDisabled()) copy();
        event.consume();
    }

    @FXML
    private void readJobs() {
        model.readJobs();
    }

    @FXML
    private void copy() {
        if (ClipboardText.put(preview, preview.getText())) {
            isOfThisPage = true;
            sentence.setText(words.texts.format("handover.copied"));
            sentence.setVisible(true);
        }
    }

    @FXML
    private void save() {
        String name = "hand-over_" + words.times.inFileName(model.now()) + ".md";
        saveDialog.apply(words.texts.format("handover.saveTitle"), name)
                .ifPresent(file -> model.save(file, preview.getText()));
    }

    @FXML
    private void done() {
        close.run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        onlyShown.selectedProperty().unbindBidirectional(model.onlyShownProperty());
        allLines.selectedProperty().unbindBidirectional(model.allLinesProperty());
        note.textProperty().unbindBidirectional(model.noteProperty());
    }
}
