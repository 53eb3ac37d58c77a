package poolscope.ui.summary;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.export.SpreadsheetPasteCellText;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.table.CardsByFamilyAndConnection;
import poolscope.pool.table.CardsByFamilyAndConnection.Cell;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// A table of free and allocatable cards of the pools shown: a row for each family, a column for each connection.
public final class CardsByFamilyController implements AutoCloseable {
    private final PoolsTableModel pools;
    private final Texts texts;
    private final PoolFieldText fields;
    private final Runnable close;
    private CardsByFamilyAndConnection shown = new CardsByFamilyAndConnection(List.of(), List.of());
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private VBox cardsScreen;
    @FXML
    private GridPane cards;
    @FXML
    private Label nothing;
    @FXML
    private Button copyCards;
    @FXML
    private Label cardsCopied;

    public CardsByFamilyController(PoolsTableModel pools, Texts texts, PoolFieldText fields, Runnable close) {
        this.pools = pools;
        this.texts = texts;
        this.fields = fields;
        this.close = close;
    }

    @FXML
    private void initialize() {
        ClipboardText.onKey(cardsScreen, this::copy);
        subscriptions = Subscription.combine(
                pools.arrangedPoolsProperty().subscribe(now -> show(CardsByFamilyAndConnection.of(now.pools()))),
                pools.emptyTableStateProperty().subscribe(_ -> showNothing()));
    }

    private void showNothing() {
        var state = pools.emptyTableStateProperty().get();
        var unread = state.isWaiting() ? "summary.waiting" : "cards.unread";
        nothing.setText(texts.format(state.isCounted() ? "cards.nothing" : unread));
        DisabledReason.set(copyCards, shown.rows().isEmpty() ? nothing.getText() : "");
    }

    private void show(CardsByFamilyAndConnection now) {
        shown = now;
        showNothing();
        cardsCopied.setText("");
        cards.getChildren().clear();
        SceneNodeVisibility.show(nothing, now.rows().isEmpty());
        SceneNodeVisibility.show(cards, !now.rows().isEmpty());
        boolean withAll = now.connections().size() > 1;
        for (int i = 0; i < now.connections().size(); i++)
            cards.add(label(ExternalTextCleaner.of(now.connections().get(i)), "column"), i + 1, 0);
        if (withAll) cards.add(label(texts.format("cards.all"), "column"), now.connections().size() + 1, 0);
        for (int r = 0; r < now.rows().size(); r++) {
            var row = now.rows().get(r);
            var family = fields.family(row.family());
            cards.add(label(family, "family"), 0, r + 1);
            for (int i = 0; i < row.cells().size(); i++)
                cards.add(cell(row.cells().get(i), family), i + 1, r + 1);
            if (withAll) cards.add(cell(row.all(), family), row.cells().size() + 1, r + 1);
        }
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private Label cell(Cell cell, String family) {
        if (cell.pools() == 0) return label("", "cards");
        var label = label(texts.format("cards.cell", free(cell), allocatable(cell)), "cards");
        var whole = texts.format("cards.cell.tip", family, label.getText(), cell.pools(), cell.freeUnknown(),
                cell.allocatableUnknown());
        LazyTooltip.setText(label, whole);
        label.setAccessibleRole(AccessibleRole.TEXT);
        label.setAccessibleText(whole);
        return label;
    }

    private String free(Cell cell) {
        return cell.pools() == 0 ? "" : figure(cell.free(), cell.freeUnknown(), cell.isFreeUnknown());
    }

    private String allocatable(Cell cell) {
        return cell.pools() == 0
                ? ""
                : figure(cell.allocatable(), cell.allocatableUnknown(), cell.isAllocatableUnknown());
    }

    /// A dash when no pool says it, and a question mark when only some do.
    private String figure(BigDecimal sum, int unknown, boolean isUnknown) {
        if (isUnknown) return PoolFieldText.UNKNOWN;
        var figure = fields.figure(PoolField.ACCELERATORS, new FieldValue.Number(sum));
        return unknown == 0 ? figure : texts.format("cards.part", figure);
    }

    /// Free and allocatable cards each in a column: a spreadsheet takes two numbers with a slash for a date.
    @FXML
    private void copy() {
        if (shown.rows().isEmpty() || !ClipboardText.put(cards, SpreadsheetPasteCellText.table(lines()))) return;
        cardsCopied.setText(texts.format("cards.copied"));
    }

    private List<List<String>> lines() {
        boolean withAll = shown.connections().size() > 1;
        var columns = Stream
                .concat(shown.connections().stream(), withAll ? Stream.of(texts.format("cards.all")) : Stream.empty())
                .flatMap(name -> Stream.of(texts.format("cards.copy.free", name),
                        texts.format("cards.copy.allocatable", name)));
        var rows = shown.rows()
                .stream()
                .map(row -> Stream.concat(Stream.of(fields.family(row.family())),
                        Stream.concat(row.cells().stream(), withAll ? Stream.of(row.all()) : Stream.empty())
                                .flatMap(cell -> Stream.of(free(cell), allocatable(cell)))));
        return Stream.concat(Stream.of(Stream.concat(Stream.of(texts.format("cards.copy.family")), columns)), rows)
                .map(Stream::toList)
                .toList();
    }

    @FXML
    private void done() {
        close.run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
