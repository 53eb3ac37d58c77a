package poolscope.ui.filter;

import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import poolscope.pool.Pool;
import poolscope.pool.filter.PastedLinesFilter;
import poolscope.pool.filter.PoolFilter;
import poolscope.ui.parts.FocusOwnerInside;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.parts.ScreenReaderMessage;
import poolscope.ui.parts.TextWidth;
import poolscope.ui.pools.FilterChipsAndTypedText;
import poolscope.ui.pools.FilterMatchCountModel;
import poolscope.ui.pools.FilterModel;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.FilterText;

/// The filter bar: chips, typed text, its interpretation, and the number of rows.
///
/// Typed text takes effect while it is typed, but stays text until Enter or until the bar loses the focus: a blank does
/// not finish a term, because `or`, `in` or another word may follow.
public final class FilterBarController implements AutoCloseable {
    private final Consumer<Pool> selectPool;
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");
    /// Width of the bar's other controls and a few letters of text, in em.
    private static final double OTHER_CONTROLS_WIDTH = 13.5;
    /// How long the count of an earlier text stays after typing: longer than most counts take.
    private static final Duration EARLIER_COUNT = Duration.millis(300);

    private final PoolsTableModel pools;
    private final FilterModel model;
    private final FilterMatchCountModel advice;
    private final FilterText texts;
    private final PauseTransition earlierCount = new PauseTransition(EARLIER_COUNT);
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private HBox bar;
    @FXML
    private ChipLinePane strip;
    @FXML
    private FilterField field;
    @FXML
    private ErrorUnderline wrongPlace;
    @FXML
    private Button restored;
    @FXML
    private Button clear;
    @FXML
    private Label count;
    @FXML
    private SuggestionPopup drop;
    @FXML
    private HBox wrong;
    @FXML
    private Label problem;
    @FXML
    private Hyperlink suggestion;
    @FXML
    private Button before;

    /// @param selectPool
    ///            selects a pool in the table, which gets the keys
    public FilterBarController(PoolsTableModel pools, FilterMatchCountModel advice, FilterText texts,
            Consumer<Pool> selectPool) {
        this.selectPool = selectPool;
        this.pools = pools;
        model = pools.filter();
        this.advice = advice;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        var filterSuggestionPopupHandler = new FilterSuggestionPopupHandler(field, drop, model, advice, texts);
        before.setOnAction(_ -> filterSuggestionPopupHandler.toggleHistory());
        var chipBar = new ChipBar(model, strip, field, texts);
        new FilterFieldKeyHandler(field, model, chipBar, filterSuggestionPopupHandler,
                () -> pools.shownPools().stream().findFirst().ifPresent(selectPool)).install();
        field.setPasting((pasted, before) -> PastedLinesFilter.text(pasted, before, pools.allPools())
                .map(text -> spaced(before, text))
                .orElse(pasted));
        earlierCount.setOnFinished(_ -> {
            if (!count.getText().isEmpty()) count.setText(texts.counting());
        });
        subscriptions = Subscription.combine(drop.install(bar, texts.choices()), chipBar.install(),
                wrongPlace.install(field), model.stateProperty().subscribe(this::show),
                model.parsedProperty().subscribe(this::showProblem), model.restoredProperty().subscribe(now -> {
                    SceneNodeVisibility.show(restored, now);
                }), pools.arrangedPoolsProperty().subscribe(_ -> showCount()),
                pools.emptyTableStateProperty().subscribe(_ -> showCount()), model.stateProperty().subscribe(_ -> {
                    earlierCount.playFromStart();
                    showCount();
                }), count.fontProperty().subscribe((_, _) -> showCount()),
                field.focusedProperty().subscribe((_, _) -> updatePopup()),
                bar.focusWithinProperty().subscribe((_, here) -> focusMoved(here)));
        strip.maxWidthProperty()
                .bind(Bindings.createDoubleBinding(this::widthForChips, bar.widthProperty(), count.prefWidthProperty(),
                        field.fontProperty(), strip.comfortableWidthProperty()));
    }

