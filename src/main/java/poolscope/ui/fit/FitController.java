package poolscope.ui.fit;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import poolscope.pool.Pool;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.parts.AccessibleName;
import poolscope.ui.parts.ChoiceConverter;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.FitResultText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TotalsAndChartsText;

/// The fit finder above the table.
public final class FitController implements AutoCloseable {
    /// A result that comes sooner replaces the one before without a word.
    private static final Duration SOON = Duration.millis(300);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /// Of *Check nodes*, wherever the focus is.
    public static final KeyCombination CHECK = KeyCombination.valueOf("Shortcut+Shift+K");

    private final FitModel model;
    private final NodeCheckModel nodeCheck;
    private final Texts texts;
    private final FitAnswerText answers;
    private final FitResultText fits;
    private final Consumer<Pool> selectPool;
    private final PauseTransition soon = new PauseTransition(SOON);
    private boolean isBestAwaited;
    private boolean isComputingSaid;
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
    private ChoiceBox<DemandPerNodeOrTotal> fitScope;
    @FXML
    private CheckBox fitRunning;
    @FXML
    private Label fitProblem;
    @FXML
    private Label fitAnswer;
    @FXML
    private Label fitCopied;
    @FXML
    private Button fitCheck;

    /// @param selectPool
    ///            selects a pool in the table, and moves the focus there
    public FitController(FitModel model, NodeCheckModel nodeCheck, Texts texts, FitResultText fits,
            TotalsAndChartsText sources, Consumer<Pool> selectPool) {
        this.selectPool = selectPool;
        answers = new FitAnswerText(texts, fits, sources);
        this.model = model;
        this.nodeCheck = nodeCheck;
        this.texts = texts;
        this.fits = fits;
    }

    @FXML
    private void initialize() {
        var fields = Map.of(DemandField.NODES, fitNodes, DemandField.CPU, fitCpu, DemandField.MEMORY, fitMemory,
                DemandField.ACCELERATORS, fitAccelerators);
        fields.forEach((demandField, field) -> field.textProperty().bindBidirectional(model.typed(demandField)));
        fitNodes.setTextFormatter(new TextFormatter<>(this::split));
        fitSpecification.textProperty().bindBidirectional(model.specificationProperty());
        fitScope.getItems().setAll(DemandPerNodeOrTotal.values());
        fitScope.setConverter(new ChoiceConverter<>(this::name));
        fitScope.valueProperty().bindBidirectional(model.demandPerNodeOrTotalProperty());
        fitRunning.selectedProperty().bindBidirectional(model.onlyRunningProperty());
        fit.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        soon.setOnFinished(_ -> {
            isComputingSaid = true;
            showAnswer();
        });
        subscriptions = Subscription.combine(model.openProperty().subscribe(now -> SceneNodeVisibility.show(fit, now)),
                model.openProperty().subscribe((_, now) -> focus(now)),
                fit.sceneProperty().subscribe((_, _) -> focus(model.openProperty().get())),
                model.demandPerNodeOrTotalProperty().subscribe(now -> fitNodes.setPromptText(noNodes(now))),
                model.errorsProperty().subscribe(now -> showErrors(fields, now)),
                model.fitFinderResultProperty().subscribe(_ -> answer()),
                model.computingProperty().subscribe(this::showComputing),
                nodeCheck.startAwaitedProperty().subscribe(this::sayComputing),
                nodeCheck.stateProperty().subscribe(_ -> showCheck()),
                nodeCheck.canBeToggled().subscribe(_ -> showCheck()),
                () -> fields.forEach(
                        (demandField, field) -> field.textProperty().unbindBidirectional(model.typed(demandField))),
                () -> fitSpecification.textProperty().unbindBidirectional(model.specificationProperty()),
                () -> fitScope.valueProperty().unbindBidirectional(model.demandPerNodeOrTotalProperty()),
                () -> fitRunning.selectedProperty().unbindBidirectional(model.onlyRunningProperty()));
    }

    /// Of a text such as *2x8*, typed or pasted, only the number of nodes stays in its field: the x leads to the next
    /// field, and what follows it is the number of cards.
    private TextFormatter.Change split(TextFormatter.Change change) {
        if (change.isContentChange()) NodesTimesCards.of(change.getControlNewText()).ifPresent(both -> {
            change.setRange(0, change.getControlText().length());
            change.setText(both.nodes());
            change.selectRange(both.nodes().length(), both.nodes().length());
            model.askForCardsPerNode(both.cards());
            if (!fitNodes.isFocused()) return;
            fitAccelerators.requestFocus();
            fitAccelerators.selectAll();
        });
        return change;
    }

