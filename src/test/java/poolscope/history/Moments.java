package poolscope.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import poolscope.pool.Pool;
import poolscope.pool.Pools;

/// Readings of one connection by chance, a minute apart, with copies of all lists.
final class Moments {
    static final HistoryListIdentity SOURCE = new HistoryListIdentity("c", "Connection", "", "https://service.example",
            "p", "");
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    final TreeMap<Instant, List<Pool>> lists = new TreeMap<>();
    private final Random random;
    private List<Pool> now = new ArrayList<>();

    Moments(long seed, int pools) {
        random = new Random(seed);
        for (int i = 0; i < pools; i++)
            now.add(one("id-" + i));
    }

    /// The next reading; two of three bring nothing new.
    KnownPoolsAtTime next() {
        return next(lists.isEmpty() ? START : lists.lastKey().plusSeconds(60));
    }

    /// The next reading, at that time.
    KnownPoolsAtTime next(Instant at) {
        return !lists.isEmpty() && random.nextInt(3) == 0 ? changed(at) : read(at);
    }

    /// A reading, at that time, that differs from the one before.
    KnownPoolsAtTime changed(Instant at) {
        change();
        return read(at);
    }

    private KnownPoolsAtTime read(Instant at) {
        lists.put(at, now);
        return new KnownPoolsAtTime(SOURCE, at, true, now);
    }

    private void change() {
        now = new ArrayList<>(now);
        if (random.nextInt(4) == 0 && !now.isEmpty()) now.remove(random.nextInt(now.size()));
        if (random.nextInt(4) == 0) now.add(one("new-" + random.nextInt(5_000)));
        if (!now.isEmpty()) {
            int changed = random.nextInt(now.size());
            now.set(changed, one(now.get(changed).key()));
        }
    }

    private Pool one(String id) {
        var pools = new Pools(random.nextLong());
        return random.nextBoolean() ? pools.one(id) : pools.oneOfV2(id);
    }
}
