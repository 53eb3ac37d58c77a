package poolscope.live;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Threads for blocking work: network, files, key stores. The FX thread must not wait for them.
public final class BackgroundThreads implements Executor, AutoCloseable {
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("background-", 0).factory());

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /// Interrupts running work and does not wait for it.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
