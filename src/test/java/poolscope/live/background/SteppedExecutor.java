package poolscope.live.background;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// An executor that runs nothing by itself: tests run what waits, step by step, on their own thread.
public final class SteppedExecutor implements Executor {
    private static final long LONGEST_WAIT_SECONDS = 30;

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    public int waiting() {
        return waiting.size();
    }

    /// Runs what has waited longest.
    public void step() {
        waiting.remove().run();
    }

    /// Runs all that waits, and what that adds, until nothing waits.
    public void runAll() {
        while (!waiting.isEmpty())
            step();
    }

    /// Runs what waits and what other threads add, until that is so.
    public void runUntil(BooleanSupplier isSo) throws InterruptedException {
        while (!isSo.getAsBoolean()) {
            var next = waiting.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            if (next == null) throw new AssertionError("nothing came that changes it");
            next.run();
        }
    }
}
