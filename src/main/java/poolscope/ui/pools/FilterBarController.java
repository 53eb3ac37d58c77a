package poolscope.ui.pools;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import poolscope.pool.PoolFilter;
import poolscope.ui.text.FilterText;
import poolscope.ui.text.Texts;

/// The filter bar: what is typed, how it was understood, how many rows it shows. Its first refresh of the focus ring is earned:
/// this is where operators live.
public final class FilterBarController implements AutoCloseable {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");

    private final PoolsModel model;
    private final Texts texts;
    private final FilterText filters;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private HBox bar;
    @FXML
    private TextField field;
    @FXML
    private Label problem;
    @FXML
    private Label count;
    @FXML
    private Button clear;

    public FilterBarController(PoolsModel model, Texts texts, FilterText filters) {
        this.model = model;
        this.texts = texts;
        this.filters = filters;
    }

    @FXML
    private void initialize() {
        field.textProperty().bindBidirectional(model.filter().textProperty());
        subscriptions = Subscription.combine(
                model.filter().parsedProperty().subscribe(this::show),
                model.arrangementProperty().subscribe(now -> count.setText(
                        texts.say(
                                model.filter().filterProperty().get().equals(PoolFilter.ALL)
                                        ? "filter.count.all"
                                        : "filter.count",
                                now.size(), now.set().size()))),
                () -> field.textProperty().unbindBidirectional(model.filter().textProperty()));
    }

    private void show(PoolFilter.Parsed now) {
        bar.pseudoClassStateChanged(ON, !model.filter().textProperty().get().isBlank());
        bar.pseudoClassStateChanged(WRONG, now.verdict() == PoolFilter.Verdict.WRONG);
        bar.pseudoClassStateChanged(UNFINISHED, now.verdict() == PoolFilter.Verdict.INCOMPLETE);
        problem.setText(now.problems().isEmpty() ? "" : filters.problem(now.problems().getFirst()));
        clear.setVisible(!now.text().isEmpty());
    }

    /// Puts the cursor into the bar, everything in it selected.
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    @FXML
    private void clear() {
        model.filter().clear();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
