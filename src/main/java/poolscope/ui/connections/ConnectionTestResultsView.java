package poolscope.ui.connections;

import java.util.Map;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import poolscope.api.check.ConnectionCheckKind;
import poolscope.api.check.ConnectionCheckResult;
import poolscope.ui.text.ConnectionTestStepText;

/// The steps of *Test connection*: finished ones with their result, the running one with its seconds, and the
/// remaining ones.
final class ConnectionTestResultsView {
    private static final Map<State, PseudoClass> MARKS = Map.of(State.PASSED, PseudoClass.getPseudoClass("passed"),
            State.SKIPPED, PseudoClass.getPseudoClass("skipped"), State.FAILED, PseudoClass.getPseudoClass("failed"),
            State.PARTIAL, PseudoClass.getPseudoClass("partial"), State.STOPPED, PseudoClass.getPseudoClass("stopped"),
            State.COMING, PseudoClass.getPseudoClass("coming"));
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final GridPane grid;
    private final ConnectionFormModel model;
    private final ConnectionTestStepText texts;
    private final Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> showSeconds()));
    private final Label running = new Label();
    private long since;

    /// State of a step.
    private enum State {
        PASSED, PARTIAL, SKIPPED, FAILED, STOPPED, COMING
    }

    ConnectionTestResultsView(GridPane grid, ConnectionFormModel model, ConnectionTestStepText texts) {
        this.grid = grid;
        this.model = model;
        this.texts = texts;
        running.setWrapText(true);
        seconds.setCycleCount(Timeline.INDEFINITE);
    }

    Subscription show() {
        ListChangeListener<ConnectionCheckResult> change = _ -> redraw();
        model.steps().addListener(change);
        return Subscription.combine(() -> model.steps().removeListener(change),
                model.currentProperty().subscribe(_ -> begin()), model.testingProperty().subscribe(_ -> redraw()),
                seconds::stop);
    }

    private void begin() {
        since = System.nanoTime();
        redraw();
    }

    private void redraw() {
        grid.getChildren().clear();
        var current = model.currentProperty().get();
        boolean testing = model.testingProperty().get();
        if (testing) seconds.play();
        else
            seconds.stop();
        if (model.steps().isEmpty() && current.isEmpty()) return;
        for (var step : ConnectionCheckKind.values())
            addRow(step, current.filter(step::equals).isPresent(), testing);
    }

    private void addRow(ConnectionCheckKind name, boolean isCurrent, boolean testing) {
        var over = model.steps()
                .stream()
                .filter(connectionCheckResult -> connectionCheckResult.name() == name)
                .findFirst();
        var label = new Label(texts.name(name));
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (over.isPresent()) addRow(mark(stateOf(over.get())), label, new Label(texts.result(over.get())));
        else if (!isCurrent) addRow(mark(State.COMING), label, new Label());
        else if (testing) {
            showSeconds();
            addRow(progress(), label, running);
        } else
            addRow(mark(State.STOPPED), label, new Label(texts.stopped(elapsed())));
    }

    private void addRow(Node mark, Label name, Label verdict) {
        verdict.setWrapText(true);
        // beside the first line of a result of several
        var besideName = new StackPane(mark);
        besideName.maxHeightProperty().bind(name.heightProperty());
        GridPane.setValignment(besideName, VPos.TOP);
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), besideName, name, verdict);
    }

    private void showSeconds() {
        running.setText(texts.running(elapsed()));
    }

    private long elapsed() {
        return (System.nanoTime() - since) / NANOS_PER_SECOND;
    }

    private static Node progress() {
        var progress = new ProgressIndicator();
        progress.getStyleClass().add("step-progress");
        return progress;
    }

    private static Node mark(State state) {
        var mark = new Region();
        mark.getStyleClass().add("step-mark");
        mark.pseudoClassStateChanged(MARKS.get(state), true);
        return mark;
    }

    private static State stateOf(ConnectionCheckResult connectionCheckResult) {
        return switch (connectionCheckResult.outcome()) {
            case ConnectionCheckResult.Outcome.Passed _, ConnectionCheckResult.Outcome.ClocksAgree _, ConnectionCheckResult.Outcome.ClocksDiffer _ ->
                State.PASSED;
            case ConnectionCheckResult.Outcome.Permissions permissions -> connectionCheckResult.isFailed()
                    ? State.FAILED
                    : permissions.isPartial() ? State.PARTIAL : State.PASSED;
            case ConnectionCheckResult.Outcome.Skipped _ -> State.SKIPPED;
            case ConnectionCheckResult.Outcome.Failed _ -> State.FAILED;
        };
    }
}
