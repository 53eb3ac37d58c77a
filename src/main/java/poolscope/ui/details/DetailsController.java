package poolscope.ui.details;

import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.util.Subscription;
import poolscope.ui.parts.DeferredNode;

/// The panel beside the table: the selected pool, or totals of several selected or all shown pools.
public final class DetailsController implements AutoCloseable {
    private final DetailsModel model;
    private final SelectionSummary selectionSummary;
    private final Supplier<Parent> pool;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private ScrollPane many;
    @FXML
    private DeferredNode one;

    /// @param pool
    ///            creates the part that shows one pool
    public DetailsController(DetailsModel model, SelectionSummary selectionSummary, Supplier<Parent> pool) {
        this.model = model;
        this.selectionSummary = selectionSummary;
        this.pool = pool;
    }

    @FXML
    private void initialize() {
        many.setContent(selectionSummary);
        subscriptions = Subscription.combine(model.detailsContentProperty().subscribe(this::show),
                one.createWhen(model.detailsContentProperty().map(DetailsContent.OnePool.class::isInstance), pool));
    }

    private void show(DetailsContent detailsContent) {
        many.setVisible(!(detailsContent instanceof DetailsContent.OnePool));
        switch (detailsContent) {
            case DetailsContent.AllShown(var poolTotals, var count) -> selectionSummary.show(poolTotals, count);
            case DetailsContent.SeveralPools(var poolTotals, var common) ->
                selectionSummary.show(poolTotals, common, model.flavorsOfSelection());
            case DetailsContent.OnePool _ -> {
            }
        }
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
