package poolscope.ui.details;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import poolscope.pool.PoolField;
import poolscope.ui.commands.FieldMeaningMenu;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.DeferredNode;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.Texts;

/// The panel beside the table: the selected pool, or totals of several selected or all shown pools.
public final class DetailsPanelController implements AutoCloseable {
    private final DetailsModel model;
    private final SeveralPoolsDetailsPane severalPoolsDetailsPane;
    private final Supplier<Parent> pool;
    private final Texts texts;
    private final Actions actions;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Parent details;
    @FXML
    private ScrollPane many;
    @FXML
    private DeferredNode one;

    /// What the window does for the lines.
    ///
    /// @param showField
    ///            shows what a field means
    /// @param reportCopied
    ///            says that a value was copied
    public record Actions(Consumer<PoolField> showField, Runnable reportCopied) {}

    /// @param pool
    ///            creates the part that shows one pool
    public DetailsPanelController(DetailsModel model, SeveralPoolsDetailsPane severalPoolsDetailsPane,
            Supplier<Parent> pool, Texts texts, Actions actions) {
        this.texts = texts;
        this.actions = actions;
        this.model = model;
        this.severalPoolsDetailsPane = severalPoolsDetailsPane;
        this.pool = pool;
    }

    @FXML
    private void initialize() {
        many.setContent(severalPoolsDetailsPane);
        FieldMeaningMenu.install(details, texts, actions.showField());
        details.addEventHandler(KeyEvent.KEY_PRESSED, this::copy);
        subscriptions = Subscription.combine(model.detailsContentProperty().subscribe(this::show),
                one.createWhen(model.detailsContentProperty().map(DetailsContent.OnePool.class::isInstance), pool));
    }

    /// Of a line with the focus its value. Without that, the menu's own Copy copies the pool.
    private void copy(KeyEvent event) {
        if (!ClipboardText.KEY.match(event) || !(event.getTarget() instanceof NameAndValueLine line)) return;
        if (ClipboardText.put(line, line.value().getText())) actions.reportCopied().run();
        event.consume();
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
