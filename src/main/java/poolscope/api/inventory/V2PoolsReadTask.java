package poolscope.api.inventory;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import poolscope.api.v2.V2PoolListReader;

/// Reads the pools of v2, in a thread of its own, and has the pools that were read before it ends.
final class V2PoolsReadTask extends FutureTask<V2PoolListReader.Result> {
    private final SoFar soFar;

    private V2PoolsReadTask(V2PoolListReader pools, SoFar soFar) {
        super(() -> pools.read(soFar));
        this.soFar = soFar;
    }

    static V2PoolsReadTask of(V2PoolListReader pools) {
        return new V2PoolsReadTask(pools, new SoFar());
    }

    /// The pools read so far; an empty one is the end.
    private static final class SoFar implements Consumer<V2PoolListReader.Result> {
        private final BlockingQueue<Optional<V2PoolListReader.Result>> queue = new LinkedBlockingQueue<>();
        private volatile Optional<V2PoolListReader.Result> newest = Optional.empty();

        @Override
        public void accept(V2PoolListReader.Result result) {
            newest = Optional.of(result);
            queue.add(newest);
        }
    }

    /// The pools that have been read, perhaps without their details; empty before there are any. Does not wait.
    Optional<V2PoolListReader.Result> newest() {
        return state() == State.SUCCESS ? Optional.of(resultNow()) : soFar.newest;
    }

    /// Waits for more pools; each is returned once.
    ///
    /// @return empty once the task has ended
    Optional<V2PoolListReader.Result> next() throws InterruptedException {
        return soFar.queue.take();
    }

    @Override
    protected void done() {
        soFar.queue.add(Optional.empty());
    }
}
