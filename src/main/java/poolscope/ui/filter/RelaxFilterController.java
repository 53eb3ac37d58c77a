package poolscope.ui.filter;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.ui.pools.EmptyTableState;
import poolscope.ui.pools.FilterMatchCountModel;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.FilterText;

/// Shown when the filter hides everything: each of its terms, with the number of pools without it.
public final class RelaxFilterController implements AutoCloseable {
    private final PoolsTableModel pools;
    private final FilterMatchCountModel advice;
    private final FilterText texts;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private VBox withouts;

    public RelaxFilterController(PoolsTableModel pools, FilterMatchCountModel advice, FilterText texts) {
        this.pools = pools;
        this.advice = advice;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(pools.emptyTableStateProperty().subscribe((_, _) -> count()),
                pools.arrangedPoolsProperty().subscribe((_, _) -> count()));
    }

    private void count() {
        show(List.of());
        if (pools.emptyTableStateProperty().get() instanceof EmptyTableState.Hidden) advice.withoutEachTerm(this::show);
    }

    private void show(List<FilterMatchCountModel.Counted> now) {
        withouts.getChildren().setAll(now.stream().filter(one -> one.pools() > 0).map(this::link).toList());
        withouts.setManaged(!withouts.getChildren().isEmpty());
    }

    private Hyperlink link(FilterMatchCountModel.Counted one) {
        var link = new Hyperlink(texts.without(texts.print(one.filter()), one.pools()));
        link.setWrapText(true);
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.setOnAction(_ -> pools.filter().drop(one.filter()));
        return link;
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
