package poolscope.live.background;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Threads for blocking work: network, files, key stores. The FX thread must not wait for them.
public final class BackgroundThreads implements Executor, AutoCloseable {
    private final ExecutorService threads;

    /// A virtual thread for each piece of work.
    public BackgroundThreads() {
        this(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("background-", 0).factory()));
    }

    private BackgroundThreads(ExecutorService threads) {
        this.threads = threads;
    }

    /// One thread, which runs one piece of work after the other.
    public static BackgroundThreads single(String name) {
        return new BackgroundThreads(
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory()));
    }

    /// @throws java.util.concurrent.RejectedExecutionException
    ///             when this is closed
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
