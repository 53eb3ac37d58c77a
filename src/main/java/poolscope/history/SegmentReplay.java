package poolscope.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;
import poolscope.pool.change.PoolChange;
import poolscope.pool.change.PoolListDiff;
import poolscope.pool.change.RecordedReadingOfConnection;

/// The pools of one connection while its segments are read in the order of time. Two programs may have written segments
/// of the same time; as lines hold new values, their order alone decides, and what both saw is one change.
final class SegmentReplay {
    /// So many new values are gathered for each pool on average before they are put into the pools: a file from outside
    /// may have any number of names.
    private static final int PENDING_OF_POOL = 8;
    private static final int LEAST_PENDING = 100_000;
    private final Map<String, Pool> pools = new LinkedHashMap<>();
    private final Map<SegmentReader, Map<Integer, String>> keys = new HashMap<>();
    private final Map<String, Map<String, @Nullable Object>> pending = new HashMap<>();
    private int pendingValues;
    private Optional<KnownPoolsAtTime> newest = Optional.empty();

    /// The pools before and after an event.
    ///
    /// @param readAt
    ///            the moment of the event
    /// @param isWhole
    ///            whether `after` are all pools
    /// @param isSameList
    ///            whether the list of before is the same one, so that what differs is a change
    /// @param wasWhole
    ///            whether that was ever read completely
    record Step(Instant readAt, boolean isWhole, List<Pool> before, List<Pool> after, boolean isSameList,
            boolean wasWhole) {

        List<PoolChange> changes() {
            if (!isSameList) return List.of();
            return PoolListDiff.between(before, after)
                    .stream()
                    .filter(change -> wasWhole || !(change instanceof PoolChange.Appeared))
                    .toList();
        }

        RecordedReadingOfConnection reading() {
            if (isWhole) return RecordedReadingOfConnection.whole(readAt, after);
            var left = after.stream().map(Pool::key).collect(Collectors.toSet());
            return new RecordedReadingOfConnection(readAt, false, after,
                    before.stream().map(Pool::key).filter(key -> !left.contains(key)).toList());
        }
    }

    /// Applies an event whose changes nobody asks for: new values are gathered, and put into the pools by [#known].
    void skip(SegmentReader segment, SegmentEntry event) {
        switch (event) {
            case SegmentEntry.Beginning beginning -> reset(segment, beginning);
            case SegmentEntry.Difference difference -> gather(segment, difference);
        }
    }

    private void gather(SegmentReader segment, SegmentEntry.Difference difference) {
        var byNumber = keys.getOrDefault(segment, Map.of());
        for (var changed : difference.changed().entrySet()) {
            var key = byNumber.get(changed.getKey());
            if (key == null) continue;
            var values = pending.computeIfAbsent(key, _ -> new HashMap<>());
            pendingValues -= values.size();
            values.putAll(changed.getValue());
            pendingValues += values.size();
        }
        if (pendingValues > Math.max(LEAST_PENDING, PENDING_OF_POOL * pools.size())) applyPending();
        difference.appeared().forEach((number, pool) -> {
            byNumber.put(number, pool.key());
            pending.remove(pool.key());
            pools.put(pool.key(), pool);
        });
        for (int number : difference.gone()) {
            pending.remove(byNumber.getOrDefault(number, ""));
            pools.remove(byNumber.getOrDefault(number, ""));
        }
        newest = newest
                .map(known -> new KnownPoolsAtTime(known.source(), difference.readAt(), known.isWhole(), List.of()));
    }

    /// Applies an event.
    Step apply(SegmentReader segment, SegmentEntry event) {
        return switch (event) {
            case SegmentEntry.Beginning beginning -> begin(segment, beginning);
            case SegmentEntry.Difference difference -> differ(segment, difference);
        };
    }

