package poolscope.ui.export;

import java.util.Iterator;
import java.util.function.LongConsumer;
import poolscope.pool.Pool;

/// Counts the pools that are iterated.
final class ProgressIterator implements Iterator<Pool> {
    private static final int REPORT_EVERY = 256;

    private final Iterator<Pool> pools;
    private final LongConsumer progress;
    private long taken;

    ProgressIterator(Iterator<Pool> pools, LongConsumer progress) {
        this.pools = pools;
        this.progress = progress;
    }

    @Override
    public boolean hasNext() {
        return pools.hasNext();
    }

    @Override
    public Pool next() {
        if (++taken % REPORT_EVERY == 0) progress.accept(taken);
        return pools.next();
    }
}
