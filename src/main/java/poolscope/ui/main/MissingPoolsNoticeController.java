package poolscope.ui.main;

import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import poolscope.live.AllConnectionsStatus;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.ConnectionStateText;
import poolscope.ui.text.Texts;

/// The line above the table that says what is missing, as long as something is. It covers no rows.
public final class MissingPoolsNoticeController implements AutoCloseable {
    private final MainWindowModel model;
    private final Texts texts;
    private final ConnectionStateText states;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private HBox sourcesStatus;
    @FXML
    private Label sentence;
    @FXML
    private Label wait;
    @FXML
    private Hyperlink retryLink;

    public MissingPoolsNoticeController(MainWindowModel model, Texts texts, ConnectionStateText states) {
        this.model = model;
        this.texts = texts;
        this.states = states;
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(model.allConnectionsStatusProperty().subscribe(this::show),
                model.nowProperty().subscribe((_, _) -> showWait()));
    }

    private void show(AllConnectionsStatus now) {
        var shortfalls = now.shortfalls();
        boolean shown = !shortfalls.isEmpty() && (now.pools() > 0 || now.lines().size() > 1);
        SceneNodeVisibility.show(sourcesStatus, shown);
        showWait();
        if (!shown) return;
        LazyTooltip.setText(sentence, account(now));
        var missing = states.shortfalls().of(shortfalls);
        int all = now.lines().size();
        sentence.setText(all == 1
                ? texts.format("shortfall.sentence", now.pools(), missing)
                : texts.format("shortfall.sentence.many", now.pools(), now.answered(), all, missing));
    }

    /// The time until the next automatic retry, with a button to retry at once.
    private void showWait() {
        var left = model.nextRetry();
        wait.setText(left.map(states::nextTry).orElse(""));
        SceneNodeVisibility.show(wait, left.isPresent());
        retryLink.setText(texts.format(left.isPresent() ? "action.now" : "action.retry"));
    }

    /// For each connection that lacks something, what happened, and how its list was read.
    private String account(AllConnectionsStatus now) {
        return now.shortfalls().stream().map(this::account).collect(Collectors.joining("\n\n"));
    }

    private String account(AllConnectionsStatus.SourceStatus sourceStatus) {
        var report = states.emptyTable().report(sourceStatus.serviceAndProject().name(), sourceStatus.outcome());
        return ((report.isEmpty() ? states.shortfalls().of(sourceStatus) : report) + "\n" + states.effort(sourceStatus))
                .strip();
    }

    /// Copies a report of the failures, for a ticket.
    @FXML
    private void copy() {
        ClipboardText.put(sentence, account(model.allConnectionsStatusProperty().get()));
    }

    @FXML
    private void retry() {
        model.refresh();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
