package poolscope.connection;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs calls into a system that may prompt a person, with a timeout. One call at a time, on a platform thread: a
/// native call can't be interrupted, and on a virtual thread it would block the other ones.
final class TimeLimitedCalls {
    private final Duration timeout;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("secret store").factory());

    /// @param timeout
    ///            for one call, including the wait for earlier ones
    TimeLimitedCalls(Duration timeout) {
        this.timeout = timeout;
        thread.allowCoreThreadTimeOut(true);
    }

    /// The result of the call, or `late` after the timeout.
    ///
    /// @param cancel
    ///            cancels the call, which may be running, waiting or over
    <T> T call(Callable<T> call, Runnable cancel, T late) throws InterruptedException {
        Future<T> answer = thread.submit(call);
        boolean over = false;
        try {
            T result = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            over = true;
            return result;
        } catch (TimeoutException _) {
            return late;
        } catch (ExecutionException bug) {
            throw new IllegalStateException("A call into the secret store failed", bug.getCause());
        } finally {
            if (!over) cancel.run();
            answer.cancel(false);
        }
    }
}
