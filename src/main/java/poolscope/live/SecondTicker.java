package poolscope.live;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The current time as a property, updated once a second, for the ages on screen. It is not a Timeline, because JavaFX
/// would render every frame while one runs.
public final class SecondTicker {
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ScheduledExecutorService seconds = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("ticker").factory());

    public SecondTicker(Clock clock) {
        now = new ReadOnlyObjectWrapper<>(this, "now", clock.instant());
        Runnable tell = () -> now.set(clock.instant());
        seconds.scheduleAtFixedRate(() -> Platform.runLater(tell), 1, 1, TimeUnit.SECONDS);
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
