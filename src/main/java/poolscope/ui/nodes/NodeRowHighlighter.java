package poolscope.ui.nodes;

import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;
import poolscope.pool.node.JobsOnNode;
import poolscope.pool.node.PoolNode;

/// Marks the nodes of the chosen jobs in the table, and colours those that need to be looked at.
final class NodeRowHighlighter {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final Map<NodeTableRow.Attention, PseudoClass> ATTENTION = Map.of(NodeTableRow.Attention.TROUBLE,
            PseudoClass.getPseudoClass("trouble"), NodeTableRow.Attention.SOON, PseudoClass.getPseudoClass("soon"),
            NodeTableRow.Attention.MUTED, PseudoClass.getPseudoClass("muted"));

    private final NodesAndJobsFilterModel filter;
    private final Supplier<Instant> now;

    NodeRowHighlighter(NodesAndJobsFilterModel filter, Supplier<Instant> now) {
        this.filter = filter;
        this.now = now;
    }

    /// The cards of a node that the chosen jobs hold; empty when none of them runs there.
    Optional<BitSet> cards(PoolNode node) {
        return JobsOnNode.cards(filter.markedProperty().get(), node);
    }

    void install(TableView<NodeTableRow> table) {
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable NodeTableRow row, boolean empty) {
                super.updateItem(row, empty);
                style(this, row);
            }
        });
    }

    /// @param row
    ///            null when the view shows none
    private void style(TableRow<NodeTableRow> view, @Nullable NodeTableRow row) {
        view.pseudoClassStateChanged(MARKED, row != null && cards(row.node()).isPresent());
        var attention = row == null ? NodeTableRow.Attention.NONE : row.attention(now.get());
        ATTENTION.forEach((one, pseudoClass) -> view.pseudoClassStateChanged(pseudoClass, one == attention));
    }

    /// Other jobs are chosen: the first marked node comes into view.
    void refresh(TableView<NodeTableRow> table) {
        table.refresh();
        if (isAnyMarked(table)) Platform.runLater(() -> scrollToFirst(table));
    }

    private boolean isAnyMarked(TableView<NodeTableRow> table) {
        return table.getItems().stream().anyMatch(row -> cards(row.node()).isPresent());
    }

    /// The chip above the table, which comes with the marks, takes height from it: only after that it is known what is
    /// in view.
    private void scrollToFirst(TableView<NodeTableRow> table) {
        if (table.getScene() == null) return;
        table.getScene().getRoot().layout();
        if (!(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) return;
        IntStream.range(0, table.getItems().size())
                .filter(i -> cards(table.getItems().get(i).node()).isPresent())
                .findFirst()
                .ifPresent(flow::scrollTo);
    }
}