    private String name(DemandPerNodeOrTotal scope) {
        return switch (scope) {
            case PER_NODE -> texts.format("fit.scope.perNode");
            case IN_ALL -> texts.format("fit.scope.inAll");
        };
    }

    /// The number of nodes while none is typed.
    private String noNodes(DemandPerNodeOrTotal scope) {
        return switch (scope) {
            case PER_NODE -> texts.format("fit.nodes.one");
            case IN_ALL -> texts.format("fit.nodes.any");
        };
    }

    /// Shows an error at each invalid field, and a line for it below the fields.
    private void showErrors(Map<DemandField, TextField> fields, Map<DemandField, DemandFieldError> errors) {
        var sentences = new ArrayList<String>();
        for (var demandField : DemandField.values()) {
            var field = Objects.requireNonNull(fields.get(demandField));
            var sentence = Optional.ofNullable(errors.get(demandField))
                    .map(demandFieldError -> fits.wrong(demandFieldError.name(), AccessibleName.getText(field),
                            field.getText().strip(), fitNodes.getText().strip()));
            sentence.ifPresent(sentences::add);
            field.pseudoClassStateChanged(WRONG, sentence.isPresent());
            LazyTooltip.setText(field,
                    sentence.orElseGet(() -> demandField == DemandField.NODES ? texts.format("fit.nodes.tip") : ""));
        }
        fitProblem.setText(String.join("\n", sentences));
        SceneNodeVisibility.show(fitProblem, !sentences.isEmpty());
    }

    private void showComputing(boolean isComputing) {
        if (isComputing) soon.playFromStart();
        else {
            soon.stop();
            isComputingSaid = false;
            showAnswer();
        }
    }

    private void sayComputing(boolean isCheckAwaited) {
        isComputingSaid = isComputingSaid || isCheckAwaited;
        showAnswer();
    }

    private void showAnswer() {
        fitAnswer.setText(isComputingSaid && model.computingProperty().get()
                ? answers.computing(nodeCheck.startAwaitedProperty().get())
                : answers.of(model.fitFinderResultProperty().get()));
    }

    private void answer() {
        showAnswer();
        fitCopied.setText("");
        SceneNodeVisibility.show(fitCopied, false);
        Platform.runLater(this::showAwaitedBest);
    }

    /// One button both starts and stops a check, so that it keeps the focus.
    private void showCheck() {
        boolean isReading = nodeCheck.stateProperty().get() instanceof NodeCheckModel.State.Reading;
        fitCheck.setText(texts.format("columns.withKey", texts.format(isReading ? "fit.check.stop" : "fit.check"),
                PlatformMenuShortcuts.ofThis().display(CHECK)));
        fitCheck.setDisable(!nodeCheck.canBeToggled().getValue());
    }

    @FXML
    private void check() {
        nodeCheck.toggle();
    }

    private void focus(boolean isOpen) {
        if (fit.getScene() == null) return;
        if (isOpen) fitNodes.requestFocus();
        else {
            var table = fit.getScene().lookup("#table");
            if (table != null) table.requestFocus();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) return;
        model.close();
        event.consume();
    }

    /// Selects the best pool in the table, and moves the focus there.
    @FXML
    private void showBest() {
        isBestAwaited = true;
        showAwaitedBest();
    }

    /// The rows may still be in the order of what was typed before.
    private void showAwaitedBest() {
        if (!isBestAwaited || !model.isAnswered()) return;
        isBestAwaited = false;
        model.fitFinderResultProperty()
                .get()
                .flatMap(FitFinderResult::best)
                .ifPresent(best -> selectPool.accept(best.pool()));
    }

    @FXML
    private void copy() {
        model.proposedPool().ifPresent(pool -> {
            if (!ClipboardText.put(fit, FitModel.forJob(pool))) return;
            fitCopied.setText(texts.format("fit.copied", fits.name(pool)));
            SceneNodeVisibility.show(fitCopied, true);
        });
    }

    @FXML
    private void end() {
        model.close();
    }

    @Override
    public void close() {
        soon.stop();
        subscriptions.unsubscribe();
    }
}
