package poolscope.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The pools of the demo cloud. All methods may be called from any thread, between requests and during them.
///
/// A pool is two numbers; the rest follows from the seed ([PoolGenerator]). The fleet catches up with the clock whenever
/// it is asked.
public final class V1Fleet {
    /// The rows of one response, as they were at one tick.
    record Page(long total, List<V1Pool> rows, long tick) {}

    /// After a jump of the clock over months only the last ticks are followed.
    private static final long TICKS_TO_CATCH_UP = 10_000;
    private static final double EVENTS_PER_TICK = 1 / 15.0;

    private final DemoCloudSettings settings;
    private final DemoFleetPlan plan;
    /// Oldest first; of the same millisecond, by id.
    private final List<V1Pool> pools;
    private final List<DemoPoolIdRecorder> recorders = new ArrayList<>();
    private @Nullable List<V1Pool> byName;
    private int nextSerial;
    private long tick;

    V1Fleet(DemoCloudSettings settings) {
        this.settings = settings;
        plan = DemoFleetPlan.of(settings, settings.clock());
        nextSerial = settings.pools();
        pools = new ArrayList<>(settings.pools() + settings.pools() / 10);
        for (var serial = nextSerial - 1; serial >= 0; serial--)
            pools.add(plan.original(serial));
        pools.sort(byAge());
    }

    DemoFleetPlan plan() {
        return plan;
    }

    /// The current tick; it never goes back.
    synchronized long tick() {
        catchUp();
        return tick;
    }

    /// The ids of all pools, youngest first.
    public synchronized List<String> ids() {
        catchUp();
        return pools.reversed().stream().map(this::id).toList();
    }

    /// Adds a pool that was created now, or a millisecond after the youngest one.
    ///
    /// @return its id
    public synchronized String create() {
        catchUp();
        return add(settings.clock().millis());
    }

    /// Adds a pool that was created at a given time.
    ///
    /// @return its id
    public synchronized String create(Instant createdAt) {
        catchUp();
        return insert(createdAt.toEpochMilli());
    }

    /// Removes a pool.
    ///
    /// @return whether there was one with this id
    public synchronized boolean delete(String id) {
        catchUp();
        var at = IntStream.range(0, pools.size()).filter(i -> id(pools.get(i)).equals(id)).findFirst();
        at.ifPresent(this::remove);
        return at.isPresent();
    }

    /// Begins to record which pools are created and deleted. Close it when done.
    public synchronized DemoPoolIdRecorder watch() {
        catchUp();
        var recorder = new DemoPoolIdRecorder(this, new HashSet<>(ids()));
        recorders.add(recorder);
        return recorder;
    }

    synchronized void forget(DemoPoolIdRecorder recorder) {
        recorders.remove(recorder);
    }

    synchronized Page page(DemoClusterListQuery query) {
        catchUp();
        var matching = matching(query);
        var ordered = query.ascending() ? matching : matching.reversed();
        var from = (int) Math.min(ordered.size(), settings.offset().firstRow(query.offset(), query.limit()));
        var to = (int) Math.min(ordered.size(), (long) from + query.limit());
        return new Page(ordered.size(), List.copyOf(ordered.subList(from, to)), tick);
    }

    private List<V1Pool> matching(DemoClusterListQuery query) {
        var all = query.byName() ? inOrderOfNames() : pools;
        if (query.name().isEmpty() && query.status().isEmpty()) return all;
        return all.stream().filter(pool -> matches(PoolGenerator.of(plan, pool, tick), query)).toList();
    }

    private boolean matches(PoolGenerator poolGenerator, DemoClusterListQuery query) {
        return (query.status().isEmpty() || poolGenerator.status().equals(query.status()))
                && (query.name().isEmpty() || settings.demoNameMatchMode().accepts(poolGenerator.name(), query.name()));
    }

    /// Kept until a pool is created or deleted: names never change.
    private List<V1Pool> inOrderOfNames() {
        record Named(String name, String id, V1Pool pool) {}
        var known = byName;
        if (known != null) return known;
        var sorted = pools.stream()
                .map(pool -> new Named(PoolGenerator.of(plan, pool, tick).name(), id(pool), pool))
                .sorted(Comparator.comparing(Named::name).thenComparing(Named::id))
                .map(Named::pool)
                .toList();
        byName = sorted;
        return sorted;
    }

    /// The drift of membership; that of numbers and statuses follows from the tick alone.
    private void catchUp() {
        if (!settings.drifts()) return;
        var now = plan.tick(settings.clock().millis());
        var first = Math.max(tick, now - TICKS_TO_CATCH_UP) + 1;
        tick = Math.max(tick, now);
        for (var at = first; at <= now; at++)
            drift(plan.deterministicHashRandom().of(-at), plan.startMillis() + at * DemoFleetPlan.TICK_MILLIS);
    }

    /// Sometimes creates or deletes a pool. The fleet stays about as large as it was at the start; an empty one
    /// stays empty.
    private void drift(DeterministicHashRandom deterministicHashRandom, long nowMillis) {
        if (plan.pools() == 0 || !deterministicHashRandom.chance(HashRandomSalt.EVENT, EVENTS_PER_TICK)) return;
        var slack = Math.max(2, plan.pools() / 50);
        var few = pools.isEmpty() || pools.size() < plan.pools() - slack;
        var many = pools.size() > plan.pools() + slack;
        if (few || !many && deterministicHashRandom.chance(HashRandomSalt.CREATED, 0.5)) add(nowMillis);
        else {
            var deleted = deterministicHashRandom.below(HashRandomSalt.DELETED, pools.size());
            if (plan.specialCase(pools.get(deleted).serial()) < 0) remove(deleted);
        }
    }

    private String add(long nowMillis) {
        return insert(pools.isEmpty() ? nowMillis : Math.max(nowMillis, pools.getLast().createdAt() + 1));
    }

    private String insert(long createdAt) {
        var pool = new V1Pool(nextSerial++, createdAt);
        var at = Collections.binarySearch(pools, pool, byAge());
        pools.add(at < 0 ? -at - 1 : at, pool);
        byName = null;
        var id = id(pool);
        recorders.forEach(recorder -> recorder.created(id));
        return id;
    }

    private void remove(int position) {
        var id = id(pools.remove(position));
        byName = null;
        recorders.forEach(recorder -> recorder.deleted(id));
    }

    private Comparator<V1Pool> byAge() {
        return Comparator.comparingLong(V1Pool::createdAt).thenComparing(this::id);
    }

    private String id(V1Pool pool) {
        return PoolGenerator.of(plan, pool, tick).id();
    }
}
