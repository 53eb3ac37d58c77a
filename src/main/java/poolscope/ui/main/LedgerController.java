package poolscope.ui.main;

import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.Parts;
import poolscope.ui.parts.Tip;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import poolscope.live.Ledger;
import poolscope.ui.text.StateText;
import poolscope.ui.text.Texts;

/// The line over the table that says what is missing, for as long as something is. It never covers data.
public final class LedgerController implements AutoCloseable {
    private final MainModel model;
    private final Texts texts;
    private final StateText states;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private HBox ledger;
    @FXML
    private Label sentence;
    @FXML
    private Label wait;
    @FXML
    private Hyperlink retryLink;

    public LedgerController(MainModel model, Texts texts, StateText states) {
        this.model = model;
        this.texts = texts;
        this.states = states;
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(model.ledgerProperty().subscribe(this::show),
                model.nowProperty().subscribe((_, _) -> showWait()));
    }

    private void show(Ledger now) {
        var shortfalls = now.shortfalls();
        boolean shown = !shortfalls.isEmpty() && (now.pools() > 0 || now.lines().size() > 1);
        Parts.show(ledger, shown);
        showWait();
        if (!shown) return;
        Tip.setText(sentence, account(now));
        var missing = states.shortfalls(shortfalls);
        int all = now.lines().size();
        sentence.setText(all == 1
                ? texts.say("ledger.sentence", now.pools(), missing)
                : texts.say("ledger.sentence.many", now.pools(), now.answered(), all, missing));
    }

    /// When the next try comes by itself; beside it stands what does not wait for it.
    private void showWait() {
        var left = model.nextTry();
        wait.setText(left.map(states::nextTry).orElse(""));
        Parts.show(wait, left.isPresent());
        retryLink.setText(texts.say(left.isPresent() ? "action.now" : "action.retry"));
    }

    /// Of each shortfall what happened, and how that list was read.
    private String account(Ledger now) {
        return now.shortfalls().stream().map(this::account).collect(Collectors.joining("\n\n"));
    }

    private String account(Ledger.Line line) {
        var report = states.report(line.connection().name(), line.outcome());
        return ((report.isEmpty() ? states.shortfall(line) : report) + "\n" + states.effort(line)).strip();
    }

    /// Puts everything about the failures on the clipboard, for a ticket.
    @FXML
    private void copy() {
        ClipboardText.put(sentence, account(model.ledgerProperty().get()));
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
