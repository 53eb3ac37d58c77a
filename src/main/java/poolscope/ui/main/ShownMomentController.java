package poolscope.ui.main;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.ui.parts.UiNodes;
import poolscope.ui.pools.ShownMomentModel;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// The bar above the table with which an operator steps back in time. It says all the time that what is shown is
/// not now.
public final class ShownMomentController implements AutoCloseable {
    private static final PseudoClass EARLIER = PseudoClass.getPseudoClass("earlier");

    private final ShownMomentModel model;
    private final Texts texts;
    private final TimeText times;
    private boolean isFollowing;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private VBox moments;
    @FXML
    private Label momentSentence;
    @FXML
    private Slider momentSlider;
    @FXML
    private Button firstMoment;
    @FXML
    private Button earlierMoment;
    @FXML
    private Button laterMoment;

    public ShownMomentController(ShownMomentModel model, Texts texts, TimeText times) {
        this.model = model;
        this.texts = texts;
        this.times = times;
    }

    @FXML
    private void initialize() {
        momentSlider.valueProperty().subscribe((_, now) -> {
            if (!isFollowing) model.show((int) Math.round(now.doubleValue()));
        });
        subscriptions = Subscription.combine(model.openProperty().subscribe(now -> UiNodes.show(moments, now)),
                model.momentsProperty().subscribe(_ -> show()), model.shownProperty().subscribe(_ -> show()));
    }

    private void show() {
        int last = model.momentsProperty().get().size() - 1;
        isFollowing = true;
        momentSlider.setMax(Math.max(1, last));
        momentSlider.setValue(model.place());
        isFollowing = false;
        boolean hasEarlier = last > 0;
        momentSlider.setDisable(!hasEarlier);
        firstMoment.setDisable(!hasEarlier);
        earlierMoment.setDisable(!hasEarlier);
        var shown = model.shownProperty().get();
        laterMoment.setDisable(shown.isEmpty());
        moments.pseudoClassStateChanged(EARLIER, shown.isPresent());
        momentSentence.setText(shown.map(this::sentence)
                .orElseGet(() -> hasEarlier
                        ? texts.format("moment.now", last, times.moment(model.momentsProperty().get().getFirst()))
                        : texts.format("moment.nothing")));
        momentSlider.setAccessibleText(momentSentence.getText());
    }

    private String sentence(ShownMomentModel.Shown shown) {
        var sentence = texts.format("moment.earlier", times.moment(shown.moment()));
        return shown.unknown().isEmpty()
                ? sentence
                : sentence + " "
                        + texts.format("moment.unknown", String.join(texts.format("fit.join"), shown.unknown()));
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
