package poolscope.live;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.util.Subscription;
import poolscope.connection.ServiceAndProject;
import poolscope.live.RefreshPolicy.Next;
import poolscope.live.background.SecondTicker;

/// Refreshes the connections automatically. It checks once a second whether one is due: after the computer slept there
/// is one refresh and not one for each missed interval, and a clock that is set back does not stop it.
///
/// JavaFX's ScheduledService is not used: it forgets its value at every cycle and counts failures since its start, not
/// in a row.
public final class AutoRefresh {
    private static final System.Logger LOG = System.getLogger(AutoRefresh.class.getName());

    private final ObservableTickedConnectionPools observableTickedConnectionPools;
    private final Function<ServiceAndProject, RefreshPolicy> policy;
    private final Map<ObservableConnectionInventory, Instant> lookedAt = new IdentityHashMap<>();
    private final Subscription ticks;

    /// Starts to check at every tick.
    ///
    /// @param policy
    ///            of each connection; called at every check, because intervals and visibility change
    public AutoRefresh(ObservableTickedConnectionPools observableTickedConnectionPools, SecondTicker secondTicker,
            Function<ServiceAndProject, RefreshPolicy> policy) {
        this.observableTickedConnectionPools = observableTickedConnectionPools;
        this.policy = policy;
        ticks = secondTicker.nowProperty().subscribe((_, now) -> refreshDue(now));
    }

    /// Refreshes the sources that are due. An error of one source does not stop the others or the next check; it is
    /// counted and shown at that source (P18).
    void refreshDue(Instant now) {
        lookedAt.keySet().retainAll(observableTickedConnectionPools.sources());
        for (var observableConnectionInventory : observableTickedConnectionPools.sources()) {
            try {
                refreshDue(observableConnectionInventory, now);
            } catch (RuntimeException | Error e) {
                LOG.log(System.Logger.Level.ERROR, "Automatic refresh met an error of this program", e);
                observableConnectionInventory.notStarted(e);
            }
        }
    }

    private void refreshDue(ObservableConnectionInventory observableConnectionInventory, Instant now) {
        var before = lookedAt.put(observableConnectionInventory, now);
        boolean setBack = before != null && now.isBefore(before.minusSeconds(1));
        switch (policy.apply(observableConnectionInventory.serviceAndProject())
                .after(observableConnectionInventory.state())) {
            case Next.Off _, Next.Busy _, Next.Stopped _ -> {
            }
            case Next.At(var due) -> {
                if (setBack || !now.isBefore(due)) observableConnectionInventory.refreshByItself();
            }
        }
    }

    public void close() {
        ticks.unsubscribe();
    }
}
