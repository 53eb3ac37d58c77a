package poolscope.live;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import poolscope.api.ReadProgress;
import poolscope.live.background.BackgroundJob;
import poolscope.pool.Inventory;

/// The refreshes of one connection, one at a time. Properties change on the FX thread only; tests without a JavaFX
/// toolkit have an implementation of their own.
public interface ConnectionRefresher {

    /// How the last refresh ended, or that one is running.
    ReadOnlyObjectProperty<BackgroundJob.State<Inventory>> outcomeProperty();

    /// How far the running refresh is; empty before the first response.
    ReadOnlyObjectProperty<Optional<ReadProgress>> readProgressProperty();

    /// What the running refresh has read so far.
    ReadOnlyObjectProperty<Optional<Inventory>> partialProperty();

    /// Reads again, unless it is reading already or the reader is closed.
    ///
    /// @param byHand
    ///            whether the operator requested it: only then a refused sign-in is tried again
    /// @param known
    ///            asked by the thread that reads, once it has read, for what is known by then: from that it follows
    ///            since when each pool has its status
    void refresh(boolean byHand, Supplier<Optional<Inventory>> known);

    /// Stops a running refresh. How the last one ended is kept when none is running.
    void stop();
}
