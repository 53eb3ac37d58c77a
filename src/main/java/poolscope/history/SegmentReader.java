package poolscope.history;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;

/// Reads a file of one or more segments from its beginning; never fails. What stands before a damage is read.
final class SegmentReader {

    /// Why nothing more is read.
    enum End {
        /// There is no more.
        WHOLE,
        DAMAGED,
        /// What follows is whole, and no history.
        FOREIGN,
        /// What follows is in a later format.
        NEWER,
        /// What follows is more than is taken into memory.
        TOO_LARGE
    }

    private final GzipMemberReader members;
    private final HistoryFileReadLimits limits;
    private Optional<HistoryListIdentity> source = Optional.empty();
    private Optional<End> end = Optional.empty();
    /// The number of pools by connection, with those that are gone.
    private final Map<String, Integer> pools = new HashMap<>();
    private int bytesRead;

    SegmentReader(byte[] file) {
        this(file, HistoryFileReadLimits.OWN);
    }

    SegmentReader(byte[] file, HistoryFileReadLimits limits) {
        this.limits = limits;
        members = new GzipMemberReader(file, limits.content());
    }

    /// The next moment; empty at the end, and from the first damage on.
    Optional<SegmentEntry> next() {
        if (end.isPresent()) return Optional.empty();
        try {
            var content = members.next();
            if (content.isEmpty()) return ended(members.isDamaged() || bytesRead == 0 ? End.DAMAGED : End.WHOLE);
            return event(content.get());
        } catch (TooLargeException _) {
            return ended(End.TOO_LARGE);
        }
    }

    private Optional<SegmentEntry> event(byte[] content) throws TooLargeException {
        try (var parser = JsonLineCodec.FACTORY.createParser(content)) {
            var lines = new JsonLineCodec(parser, limits.values());
            var first = lines.next();
            if (first == null || source.isEmpty() && !isHeader(first)) return ended(End.FOREIGN);
            if (isHeader(first) && isNewer(first)) return ended(End.NEWER);
            var event = isHeader(first) ? beginning(first, lines) : difference(first, source.orElseThrow());
            count(event);
            bytesRead = members.bytesRead();
            return Optional.of(event);
        } catch (TooLargeException e) {
            throw e;
        } catch (IOException | RuntimeException _) {
            return ended(source.isEmpty() ? End.FOREIGN : End.DAMAGED);
        }
    }

    private void count(SegmentEntry event) throws TooLargeException {
        var id = source.orElseThrow().connectionId();
        switch (event) {
            case SegmentEntry.Beginning beginning -> pools.put(id, beginning.byNumber().size());
            case SegmentEntry.Difference difference -> pools.merge(id, difference.appeared().size(), Integer::sum);
        }
        if (pools.values().stream().mapToLong(Integer::longValue).sum() > limits.pools()) throw new TooLargeException();
    }

    private Optional<SegmentEntry> ended(End why) {
        end = Optional.of(why);
        return Optional.empty();
    }

    /// Why nothing more is read, now that [#next] came to an end; empty before.
    Optional<End> end() {
        return end;
    }

    /// Whether it can't be read to its end, now that [#next] came to one.
    boolean isDamaged() {
        return end.filter(why -> why != End.WHOLE && why != End.NEWER).isPresent();
    }

    /// The number of bytes before the damage.
    int bytesRead() {
        return bytesRead;
    }

    private static boolean isHeader(Map<String, @Nullable Object> line) {
        return SegmentLineBuilder.FORMAT.equals(line.get("format"));
    }

    private static boolean isNewer(Map<String, @Nullable Object> header) {
        return StoredPoolJson.number(header.get("version")).orElse(0) > SegmentLineBuilder.VERSION;
    }

    private SegmentEntry beginning(Map<String, @Nullable Object> header, JsonLineCodec lines) throws IOException {
        var of = new HistoryListIdentity(text(header, "connection_id"), text(header, "connection"),
                text(header, "region"), text(header, "endpoint"), text(header, "project_id"),
                text(header, "narrowing"));
        var origin = KnownPoolsAtTime.origin(of, time(header));
        Map<Integer, Pool> pools = new LinkedHashMap<>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            put(line, origin, pools);
            if (pools.size() > limits.pools()) throw new TooLargeException();
        }
        source = Optional.of(of);
        return new SegmentEntry.Beginning(
                new KnownPoolsAtTime(of, time(header), Boolean.TRUE.equals(header.get("complete")),
                        List.copyOf(pools.values())),
                pools, StoredPoolJson.number(header.get(SegmentLineBuilder.CONNECTIONS)),
                Boolean.TRUE.equals(header.get(SegmentLineBuilder.BESIDE_OTHERS)));
    }

    private static SegmentEntry difference(Map<String, @Nullable Object> line, HistoryListIdentity of)
            throws IOException {
        var origin = KnownPoolsAtTime.origin(of, time(line));
        Map<Integer, Pool> appeared = new LinkedHashMap<>();
        if (line.get("appeared") instanceof List<?> pools) for (var pool : pools)
            if (pool instanceof Map<?, ?> members) put(named(members), origin, appeared);
        List<Integer> gone = new ArrayList<>();
        if (line.get("gone") instanceof List<?> numbers) for (var number : numbers)
            gone.add(StoredPoolJson.number(number).orElseThrow());
        return new SegmentEntry.Difference(time(line), ChangedPoolValuesJson.byNumber(line.get("changed")), appeared,
                List.copyOf(gone), Boolean.TRUE.equals(line.get("change")));
    }

    private static void put(Map<String, @Nullable Object> line, PoolOrigin origin, Map<Integer, Pool> pools) {
        pools.put(StoredPoolJson.number(line.get("n")).orElseThrow(), StoredPoolJson.pool(line, origin));
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> stored) {
        Map<String, @Nullable Object> members = new HashMap<>();
        stored.forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
    }

    private static String text(Map<String, @Nullable Object> header, String name) {
        return header.get(name) instanceof String text ? text : "";
    }

    private static Instant time(Map<String, @Nullable Object> line) throws IOException {
        try {
            if (line.get("read_at") instanceof String text) return Instant.parse(text);
        } catch (DateTimeException _) {
            // an unreadable time is treated like a missing one
        }
        throw new IOException("a line without a time");
    }
}
