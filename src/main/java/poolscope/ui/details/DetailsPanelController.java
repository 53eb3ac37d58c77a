package poolscope.ui.details;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.util.Subscription;
import poolscope.pool.PoolField;
import poolscope.ui.commands.FieldMeaningMenu;
import poolscope.ui.parts.DeferredNode;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.Texts;

/// The panel beside the table: the selected pool, or totals of several selected or all shown pools.
public final class DetailsPanelController implements AutoCloseable {
    private final DetailsModel model;
    private final SeveralPoolsDetailsPane severalPoolsDetailsPane;
    private final Supplier<Parent> pool;
    private final Texts texts;
    private final Consumer<PoolField> showField;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Parent details;
    @FXML
    private ScrollPane many;
    @FXML
    private DeferredNode one;

    /// @param pool
    ///            creates the part that shows one pool
    /// @param showField
    ///            shows what a field means
    public DetailsPanelController(DetailsModel model, SeveralPoolsDetailsPane severalPoolsDetailsPane,
            Supplier<Parent> pool, Texts texts, Consumer<PoolField> showField) {
        this.texts = texts;
        this.showField = showField;
        this.model = model;
        this.severalPoolsDetailsPane = severalPoolsDetailsPane;
        this.pool = pool;
    }

    @FXML
    private void initialize() {
        many.setContent(severalPoolsDetailsPane);
        FieldMeaningMenu.install(details, texts, showField);
        subscriptions = Subscription.combine(model.detailsContentProperty().subscribe(this::show),
                one.createWhen(model.detailsContentProperty().map(DetailsContent.OnePool.class::isInstance), pool));
    }

    private void show(DetailsContent detailsContent) {
        SceneNodeVisibility.show(many, !(detailsContent instanceof DetailsContent.OnePool));
        switch (detailsContent) {
            case DetailsContent.AllShown(var poolTotals, var count) -> severalPoolsDetailsPane.show(poolTotals, count);
            case DetailsContent.SeveralPools(var poolTotals, var common, var group) ->
                severalPoolsDetailsPane.show(poolTotals, common, group, model.flavorsOfSelection());
            case DetailsContent.OnePool _ -> {
            }
        }
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
