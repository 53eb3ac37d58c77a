package poolscope.ui.connections;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import poolscope.api.Step;
import poolscope.ui.text.StepText;

/// The rungs of *Test connection* as they are climbed: a shape, the rung, how it went.
final class StepsView {
    private final GridPane grid;
    private final StepText texts;

    StepsView(GridPane grid, StepText texts) {
        this.grid = grid;
        this.texts = texts;
    }

    Subscription show(ObservableList<Step> steps) {
        ListChangeListener<Step> change = _ -> redraw(steps);
        steps.addListener(change);
        redraw(steps);
        return () -> steps.removeListener(change);
    }

    private void redraw(ObservableList<Step> steps) {
        grid.getChildren().clear();
        for (int row = 0; row < steps.size(); row++) {
            var step = steps.get(row);
            var mark = new Region();
            mark.getStyleClass().addAll("status-mark", markOf(step));
            var name = new Label(texts.name(step));
            name.setMinWidth(Region.USE_PREF_SIZE);
            var verdict = new Label(texts.verdict(step));
            verdict.setWrapText(true);
            grid.addRow(row, mark, name, verdict);
        }
    }

    private static String markOf(Step step) {
        return switch (step.outcome()) {
            case Step.Outcome.Passed _ -> "running";
            case Step.Outcome.Skipped _ -> "other";
            case Step.Outcome.Failed _ -> "abnormal";
        };
    }
}
