package poolscope.ui.main;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.history.SnapshotFile;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.pools.ShownPointInTimeModel;
import poolscope.ui.text.SnapshotText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// The bar above the table with which an operator steps back in time, or through the moments of a file. It says all the
/// time that what is shown is not now, and from which file it is.
public final class PointInTimeBarController implements AutoCloseable {
    private static final PseudoClass EARLIER = PseudoClass.getPseudoClass("earlier");

    private final ShownPointInTimeModel model;
    private final Texts texts;
    private final TimeText times;
    private final SnapshotText snapshots;
    private boolean isFollowing;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private VBox moments;
    @FXML
    private Label momentSentence;
    @FXML
    private Label momentRemarks;
    @FXML
    private HBox momentSteps;
    @FXML
    private Slider momentSlider;
    @FXML
    private Button firstMoment;
    @FXML
    private Button earlierMoment;
    @FXML
    private Button laterMoment;

    public PointInTimeBarController(ShownPointInTimeModel model, Texts texts, TimeText times, SnapshotText snapshots) {
        this.snapshots = snapshots;
        this.model = model;
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        momentSlider.valueProperty().subscribe((_, now) -> {
            if (!isFollowing) model.show((int) Math.round(now.doubleValue()));
        });
        subscriptions = Subscription.combine(
                model.openProperty().subscribe(now -> SceneNodeVisibility.show(moments, now)),
                model.momentsProperty().subscribe(_ -> show()), model.shownProperty().subscribe(_ -> show()),
                model.fileProperty().subscribe(_ -> show()));
    }

    private void show() {
        int last = model.momentsProperty().get().size() - 1;
        var file = model.fileProperty().get();
        var shown = model.shownProperty().get();
        isFollowing = true;
        momentSlider.setMax(Math.max(1, last));
        momentSlider.setValue(model.place());
        isFollowing = false;
        boolean isOfFile = file.isPresent();
        boolean hasEarlier = last > 0;
        for (var step : List.of(firstMoment, earlierMoment, momentSlider))
            DisabledReason.set(step, hasEarlier ? "" : texts.format("moment.earlier.not"));
        boolean isLatest = isOfFile ? model.place() == last : shown.isEmpty();
        DisabledReason.set(laterMoment, isLatest ? texts.format("moment.later.not") : "");
        SceneNodeVisibility.show(momentSteps, hasEarlier || !isOfFile);
        moments.pseudoClassStateChanged(EARLIER, isOfFile || shown.isPresent());
        file.ifPresentOrElse(one -> showFile(one, shown), () -> showOwn(shown));
        SceneNodeVisibility.show(momentRemarks, !momentRemarks.getText().isEmpty());
        momentSlider.setAccessibleText(momentSentence.getText());
    }

    private void showFile(SnapshotFile file, Optional<ShownPointInTimeModel.Shown> shown) {
        momentSentence.setText(shown.map(one -> snapshots.mark(file, one.moment(), one.lists()))
                .orElseGet(() -> snapshots.reading(file)));
        momentRemarks.setText(shown.map(one -> snapshots.remarks(file, one.lists(), one.unknown())).orElse(""));
    }

    private void showOwn(Optional<ShownPointInTimeModel.Shown> shown) {
        momentSentence.setText(
                shown.map(one -> texts.format("moment.earlier", times.moment(one.moment()))).orElseGet(this::now));
        momentRemarks.setText(shown.map(this::remarks).orElse(""));
    }

    private String now() {
        var kept = model.momentsProperty().get();
        return kept.size() > 1
                ? texts.format("moment.now", kept.size() - 1, times.moment(kept.getFirst()))
                : texts.format("moment.nothing");
    }

    private String remarks(ShownPointInTimeModel.Shown shown) {
        var unknown = String.join(texts.format("fit.join"), shown.unknown());
        var ofNow = texts.format("moment.ofNow");
        return unknown.isEmpty()
                ? ofNow
                : texts.format("moment.unknown", unknown) + texts.format("sentence.join") + ofNow;
    }

    @FXML
    private void goToFirst() {
        model.show(0);
    }

    @FXML
    private void goEarlier() {
        model.step(-1);
    }

    @FXML
    private void goLater() {
        model.step(1);
    }

    @FXML
    private void goToNow() {
        model.hide();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
