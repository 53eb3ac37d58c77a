package poolscope.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The pools of the stand-in. All methods may be called from any thread, between requests and during them.
///
/// A pool is two numbers; the rest follows from the seed ([PoolGenerator]). The fleet catches up with the clock whenever
/// it is asked.
public final class DemoFleet {
    /// The rows of one answer, as they were at one tick.
    record Page(long total, List<DemoPool> rows, long tick) {}

    /// A clock that jumps over months would take long to follow; only the last ticks are.
    private static final long TICKS_TO_CATCH_UP = 10_000;
    private static final double EVENTS_PER_TICK = 1 / 15.0;

    private final DemoSettings settings;
    private final FleetPlan plan;
    private final Random chance;
    /// Oldest first; of the same millisecond, by id.
    private final List<DemoPool> pools;
    private final List<FleetRecorder> watches = new ArrayList<>();
    private @Nullable List<DemoPool> byName;
    private int nextSerial;
    private long tick;

    DemoFleet(DemoSettings settings) {
        this.settings = settings;
        plan = FleetPlan.of(settings, settings.clock());
        chance = new Random(settings.seed());
        nextSerial = settings.pools();
        pools = new ArrayList<>(settings.pools() + settings.pools() / 10);
        for (var serial = nextSerial - 1; serial >= 0; serial--)
            pools.add(plan.original(serial));
        pools.sort(byAge());
    }

    FleetPlan plan() {
        return plan;
    }

    /// How many pools there are now.
    public synchronized int size() {
        catchUp();
        return pools.size();
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

    /// Begins to note which pools come and go. Close it when done.
    public synchronized FleetRecorder watch() {
        catchUp();
        var watch = new FleetRecorder(this, new HashSet<>(ids()));
        watches.add(watch);
        return watch;
    }

    synchronized void forget(FleetRecorder watch) {
        watches.remove(watch);
    }

    /// With the chance that the settings give, creates or deletes a pool somewhere.
    synchronized void perhapsChange() {
        if (settings.changeRate() == 0 || chance.nextDouble() >= settings.changeRate()) return;
        catchUp();
        if (pools.isEmpty() || chance.nextBoolean()) add(settings.clock().millis());
        else
            remove(chance.nextInt(pools.size()));
    }

    synchronized Page page(ClusterQuery query) {
        catchUp();
        var matching = matching(query);
        var ordered = query.ascending() ? matching : matching.reversed();
        var from = (int) Math.min(ordered.size(), settings.offset().firstRow(query.offset(), query.limit()));
        var to = (int) Math.min(ordered.size(), (long) from + query.limit());
        return new Page(ordered.size(), List.copyOf(ordered.subList(from, to)), tick);
    }

    private List<DemoPool> matching(ClusterQuery query) {
        var all = query.byName() ? inOrderOfNames() : pools;
        if (query.name().isEmpty() && query.status().isEmpty()) return all;
        return all.stream().filter(pool -> matches(PoolGenerator.of(plan, pool, tick), query)).toList();
    }

    private boolean matches(PoolGenerator poolGenerator, ClusterQuery query) {
        return (query.status().isEmpty() || poolGenerator.status().equals(query.status()))
                && (query.name().isEmpty() || settings.nameMatchMode().accepts(poolGenerator.name(), query.name()));
    }

    /// Kept until a pool comes or goes: names never change.
    private List<DemoPool> inOrderOfNames() {
        record Named(String name, String id, DemoPool pool) {}
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
            drift(plan.hashRandom().of(-at), plan.startMillis() + at * FleetPlan.TICK_MILLIS);
    }

    /// Now and then a pool appears or vanishes. The fleet stays about as large as it was at the start; an empty one
    /// stays empty.
    private void drift(HashRandom hashRandom, long nowMillis) {
        if (plan.pools() == 0 || !hashRandom.chance(RandomStream.EVENT, EVENTS_PER_TICK)) return;
        var slack = Math.max(2, plan.pools() / 50);
        var few = pools.isEmpty() || pools.size() < plan.pools() - slack;
        var many = pools.size() > plan.pools() + slack;
        if (few || !many && hashRandom.chance(RandomStream.BIRTH, 0.5)) add(nowMillis);
        else {
            var victim = hashRandom.below(RandomStream.VICTIM, pools.size());
            if (plan.oddity(pools.get(victim).serial()) < 0) remove(victim);
        }
    }

    private String add(long nowMillis) {
        return insert(pools.isEmpty() ? nowMillis : Math.max(nowMillis, pools.getLast().createdAt() + 1));
    }

    private String insert(long createdAt) {
        var pool = new DemoPool(nextSerial++, createdAt);
        var at = Collections.binarySearch(pools, pool, byAge());
        pools.add(at < 0 ? -at - 1 : at, pool);
        byName = null;
        var id = id(pool);
        watches.forEach(watch -> watch.born(id));
        return id;
    }

    private void remove(int position) {
        var id = id(pools.remove(position));
        byName = null;
        watches.forEach(watch -> watch.died(id));
    }

    private Comparator<DemoPool> byAge() {
        return Comparator.comparingLong(DemoPool::createdAt).thenComparing(this::id);
    }

    private String id(DemoPool pool) {
        return PoolGenerator.of(plan, pool, tick).id();
    }
}
