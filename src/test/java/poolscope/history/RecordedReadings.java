package poolscope.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// What a history must have of readings of one connection: all that were written down, and perhaps the one that was
/// being written when the program was killed. Pools are compared by all their fields, without anything of the history.
final class RecordedReadings {
    private final TreeMap<Instant, List<Pool>> written = new TreeMap<>();
    private Optional<KnownPoolsAtTime> unfinished = Optional.empty();
    private List<AcknowledgedChange> seen = List.of();
    private Optional<List<AcknowledgedChange>> unfinishedSeen = Optional.empty();

    /// A reading is being written.
    void begin(KnownPoolsAtTime reading) {
        unfinished = Optional.of(reading);
    }

    /// It is written.
    void end() {
        unfinished.ifPresent(reading -> written.put(reading.readAt(), reading.pools()));
        unfinished = Optional.empty();
    }

    void beginAcknowledging(List<AcknowledgedChange> next) {
        unfinishedSeen = Optional.of(next);
    }

    void endAcknowledging() {
        seen = unfinishedSeen.orElse(seen);
        unfinishedSeen = Optional.empty();
    }

    /// Compares with what a program finds that has just started. What it has of an unfinished reading counts as written
    /// from now on.
    void assertKept(HistoryFolder history, Instant now, String as) throws IOException {
        settle(history, as);
        var oldest = now.minus(HistoryFolder.LONGEST);
        for (var reading : written.entrySet()) {
            var known = history.at("c", reading.getKey());
            if (known.isPresent() || !reading.getKey().isBefore(oldest))
                assertThat(known.map(found -> fields(found.pools()))).as("%s: at %s", as, reading.getKey())
                        .contains(fields(reading.getValue()));
        }
        if (written.isEmpty()) return;
        var since = written.ceilingKey(oldest);
        var changed = changed(since);
        assertThat(history.changesSince("c", since.plusNanos(1))
                .stream()
                .map(entry -> entry.seenAt() + " " + entry.change().pool().key())
                .sorted()).as("%s: changes", as).isEqualTo(changed);
        assertThat(history.moments("c").stream().filter(at -> at.isAfter(since))).as("%s: moments", as)
                .containsAll(changed.stream().map(line -> Instant.parse(line.split(" ")[0])).distinct().toList())
                .allMatch(written::containsKey);
    }

    /// Compares with what is left of a history that was being deleted: the readings from one on.
    void assertEndKept(HistoryFolder history, String as) throws IOException {
        boolean isLeft = false;
        for (var reading : written.entrySet()) {
            var known = history.at("c", reading.getKey());
            if (isLeft || known.isPresent())
                assertThat(known.map(found -> fields(found.pools()))).as("%s: at %s", as, reading.getKey())
                        .contains(fields(reading.getValue()));
            isLeft = known.isPresent();
        }
    }

    private void settle(HistoryFolder history, String as) throws IOException {
        var newest = history.newest("c").map(found -> fields(found.pools()));
        var last = Optional.ofNullable(written.lastEntry()).map(entry -> fields(entry.getValue()));
        var next = unfinished.map(reading -> fields(reading.pools()));
        assertThat(newest).as("%s: newest", as).isIn(last, next.isPresent() ? next : last);
        if (next.isPresent() && newest.equals(next)) end();
        unfinished = Optional.empty();
        var found = history.acknowledged("c");
        assertThat(names(found)).as("%s: acknowledged", as).isIn(names(seen), names(unfinishedSeen.orElse(seen)));
        seen = found;
        unfinishedSeen = Optional.empty();
    }

    private static List<String> names(List<AcknowledgedChange> changes) {
        return changes.stream()
                .map(one -> one.key() + " " + one.at() + " " + one.pool().map(RecordedReadings::fields))
                .toList();
    }

    /// Which pools differ from the reading before, after a time.
    private List<String> changed(Instant after) {
        return written.tailMap(after, false).entrySet().stream().flatMap(reading -> {
            var before = fields(written.lowerEntry(reading.getKey()).getValue());
            var now = fields(reading.getValue());
            return Stream.concat(before.keySet().stream(), now.keySet().stream())
                    .distinct()
                    .filter(key -> !String.valueOf(before.get(key)).equals(String.valueOf(now.get(key))))
                    .map(key -> reading.getKey() + " " + key);
        }).sorted().toList();
    }

    private static Map<String, List<FieldValue>> fields(List<Pool> pools) {
        return pools.stream().collect(Collectors.toMap(Pool::key, RecordedReadings::fields));
    }

    private static List<FieldValue> fields(Pool pool) {
        List<FieldValue> values = new ArrayList<>();
        for (var field : PoolField.values())
            if (field != PoolField.CONNECTION) values.add(field.of(pool));
        return values;
    }
}
