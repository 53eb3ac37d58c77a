package poolscope.ui.details;

import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.util.Subscription;
import poolscope.ui.parts.Late;

/// Beside the table: the pool that is selected, or what several of them, or all that are shown, add up to.
public final class DetailsController implements AutoCloseable {
    private final DetailsModel model;
    private final Summary summary;
    private final Supplier<Parent> pool;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private ScrollPane many;
    @FXML
    private Late one;

    /// @param pool
    ///            makes the part that shows one pool
    public DetailsController(DetailsModel model, Summary summary, Supplier<Parent> pool) {
        this.model = model;
        this.summary = summary;
        this.pool = pool;
    }

    @FXML
    private void initialize() {
        many.setContent(summary);
        subscriptions = Subscription.combine(model.subjectProperty().subscribe(this::show),
                one.when(model.subjectProperty().map(Subject.One.class::isInstance), pool));
    }

    private void show(Subject subject) {
        many.setVisible(!(subject instanceof Subject.One));
        switch (subject) {
            case Subject.Shown(var totals, var counted) -> summary.show(totals, counted);
            case Subject.Many(var totals, var common) -> summary.show(totals, common);
            case Subject.One _ -> {
            }
        }
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
