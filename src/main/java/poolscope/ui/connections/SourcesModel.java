package poolscope.ui.connections;

import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import poolscope.live.Fleet;
import poolscope.live.Ledger;
import poolscope.live.Ticker;

/// The connections and what each of them is doing, as time goes by.
public final class SourcesModel {
    private final Fleet fleet;
    private final Ticker ticker;

    public SourcesModel(Fleet fleet, Ticker ticker) {
        this.fleet = fleet;
        this.ticker = ticker;
    }

    public ReadOnlyObjectProperty<Ledger> ledgerProperty() {
        return fleet.ledgerProperty();
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return ticker.nowProperty();
    }
}
