package poolscope.ui.main;

import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import poolscope.settings.Notice;
import poolscope.ui.text.NoticeText;

/// The line that tells what happened to the program's own files, until the operator has read it.
public final class NoticesController implements AutoCloseable {
    private final MainModel model;
    private final NoticeText texts;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private HBox notices;
    @FXML
    private Label noticeSentence;

    public NoticesController(MainModel model, NoticeText texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        subscriptions = model.noticesProperty().subscribe(this::show);
    }

    private void show(List<Notice> now) {
        noticeSentence.setText(now.stream().map(texts::say).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n")));
        boolean shown = !noticeSentence.getText().isEmpty();
        notices.setVisible(shown);
        notices.setManaged(shown);
    }

    @FXML
    private void dismiss() {
        model.dismissNotices();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
