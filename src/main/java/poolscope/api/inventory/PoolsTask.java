package poolscope.api.inventory;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import poolscope.api.v2.PoolReader;

/// Reads the pools of v2, in a thread of its own, and has the pools that were read before it ends.
final class PoolsTask extends FutureTask<PoolReader.Result> {
    private final SoFar soFar;

    private PoolsTask(PoolReader pools, SoFar soFar) {
        super(() -> pools.read(soFar));
        this.soFar = soFar;
    }

    static PoolsTask of(PoolReader pools) {
        return new PoolsTask(pools, new SoFar());
    }

    /// The pools read so far; an empty one is the end.
    private static final class SoFar implements Consumer<PoolReader.Result> {
        private final BlockingQueue<Optional<PoolReader.Result>> queue = new LinkedBlockingQueue<>();
        private volatile Optional<PoolReader.Result> newest = Optional.empty();

        @Override
        public void accept(PoolReader.Result result) {
            newest = Optional.of(result);
            queue.add(newest);
        }
    }

    /// The pools that have been read, perhaps without their details; empty before there are any. Does not wait.
    Optional<PoolReader.Result> newest() {
        return state() == State.SUCCESS ? Optional.of(resultNow()) : soFar.newest;
    }

    /// Waits for more pools; each is returned once.
    ///
    /// @return empty once the task has ended
    Optional<PoolReader.Result> next() throws InterruptedException {
        return soFar.queue.take();
    }

    @Override
    protected void done() {
        soFar.queue.add(Optional.empty());
    }
}
