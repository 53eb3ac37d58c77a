package poolscope.live.background;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The current time as a property, updated once a second, for the ages on screen. It is not a Timeline, because JavaFX
/// would render every frame while one runs.
public final class SecondTicker {
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ScheduledExecutorService seconds = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("ticker").factory());

    /// Stands still until it is started.
    public SecondTicker(Clock clock) {
        this.clock = clock;
        now = new ReadOnlyObjectWrapper<>(this, "now", clock.instant());
    }

    /// Updates the time every second from now on.
    ///
    /// @param fx
    ///            changes the property
    public void start(Executor fx) {
        seconds.scheduleAtFixedRate(() -> fx.execute(this::tick), 1, 1, TimeUnit.SECONDS);
    }

    /// Updates the time at once.
    public void tick() {
        now.set(clock.instant());
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    public Instant now() {
        return now.get();
    }

    public void close() {
        seconds.shutdownNow();
    }
}
