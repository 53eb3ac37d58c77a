package poolscope.ui.nodes;

import java.math.BigDecimal;
import java.util.BitSet;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import poolscope.pool.node.NodeFreeCards;
import poolscope.pool.node.PoolNode;

/// The cards of a node as squares, the first card left; or as one bar when it is not known which of them are free.
final class CardSquares extends VBox {
    private static final int IN_A_ROW = 8;
    private static final int MOST = 16;
    private static final int RING = 4;
    private static final Insets RING_GAP = new Insets(0, 0, 0, 3);
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    CardSquares() {
        getStyleClass().add("card-squares");
        setAlignment(Pos.CENTER_LEFT);
    }

    /// @param marked
    ///            indexes of the cards that are outlined
    void show(PoolNode node, boolean takesJobs, BitSet marked) {
        getChildren().clear();
        int total = node.totalCards().asNumber().map(BigDecimal::intValue).orElse(0);
        if (total <= 0) return;
        switch (node.cards()) {
            case NodeFreeCards.Known known when total <= MOST -> {
                for (int from = 0; from < total; from += IN_A_ROW)
                    getChildren().add(row(known, from, Math.min(total, from + IN_A_ROW), takesJobs, marked));
            }
            case NodeFreeCards.Known _ -> getChildren().add(bar(node, total, takesJobs));
            case NodeFreeCards.CountOnly(var why) -> getChildren().add(switch (why) {
                case NO_BITS, NO_COUNT -> bar(node, total, takesJobs);
                case UNREADABLE, CONFLICT -> unknown(Math.min(total, IN_A_ROW));
            });
        }
    }

    private static HBox row(NodeFreeCards.Known cards, int from, int to, boolean takesJobs, BitSet marked) {
        var row = new HBox();
        row.getStyleClass().add("cards");
        for (int card = from; card < to; card++) {
            var square = square(cards.isFree(card) ? takesJobs ? "free" : "held" : "taken");
            if (card % RING == 0 && card > from) HBox.setMargin(square, RING_GAP);
            square.pseudoClassStateChanged(MARKED, marked.get(card));
            row.getChildren().add(square);
        }
        return row;
    }

    private static HBox unknown(int count) {
        var row = new HBox();
        row.getStyleClass().add("cards");
        for (int card = 0; card < count; card++)
            row.getChildren().add(square("unknown"));
        return row;
    }

    private static Region square(String state) {
        var square = new Region();
        square.getStyleClass().addAll("card", state);
        return square;
    }

    private static HBox bar(PoolNode node, int total, boolean takesJobs) {
        double share = node.freeCards().asNumber().map(free -> free.doubleValue() / total).orElse(0.0);
        var free = new Region();
        free.getStyleClass().addAll("card-bar", takesJobs ? "free" : "held");
        var taken = new Region();
        taken.getStyleClass().addAll("card-bar", "taken");
        var bar = new HBox(free, taken);
        bar.getStyleClass().add("card-bars");
        free.prefWidthProperty().bind(bar.widthProperty().multiply(Math.min(1, share)));
        taken.prefWidthProperty().bind(bar.widthProperty().multiply(1 - Math.min(1, share)));
        return bar;
    }
}
