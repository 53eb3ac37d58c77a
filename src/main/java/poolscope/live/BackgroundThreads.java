package poolscope.live;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Threads for work that waits: network, files, key stores. Never for the FX thread to wait on.
public final class BackgroundThreads implements Executor, AutoCloseable {
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("background-", 0).factory());

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /// Interrupts what is still running and does not wait for it.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
