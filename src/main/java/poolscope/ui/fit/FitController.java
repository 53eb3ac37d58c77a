package poolscope.ui.fit;

import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.Parts;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.pool.Fit;
import poolscope.ui.parts.Tip;
import poolscope.ui.text.FitText;
import poolscope.ui.text.SummaryText;
import poolscope.ui.text.Texts;

/// Wires the strip over the table in which one asks where a job fits.
public final class FitController implements AutoCloseable {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final FitModel model;
    private final Texts texts;
    private final SummaryText sources;
    private final FitText fits;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private VBox fit;
    @FXML
    private TextField fitNodes;
    @FXML
    private TextField fitCpu;
    @FXML
    private TextField fitMemory;
    @FXML
    private TextField fitAccelerators;
    @FXML
    private TextField fitSpecification;
    @FXML
    private CheckBox fitRunning;
    @FXML
    private Label fitProblem;
    @FXML
    private Label fitAnswer;
    @FXML
    private Label fitCopied;

    public FitController(FitModel model, Texts texts, FitText fits, SummaryText sources) {
        this.sources = sources;
        this.model = model;
        this.texts = texts;
        this.fits = fits;
    }

    @FXML
    private void initialize() {
        var fields = Map.of(Ask.NODES, fitNodes, Ask.CPU, fitCpu, Ask.MEMORY, fitMemory, Ask.ACCELERATORS, fitAccelerators);
        fields.forEach((ask, field) -> field.textProperty().bindBidirectional(model.typed(ask)));
        fitSpecification.textProperty().bindBidirectional(model.specificationProperty());
        fitRunning.selectedProperty().bindBidirectional(model.onlyRunningProperty());
        fit.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        subscriptions = Subscription.combine(
                model.openProperty().subscribe(now -> Parts.show(fit, now)),
                model.openProperty().subscribe((_, now) -> focus(now)),
                fit.sceneProperty().subscribe((_, _) -> focus(model.openProperty().get())),
                model.flawsProperty().subscribe(now -> tell(fields, now)),
                model.answerProperty().subscribe(this::answer),
                () -> fields.forEach((ask, field) -> field.textProperty().unbindBidirectional(model.typed(ask))),
                () -> fitSpecification.textProperty().unbindBidirectional(model.specificationProperty()),
                () -> fitRunning.selectedProperty().unbindBidirectional(model.onlyRunningProperty()));
    }

    /// Under the fields, a line for each that is wrong, and at the field itself.
    private void tell(Map<Ask, TextField> fields, Map<Ask, Flaw> flaws) {
        var sentences = new ArrayList<String>();
        for (var ask : Ask.values()) {
            var field = Objects.requireNonNull(fields.get(ask));
            var sentence = Optional.ofNullable(flaws.get(ask)).map(flaw -> fits.wrong(flaw.name(),
                    field.getAccessibleText(), field.getText().strip(), fitNodes.getText().strip()));
            sentence.ifPresent(sentences::add);
            field.pseudoClassStateChanged(WRONG, sentence.isPresent());
            Tip.setText(field, sentence.orElseGet(() -> ask == Ask.NODES ? texts.say("fit.nodes.tip") : ""));
        }
        fitProblem.setText(String.join("\n", sentences));
        Parts.show(fitProblem, !sentences.isEmpty());
    }

    private void answer(Optional<Answer> now) {
        fitAnswer.setText(now.map(this::sentence).orElseGet(() -> texts.say("fit.ask")));
        fitCopied.setText("");
        Parts.show(fitCopied, false);
    }

    private String sentence(Answer answer) {
        var found = answer.best().map(best -> found(answer, best)).orElseGet(() -> texts.say("fit.answer.noPool"));
        var among = sources.account(answer.sources());
        return among.isEmpty() ? found : texts.say("fit.answer.among", found, among);
    }

    private String found(Answer answer, Answer.Best best) {
        var counts = answer.counts();
        var all = texts.say("fit.answer.counts", counts.fits(), counts.inSum(), counts.lacking(), counts.unknown());
        var name = fits.name(best.pool());
        return switch (best.fit()) {
            case Fit.Fits _ -> texts.say("fit.answer.fits", name, all);
            case Fit.InSum _,Fit.Short _ -> texts.say("fit.answer.none", name, fits.reason(best.fit()), all);
            case Fit.Unknown _ -> texts.say("fit.answer.unknown", all);
        };
    }

    private void focus(boolean isOpen) {
        if (fit.getScene() == null) return;
        if (isOpen) fitNodes.requestFocus();
        else if (fit.getScene().lookup("#table") instanceof Node table) table.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) return;
        model.close();
        event.consume();
    }

    @FXML
    private void copy() {
        model.chosen().ifPresent(pool -> {
            if (!ClipboardText.put(fit, FitModel.forJob(pool))) return;
            fitCopied.setText(texts.say("fit.copied", fits.name(pool)));
            Parts.show(fitCopied, true);
        });
    }

    @FXML
    private void end() {
        model.close();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
