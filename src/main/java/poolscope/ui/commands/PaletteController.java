package poolscope.ui.commands;

import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import javafx.util.Subscription;
import poolscope.ui.text.Texts;

/// The command palette: a text field that keeps the focus, and the list of matches.
public final class PaletteController implements AutoCloseable {
    /// A search that ends sooner leaves the earlier matches in place.
    private static final Duration SHORT_SEARCH = Duration.millis(150);

    private final PaletteModel model;
    private final Texts texts;
    private final Runnable close;
    private final PaletteColumnWidths widths = new PaletteColumnWidths();
    private final PauseTransition shortSearch = new PauseTransition(SHORT_SEARCH);
    private Subscription subscriptions = Subscription.EMPTY;
    /// An input method gets all keys while it composes, and its unfinished text is not searched for.
    private boolean composing;
    /// Enter was pressed before the match of what was typed was there.
    private boolean choosesWhenFound;

    @FXML
    private TextField sought;
    @FXML
    private ListView<PaletteEntry> finds;
    @FXML
    private Label none;

    /// @param close
    ///            closes the palette and restores the focus
    public PaletteController(PaletteModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.close = close;
    }

    @FXML
    private void initialize() {
        finds.setCellFactory(_ -> new PaletteCell(model, texts, widths, this::choose));
        sought.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        sought.addEventHandler(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, event -> {
            composing = !event.getComposed().isEmpty();
            if (!composing) model.find(sought.getText());
        });
        shortSearch.setOnFinished(_ -> {
            finds.getItems().clear();
            showNote("palette.searching");
        });
        subscriptions = Subscription.combine(model.foundProperty().subscribe(this::show),
                model.searchingProperty().subscribe(this::showSearching), sought.textProperty().subscribe((_, text) -> {
                    choosesWhenFound = false;
                    if (!composing) model.find(text);
                }), sought.fontProperty().subscribe((_, _) -> fit()), finds.widthProperty().subscribe((_, _) -> fit()));
    }

    private void fit() {
        widths.fit(model.foundProperty().get(), sought.getFont(), finds.getWidth());
    }

    private void show(PaletteModel.Result now) {
        finds.getItems().setAll(now.entries());
        // a line that was there before has other letters marked now
        finds.refresh();
        fit();
        finds.getSelectionModel().clearSelection();
        select(0, 1);
        finds.scrollTo(0);
        none.setVisible(false);
    }

    private void showSearching(boolean now) {
        if (now) {
            shortSearch.playFromStart();
            return;
        }
        shortSearch.stop();
        if (finds.getItems().isEmpty()) showNote("palette.none");
        if (choosesWhenFound) choose(finds.getSelectionModel().getSelectedItem());
        choosesWhenFound = false;
    }

    private void showNote(String key) {
        none.setText(texts.format(key));
        none.setVisible(true);
    }

    private void pressed(KeyEvent event) {
        if (composing) return;
        int step = switch (event.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            case PAGE_UP -> -10;
            case PAGE_DOWN -> 10;
            default -> 0;
        };
        boolean isSearching = model.searchingProperty().get();
        if (step != 0 && !isSearching) move(step);
        boolean isChosen = event.getCode() == KeyCode.ENTER && !event.isShortcutDown();
        if (isChosen && isSearching) choosesWhenFound = true;
        else if (isChosen) choose(finds.getSelectionModel().getSelectedItem());
        if (step != 0 || isChosen) event.consume();
    }

    private void move(int step) {
        int last = finds.getItems().size() - 1;
        int now = Math.clamp((long) finds.getSelectionModel().getSelectedIndex() + step, 0, Math.max(0, last));
        select(now, Integer.signum(step));
        finds.scrollTo(Math.max(0, finds.getSelectionModel().getSelectedIndex() - 5));
        sought.setAccessibleHelp(finds.getSelectionModel().getSelectedItem() == null
                ? ""
                : finds.getSelectionModel().getSelectedItem().name());
    }

    /// Selects the next enabled line from that index, if there is one.
    private void select(int from, int step) {
        for (int at = from; at >= 0 && at < finds.getItems().size(); at += step)
            if (finds.getItems().get(at).possible()) {
                finds.getSelectionModel().clearAndSelect(at);
                return;
            }
    }

    private void choose(@org.jspecify.annotations.Nullable PaletteEntry entry) {
        if (entry == null || !entry.possible()) return;
        model.chosen(entry);
        close.run();
        entry.choose().run();
    }

    @Override
    public void close() {
        shortSearch.stop();
        subscriptions.unsubscribe();
        model.close();
    }
}
