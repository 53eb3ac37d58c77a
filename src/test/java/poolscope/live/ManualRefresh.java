package poolscope.live;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.api.ReadProgress;
import poolscope.live.background.BackgroundJob;
import poolscope.pool.Inventory;

/// A refresh whose steps are taken by the test.
final class ManualRefresh implements ConnectionRefresher {
    private final ReadOnlyObjectWrapper<BackgroundJob.State<Inventory>> outcome = new ReadOnlyObjectWrapper<>(
            new BackgroundJob.State.Idle<>());
    private final ReadOnlyObjectWrapper<Optional<ReadProgress>> readProgress = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Inventory>> partial = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Supplier<Optional<Inventory>> known = Optional::empty;

    @Override
    public ReadOnlyObjectProperty<BackgroundJob.State<Inventory>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<ReadProgress>> readProgressProperty() {
        return readProgress.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<Inventory>> partialProperty() {
        return partial.getReadOnlyProperty();
    }

    @Override
    public void refresh(boolean byHand, Supplier<Optional<Inventory>> known) {
        this.known = known;
        outcome.set(new BackgroundJob.State.Running<>());
    }

    /// What is known by now of the connection.
    Optional<Inventory> known() {
        return known.get();
    }

    void progress(ReadProgress now) {
        readProgress.set(Optional.of(now));
    }

    void partial(Inventory soFar) {
        partial.set(Optional.of(soFar));
    }

    void end(Inventory read) {
        end(new BackgroundJob.State.Done<>(read));
    }

    void end(BackgroundJob.State<Inventory> how) {
        outcome.set(how);
    }

    @Override
    public void stop() {}
}
