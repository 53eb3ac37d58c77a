package poolscope.ui.fit;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.pool.Pool;
import poolscope.pool.node.JobDemandPerNode;
import poolscope.ui.fit.NodeCheckModel.Obstacle;
import poolscope.ui.fit.NodeCheckModel.State;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.RevealingPane;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.FitResultText;
import poolscope.ui.text.NodeCheckText;

/// The results of *Check nodes*, in the fit finder.
public final class NodeCheckController implements AutoCloseable {
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    /// In em: so much of the results is shown where the table needs the room.
    private static final double LEAST_RESULTS = 13.8;

    private final NodeCheckModel model;
    private final NodeCheckText words;
    private final FitResultText fits;
    private final Consumer<Pool> showPool;
    private String again = "";
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private VBox nodeCheck;
    @FXML
    private Label checkStatus;
    @FXML
    private Label checkOld;
    @FXML
    private ShrinkableScrollPane checkedPools;
    @FXML
    private VBox checkedRows;
    @FXML
    private Label checkNote;

    /// @param showPool
    ///            selects a pool in the table
    public NodeCheckController(NodeCheckModel model, NodeCheckText words, FitResultText fits, Consumer<Pool> showPool) {
        this.model = model;
        this.words = words;
        this.fits = fits;
        this.showPool = showPool;
    }

    @FXML
    private void initialize() {
        again = checkOld.getText();
        subscriptions = Subscription.combine(
                checkStatus.fontProperty()
                        .subscribe(font -> checkedPools.setLeastHeight(LEAST_RESULTS * font.getSize())),
                model.stateProperty().subscribe(this::show),
                model.obstacleProperty().subscribe(_ -> show(model.stateProperty().get())));
    }

    private static NodeCheckText.Counts counts(AllPoolsNodeCheckResult result) {
        return new NodeCheckText.Counts(result.pools().size(), result.certain(), result.withRoomNow(),
                result.notRead());
    }

    private void show(State state) {
        // while the nodes are read again the results before stay, so that nothing moves
        boolean isReading = state instanceof State.Reading;
        if (!isReading) checkedRows.getChildren().clear();
        boolean isOld = state instanceof State.Done(_, var old) && old;
        nodeCheck.pseudoClassStateChanged(OLD, isOld || isReading);
        checkOld.setText(obstacle().isEmpty() ? again : obstacle());
        SceneNodeVisibility.show(checkOld, isOld);
        switch (state) {
            case State.Idle _ -> say(obstacle());
            case State.Reading(var read, var all) -> say(words.reading(read, all));
            case State.Failed(var why) -> say(words.failed(why));
            case State.Done(var result, var _) -> {
                say(words.done(result.demand(), counts(result)));
                for (var checked : result.pools())
                    checkedRows.getChildren().add(row(checked, result.demand()));
            }
        }
        boolean hasRows = !checkedRows.getChildren().isEmpty();
        SceneNodeVisibility.show(checkedPools, hasRows);
        SceneNodeVisibility.show(checkNote, hasRows);
        SceneNodeVisibility.show(nodeCheck, hasRows || !checkStatus.getText().isEmpty());
        // in a low window the results may be below what is visible over the table
        if (hasRows && !isOld && !isReading) RevealingPane.reveal(checkedRows.getChildren().getFirst());
    }

    private void say(String status) {
        checkStatus.setText(status);
    }

    private String obstacle() {
        return model.obstacleProperty()
                .get()
                .filter(why -> why != Obstacle.NO_DEMAND)
                .map(why -> words.obstacle(why.name()))
                .orElse("");
    }

    /// The pool, the result, and on a second line the nodes that are not named.
    private Node row(PoolNodeCheckResult checked, JobDemandPerNode demand) {
        var pool = new Hyperlink(fits.name(checked.pool()));
        pool.setOnAction(_ -> showPool.accept(checked.pool()));
        pool.setMinWidth(HBox.USE_PREF_SIZE);
        var answer = wrapped(answer(checked.outcome(), demand), "answer");
        HBox.setHgrow(answer, Priority.ALWAYS);
        var line = new HBox(pool, answer);
        line.getStyleClass().add("checked-line");
        var row = new VBox(line);
        rest(checked.outcome()).ifPresent(rest -> {
            var note = wrapped(rest, "note");
            if (checked.outcome() instanceof PoolNodeCheckResult.Answered answered)
                LazyTooltip.setText(note, words.eachWithoutRoom(answered.fit()));
            row.getChildren().add(note);
        });
        row.getStyleClass().add("checked-pool");
        return row;
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private String answer(PoolNodeCheckResult.Outcome outcome, JobDemandPerNode demand) {
        return switch (outcome) {
            case PoolNodeCheckResult.Answered(var fit, var _, var _, var jobsFailure) ->
                words.verdict(fit, demand, jobsFailure);
            case PoolNodeCheckResult.Failed(var why) -> words.failed(why);
            case PoolNodeCheckResult.Partial(var isByLimit) -> words.partial(isByLimit);
        };
    }

    private Optional<String> rest(PoolNodeCheckResult.Outcome outcome) {
        return switch (outcome) {
            case PoolNodeCheckResult.Answered(var fit, var nodes, var others, var _) ->
                Optional.of(words.rest(fit, nodes, others));
            case PoolNodeCheckResult.Failed _, PoolNodeCheckResult.Partial _ -> Optional.empty();
        };
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
