package poolscope.history;

import com.fasterxml.jackson.core.JsonParser;
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

/// Reads a segment from its beginning; never fails. What stands before a damage is read.
final class SegmentReader {
    private final GzipMembers members;
    private Optional<HistoryListIdentity> source = Optional.empty();
    private boolean isMalformed;
    private boolean isNewer;
    private int bytesRead;

    SegmentReader(byte[] file) {
        members = new GzipMembers(file);
    }

    /// The next moment; empty at the end, and from the first damage on.
    Optional<SegmentEvent> next() {
        if (isMalformed || isNewer) return Optional.empty();
        var content = members.next();
        if (content.isEmpty()) return Optional.empty();
        try (var parser = JsonLines.FACTORY.createParser(content.get())) {
            Optional<SegmentEvent> event = source.isPresent()
                    ? Optional.of(difference(first(parser), source.get()))
                    : beginning(parser);
            bytesRead = members.bytesRead();
            return event;
        } catch (IOException | RuntimeException _) {
            isMalformed = true;
            return Optional.empty();
        }
    }

    /// Whether it can't be read to its end, now that [#next] came to one.
    boolean isDamaged() {
        return isMalformed || members.isDamaged() || source.isEmpty() && !isNewer;
    }

    /// The number of bytes before the damage.
    int bytesRead() {
        return bytesRead;
    }

    private static Map<String, @Nullable Object> first(JsonParser parser) throws IOException {
        var line = JsonLines.next(parser);
        if (line == null) throw new IOException("there is no line");
        return line;
    }

    private Optional<SegmentEvent> beginning(JsonParser parser) throws IOException {
        var header = first(parser);
        if (!SegmentLines.FORMAT.equals(header.get("format"))) throw new IOException("not a history file");
        isNewer = StoredPool.number(header.get("version")).orElse(0) > SegmentLines.VERSION;
        if (isNewer) return Optional.empty();
        var of = new HistoryListIdentity(text(header, "connection_id"), text(header, "connection"),
                text(header, "region"), text(header, "endpoint"), text(header, "project_id"),
                text(header, "narrowing"));
        var origin = KnownPools.origin(of, time(header));
        Map<Integer, Pool> pools = new LinkedHashMap<>();
        for (var line = JsonLines.next(parser); line != null; line = JsonLines.next(parser))
            put(line, origin, pools);
        source = Optional.of(of);
        return Optional.of(new SegmentEvent.Beginning(new KnownPools(of, time(header),
                Boolean.TRUE.equals(header.get("complete")), List.copyOf(pools.values())), pools));
    }

    private static SegmentEvent difference(Map<String, @Nullable Object> line, HistoryListIdentity of)
            throws IOException {
        var origin = KnownPools.origin(of, time(line));
        Map<Integer, Pool> appeared = new LinkedHashMap<>();
        if (line.get("appeared") instanceof List<?> pools) for (var pool : pools)
            if (pool instanceof Map<?, ?> members) put(named(members), origin, appeared);
        List<Integer> gone = new ArrayList<>();
        if (line.get("gone") instanceof List<?> numbers) for (var number : numbers)
            gone.add(StoredPool.number(number).orElseThrow());
        return new SegmentEvent.Difference(time(line), changed(line.get("changed")), appeared, List.copyOf(gone),
                Boolean.TRUE.equals(line.get("change")));
    }

    private static Map<Integer, Map<String, @Nullable Object>> changed(@Nullable Object stored) {
        Map<Integer, Map<String, @Nullable Object>> byNumber = new LinkedHashMap<>();
        if (stored instanceof Map<?, ?> byName) byName.forEach((name, values) -> {
            if (values instanceof Map<?, ?> column)
                column.forEach((number, value) -> byNumber
                        .computeIfAbsent(Integer.valueOf(number.toString()), _ -> new HashMap<>())
                        .put(name.toString(), value));
        });
        return byNumber;
    }

    private static void put(Map<String, @Nullable Object> line, PoolOrigin origin, Map<Integer, Pool> pools) {
        pools.put(StoredPool.number(line.get("n")).orElseThrow(), StoredPool.pool(line, origin));
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
            // as bad as none
        }
        throw new IOException("a line without a time");
    }
}
