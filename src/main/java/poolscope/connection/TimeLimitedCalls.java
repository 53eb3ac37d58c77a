package poolscope.connection;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls into a system that may ask a person, and doesn't wait for ever. One call at a time, on a thread of its own: a
/// native call can't be interrupted, and on a virtual thread it would hold up all others.
final class TimeLimitedCalls {
    private final Duration longest;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("secret store").factory());

    /// @param longest
    ///            how long one call, and those before it, may take
    TimeLimitedCalls(Duration longest) {
        this.longest = longest;
        thread.allowCoreThreadTimeOut(true);
    }

    /// The answer of the call, or `late` when there is none in time.
    ///
    /// @param cancel
    ///            asks the call to end; it may be running, not yet running or over
    <T> T call(Callable<T> call, Runnable cancel, T late) throws InterruptedException {
        Future<T> answer = thread.submit(call);
        boolean over = false;
        try {
            T result = answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
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
