package poolscope.ui.pools;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import poolscope.live.AllConnectionsStatus;
import poolscope.pool.PoolField;
import poolscope.settings.TableLayout;

/// Shows columns while there is something to see in them, unless the operator showed or hid them.
///
/// @param nodesRead
///            whether the nodes of a pool were read
/// @param estimates
///            whether fields that the program estimates are shown
record AutomaticColumns(ObservableValue<AllConnectionsStatus> allConnectionsStatus, ObservableValue<Boolean> nodesRead,
        ObservableValue<Boolean> estimates) {

    /// Changes the layout now, and whenever there is more or less to see, until it is unsubscribed from.
    Subscription follow(ObjectProperty<TableLayout> layout) {
        return Subscription.combine(
                allConnectionsStatus.map(AutomaticColumns::isOfSeveral).subscribe((_, _) -> show(layout)),
                nodesRead.subscribe((_, _) -> show(layout)),
                allConnectionsStatus.map(AllConnectionsStatus::isFreeKnown).subscribe((_, _) -> show(layout)),
                estimates.subscribe((_, _) -> show(layout)), layout.subscribe(_ -> show(layout)));
    }

    private static boolean isOfSeveral(AllConnectionsStatus status) {
        return status.lines().size() > 1;
    }

    private void show(ObjectProperty<TableLayout> layout) {
        var status = allConnectionsStatus.getValue();
        var connection = TableLayoutColumns.withAutomatic(layout.get(), PoolField.CONNECTION, isOfSeveral(status));
        var next = TableLayoutColumns.withAutomatic(connection, PoolField.FREE_ACCELERATORS, status.isFreeKnown());
        for (var field : List.of(PoolField.LARGEST_FREE_BLOCK, PoolField.WHOLE_FREE_NODES))
            next = TableLayoutColumns.withAutomatic(next, field, nodesRead.getValue());
        layout.set(TableLayoutColumns.withAutomatic(next, PoolField.ESTIMATED_END, estimates.getValue()));
    }
}