    /// The width that icons, count and a few letters of text leave for chips. The count is hidden for chips that would
    /// not all be read well beside it; it is in the status bar too.
    private double widthForChips() {
        double em = field.getFont().getSize();
        double room = bar.getWidth() - OTHER_CONTROLS_WIDTH * em;
        double beside = room - count.prefWidth(-1);
        boolean both = beside >= strip.comfortableWidthProperty().get();
        SceneNodeVisibility.show(count, both);
        return Math.max(0, both ? beside : room);
    }

    private static String spaced(String before, String text) {
        return before.isEmpty() || before.endsWith(" ") || before.endsWith("(") ? text : " " + text;
    }

    private void show(FilterChipsAndTypedText now) {
        if (!field.getText().equals(now.typed())) {
            field.setText(now.typed());
            field.positionCaret(now.typed().length());
        }
        boolean on = !now.typed().isBlank() || !now.filter().equals(PoolFilter.ALL);
        bar.pseudoClassStateChanged(ON, on);
        clear.setVisible(on || !now.chips().isEmpty());
    }

    /// The number has the width of the longest that a filter may show, so that the parts beside it stay where they are.
    private void showCount() {
        var now = pools.arrangedPools();
        int all = now.set().size();
        boolean isCounted = pools.emptyTableStateProperty().get().isCounted();
        count.setPrefWidth(isCounted
                ? Stream.of(texts.count(true, all, all), texts.count(false, all, all), texts.counting())
                        .mapToDouble(text -> TextWidth.of(text, count.getFont()))
                        .max()
                        .orElse(0)
                : 0);
        boolean isOfEarlierText = !now.filter().equals(model.state().filter());
        if (isCounted && isOfEarlierText) return;
        earlierCount.stop();
        count.setText(isCounted ? texts.count(!now.filter().equals(PoolFilter.ALL), now.size(), all) : "");
    }

    private void showProblem(PoolFilter.Parsed now) {
        bar.pseudoClassStateChanged(WRONG, now.verdict() == PoolFilter.Verdict.WRONG);
        bar.pseudoClassStateChanged(UNFINISHED, now.verdict() == PoolFilter.Verdict.INCOMPLETE);
        problem.setText(model.problem().map(texts::problem).orElse(""));
        // read with the field, which keeps the focus
        field.setAccessibleHelp(problem.getText());
        ScreenReaderMessage.report(field, problem.getText());
        suggestion.setText(model.suggestion().map(texts::accept).orElse(""));
        suggestion.setVisible(model.suggestion().isPresent());
        if (now.verdict() == PoolFilter.Verdict.WRONG) wrongPlace.show(now.problems().getFirst());
        else
            wrongPlace.hide();
        updatePopup();
    }

    /// Errors are explained only while the bar has the focus; otherwise the popup would cover the pools.
    private void updatePopup() {
        boolean explained = field.isFocused() && !problem.getText().isEmpty();
        SceneNodeVisibility.show(wrong, explained);
        drop.explain(explained);
    }

    private void focusMoved(boolean here) {
        if (here) return;
        closeChoices();
        if (!FocusOwnerInside.of(bar)) model.leave();
    }

    public boolean isFocused() {
        return field.isFocused();
    }

    /// Moves the focus to the bar and selects its text.
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    /// A letter that the table has no use for begins a word of the filter, exactly as it was typed: with an input
    /// method on, the first letter comes bare.
    public void begin(String letter) {
        field.requestFocus();
        prepare();
        field.appendText(letter);
        field.end();
    }

    /// Puts the cursor where another word would begin, without the focus.
    public void prepare() {
        if (!field.getText().isBlank() && !field.getText().endsWith(" ")) field.appendText(" ");
        field.end();
    }

    /// Where the filter is typed.
    public TextInputControl field() {
        return field;
    }

    /// Closes the popup under the bar; returns whether it was open.
    public boolean closeChoices() {
        advice.stopCompleting();
        return drop.hide();
    }

    @FXML
    private void clear() {
        model.clear();
        field.requestFocus();
    }

    @FXML
    private void dismissRestored() {
        model.dismissRestored();
    }

    @FXML
    private void acceptSuggestion() {
        model.acceptSuggestion();
    }

    @Override
    public void close() {
        earlierCount.stop();
        subscriptions.unsubscribe();
    }
}
