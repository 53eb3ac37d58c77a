package poolscope.live;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/// An executor that runs nothing by itself: tests run what waits, step by step, on their own thread.
public final class SteppedExecutor implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

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
}
