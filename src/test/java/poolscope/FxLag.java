package poolscope;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import javafx.application.Platform;

/// How long events wait for the FX thread: every 20 ms one is sent to it, and the time until it runs is counted.
final class FxLag implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(20);
    /// In tenths of a millisecond; what takes longer counts as the last one.
    private final AtomicIntegerArray counts = new AtomicIntegerArray(50_000);
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("fx-lag").factory());

    FxLag() {
        thread.scheduleAtFixedRate(this::send, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void send() {
        long sent = System.nanoTime();
        Platform.runLater(() -> {
            long tenths = (System.nanoTime() - sent) / 100_000;
            counts.incrementAndGet((int) Math.min(tenths, counts.length() - 1));
        });
    }

    /// In milliseconds: as long or shorter has this part of the events waited.
    double percentile(double part) {
        long all = 0;
        for (int i = 0; i < counts.length(); i++)
            all += counts.get(i);
        long seen = 0;
        int last = 0;
        for (int i = 0; i < counts.length() && seen < all * part; i++)
            if (counts.get(i) > 0) {
                seen += counts.get(i);
                last = i;
            }
        return last / 10.0;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
