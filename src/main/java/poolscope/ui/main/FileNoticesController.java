package poolscope.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import poolscope.live.FolderOpener;
import poolscope.settings.FileNotice;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.FolderOpenFailureText;
import poolscope.ui.text.ProgramFileNoticeText;

/// The line with notices about the program's files, until it is dismissed.
public final class FileNoticesController implements AutoCloseable {
    private final FileNoticesModel model;
    private final ProgramFileNoticeText texts;
    private final FolderOpenFailureText folders;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private HBox notices;
    @FXML
    private Label noticeSentence;
    @FXML
    private Hyperlink openNoticed;

    public FileNoticesController(FileNoticesModel model, ProgramFileNoticeText texts, FolderOpenFailureText folders) {
        this.model = model;
        this.texts = texts;
        this.folders = folders;
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(model.noticesProperty().subscribe(now -> show(now, Optional.empty())),
                model.folderProblemProperty().subscribe((_, now) -> show(model.noticesProperty().get(), now)));
    }

    private void show(List<FileNotice> now, Optional<FolderOpener.Problem> problem) {
        noticeSentence.setText(Stream
                .concat(now.stream().map(texts::textOf).filter(text -> !text.isEmpty()),
                        problem.map(folders::textOf).stream().filter(_ -> model.namesFolder()))
                .collect(Collectors.joining("\n")));
        SceneNodeVisibility.show(openNoticed, model.namesFolder());
        boolean shown = !noticeSentence.getText().isEmpty();
        SceneNodeVisibility.show(notices, shown);
    }

    @FXML
    private void openFolder() {
        model.openFolder();
    }

    @FXML
    private void dismiss() {
        model.dismiss();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
