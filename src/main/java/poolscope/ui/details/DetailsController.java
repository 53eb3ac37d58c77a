package poolscope.ui.details;

import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.util.Subscription;
import poolscope.ui.parts.DeferredNode;

/// Beside the table: the pool that is selected, or what several of them, or all that are shown, add up to.
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
    ///            makes the part that shows one pool
    public DetailsController(DetailsModel model, SelectionSummary selectionSummary, Supplier<Parent> pool) {
        this.model = model;
        this.selectionSummary = selectionSummary;
        this.pool = pool;
    }

    @FXML
    private void initialize() {
        many.setContent(selectionSummary);
        subscriptions = Subscription.combine(model.detailsContentProperty().subscribe(this::show),
                one.when(model.detailsContentProperty().map(DetailsContent.One.class::isInstance), pool));
    }

    private void show(DetailsContent detailsContent) {
        many.setVisible(!(detailsContent instanceof DetailsContent.One));
        switch (detailsContent) {
            case DetailsContent.Shown(var poolTotals, var counted) -> selectionSummary.show(poolTotals, counted);
            case DetailsContent.Many(var poolTotals, var common) -> selectionSummary.show(poolTotals, common);
            case DetailsContent.One _ -> {
            }
        }
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
