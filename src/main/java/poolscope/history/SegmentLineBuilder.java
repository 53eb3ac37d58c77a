package poolscope.history;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import poolscope.pool.FreeResources;
import poolscope.pool.Pool;
import poolscope.pool.change.PoolChange;
import poolscope.pool.change.PoolKey;
import poolscope.pool.change.PoolListDiff;

/// Makes the lines of one segment: a beginning with all pools, each of which gets a number, then what differs. The
/// format is described in the guide.
final class SegmentLineBuilder {
    static final String FORMAT = "poolscope-history";
    /// The newest that is read. Up to version 1, values that changed stood by field, then by number.
    static final int VERSION = 2;
    /// Snapshots have no changes: programs that know only version 1 can open them.
    private static final int SNAPSHOT_VERSION = 1;
    static final String CONNECTIONS = "connections";
    static final String BESIDE_OTHERS = "beside_others";

    /// What the segment says of a pool by now. Free resources are remembered, because some of them differ in every
    /// answer and are not written each time.
    private record Written(int number, FreeResources free) {}

    private final Map<PoolKey, Written> written = new HashMap<>();
    private List<Pool> pools = List.of();
    private int numbers;

    /// For a segment that is about to begin.
    SegmentLineBuilder() {}

    /// Goes on with a segment.
    SegmentLineBuilder(SegmentEnd end) {
        pools = end.known().pools();
        Map<String, Integer> newest = new HashMap<>();
        end.keys().forEach((number, key) -> newest.merge(key, number, Math::max));
        for (var pool : pools)
            written.put(PoolKey.of(pool),
                    new Written(Objects.requireNonNull(newest.get(pool.key())), pool.v2().free()));
        numbers = newest.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /// The first member of the segment.
    ///
    /// @param isBesideOthers
    ///            whether another segment of that time is being written
    byte[] beginning(KnownPoolsAtTime known, boolean isBesideOthers) throws IOException {
        var header = header(known, VERSION);
        if (isBesideOthers) header.put(BESIDE_OTHERS, true);
        return beginning(known, header);
    }

    /// The only member of a connection in a snapshot.
    ///
    /// @param connections
    ///            of how many connections the snapshot is
    byte[] snapshot(KnownPoolsAtTime known, int connections) throws IOException {
        var header = header(known, SNAPSHOT_VERSION);
        header.put(CONNECTIONS, connections);
        return beginning(known, header);
    }

    private byte[] beginning(KnownPoolsAtTime known, Map<String, @Nullable Object> header) throws IOException {
        pools = known.pools();
        return GzipMemberReader.member(out -> {
            try (var json = JsonLineCodec.FACTORY.createGenerator(out)) {
                line(json, header);
                for (Pool pool : known.pools())
                    line(json, numbered(pool));
            }
        });
    }

    private static Map<String, @Nullable Object> header(KnownPoolsAtTime known, int version) {
        var source = known.source();
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("format", FORMAT);
        header.put("version", version);
        header.put("read_at", known.readAt().toString());
        header.put("connection_id", source.connectionId());
        header.put("connection", source.connection());
        header.put("region", source.region());
        header.put("endpoint", source.endpoint());
        header.put("project_id", source.projectId());
        header.put("narrowing", source.narrowing());
        header.put("complete", known.isWhole());
        header.put("pools", known.pools().size());
        return header;
    }

    private Map<String, @Nullable Object> numbered(Pool pool) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("n", ++numbers);
        members.putAll(StoredPoolJson.of(pool));
        written.put(PoolKey.of(pool), new Written(numbers, pool.v2().free()));
        return members;
    }

    /// Takes a later list. Earlier ones are not kept: a list holds the whole answers that it was read from.
    ///
    /// @return what differs from the list before, but for what differs in every answer
    List<PoolChange> advance(List<Pool> now) {
        var changes = PoolListDiff.between(pools, now);
        pools = now;
        return changes;
    }

    /// The next member.
    ///
    /// @param changes
    ///            from [#advance]
    /// @param withFree
    ///            whether to write down all that differs in every answer too
    byte[] next(Instant readAt, List<PoolChange> changes, boolean withFree) throws IOException {
        Map<Integer, Map<String, @Nullable Object>> changed = new LinkedHashMap<>();
        List<Object> appeared = new ArrayList<>();
        List<Object> gone = new ArrayList<>();
        for (var change : changes)
            switch (change) {
                case PoolChange.Appeared(var pool) -> appeared.add(numbered(pool));
                case PoolChange.Gone(var pool) ->
                    gone.add(Objects.requireNonNull(written.remove(PoolKey.of(pool))).number());
                case PoolChange.Changed(var before, var pool, var _) -> difference(before, pool, changed);
            }
        if (withFree) pools.forEach(pool -> difference(pool, pool, changed));
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("read_at", readAt.toString());
        if (!changes.isEmpty()) line.put("change", true);
        if (!changed.isEmpty()) line.put("changed", ChangedPoolValuesJson.of(changed));
        if (!appeared.isEmpty()) line.put("appeared", appeared);
        if (!gone.isEmpty()) line.put("gone", gone);
        return GzipMemberReader.member(out -> {
            try (var json = JsonLineCodec.FACTORY.createGenerator(out)) {
                line(json, line);
            }
        });
    }

    /// Adds what differs from what the segment says, by number and field.
    private void difference(Pool before, Pool after, Map<Integer, Map<String, @Nullable Object>> changed) {
        var key = PoolKey.of(after);
        var known = Objects.requireNonNull(written.get(key));
        if (before == after && known.free().equals(after.v2().free())) return;
        var from = StoredPoolJson.of(before.with(before.allocatableResources(), before.v2().withFree(known.free())));
        var to = StoredPoolJson.of(after);
        to.forEach((name, value) -> {
            if (!Objects.equals(value, from.get(name))) put(changed, known.number(), name, value);
        });
        for (var name : from.keySet())
            if (!to.containsKey(name)) put(changed, known.number(), name, null);
        written.put(key, new Written(known.number(), after.v2().free()));
    }

    private static void put(Map<Integer, Map<String, @Nullable Object>> changed, int number, String name,
            @Nullable Object value) {
        changed.computeIfAbsent(number, _ -> new LinkedHashMap<>()).put(name, value);
    }

    private static void line(JsonGenerator json, Map<String, @Nullable Object> members) throws IOException {
        JsonLineCodec.write(json, members);
        json.writeRaw('\n');
    }
}