    private Step begin(SegmentReader segment, SegmentEntry.Beginning beginning) {
        var before = newest;
        var earlier = List.copyOf(pools.values());
        reset(segment, beginning);
        return new Step(beginning.readAt(), true, earlier, beginning.known().pools(),
                before.filter(known -> known.source().isSameList(beginning.known().source())).isPresent(),
                before.map(KnownPoolsAtTime::isWhole).orElse(false));
    }

    private void reset(SegmentReader segment, SegmentEntry.Beginning beginning) {
        Map<Integer, String> byNumber = new HashMap<>();
        beginning.byNumber().forEach((number, pool) -> byNumber.put(number, pool.key()));
        keys.put(segment, byNumber);
        pending.clear();
        pendingValues = 0;
        pools.clear();
        beginning.known().pools().forEach(pool -> pools.put(pool.key(), pool));
        newest = Optional.of(beginning.known());
    }

    private Step differ(SegmentReader segment, SegmentEntry.Difference difference) {
        var known = newest.orElseThrow();
        var byNumber = keys.getOrDefault(segment, Map.of());
        var origin = KnownPoolsAtTime.origin(known.source(), difference.readAt());
        List<Pool> before = new ArrayList<>();
        List<Pool> after = new ArrayList<>();
        for (var changed : difference.changed().entrySet()) {
            var pool = pools.get(byNumber.getOrDefault(changed.getKey(), ""));
            if (pool == null) continue;
            before.add(pool);
            after.add(changed(pool, changed.getValue(), origin));
        }
        difference.appeared().forEach((number, pool) -> {
            byNumber.put(number, pool.key());
            Optional.ofNullable(pools.get(pool.key())).ifPresent(before::add);
            after.add(pool);
        });
        for (int number : difference.gone())
            Optional.ofNullable(pools.remove(byNumber.getOrDefault(number, ""))).ifPresent(before::add);
        after.forEach(pool -> pools.put(pool.key(), pool));
        newest = Optional.of(new KnownPoolsAtTime(known.source(), difference.readAt(), known.isWhole(), List.of()));
        return new Step(difference.readAt(), false, before, after, true, known.isWhole());
    }

    private static Pool changed(Pool pool, Map<String, @Nullable Object> values, PoolOrigin origin) {
        var members = StoredPoolJson.of(pool);
        members.putAll(values);
        return StoredPoolJson.pool(members, origin);
    }

    /// The id of the connection in the newest event.
    String connectionId() {
        return newest.map(known -> known.source().connectionId()).orElse("");
    }

    /// The name of the connection in the newest event.
    String connection() {
        return newest.map(known -> known.source().connection()).orElse("");
    }

    /// The keys of all pools that were ever in that segment, by number; a pool that came back has several numbers.
    Map<Integer, String> keys(SegmentReader segment) {
        return Collections.unmodifiableMap(keys.getOrDefault(segment, Map.of()));
    }

    /// All pools at the moment of the newest event; empty before the first one.
    Optional<KnownPoolsAtTime> known() {
        applyPending();
        return newest.map(known -> new KnownPoolsAtTime(known.source(), known.readAt(), known.isWhole(),
                pools.values().stream().map(pool -> at(pool, known.origin())).toList()));
    }

    private void applyPending() {
        for (var values : pending.entrySet()) {
            var pool = pools.get(values.getKey());
            if (pool != null && newest.isPresent())
                pools.put(values.getKey(), changed(pool, values.getValue(), newest.get().origin()));
        }
        pending.clear();
        pendingValues = 0;
    }

    private static Pool at(Pool pool, PoolOrigin origin) {
        var own = pool.poolOrigin();
        return own.readAt().equals(origin.readAt())
                ? pool
                : pool.with(new PoolOrigin(own.connectionId(), own.connection(), own.region(), own.api(), own.page(),
                        origin.readAt(), ""));
    }

    /// The moment of the newest event.
    Optional<Instant> readAt() {
        return newest.map(KnownPoolsAtTime::readAt);
    }
}
