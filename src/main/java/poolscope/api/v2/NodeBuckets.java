package poolscope.api.v2;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import poolscope.api.json.JsonCursor;
import poolscope.api.json.ValueInterner;
import poolscope.pool.Nodes;
import poolscope.pool.Value;

/// Counts the nodes of a pool: the wanted ones (`spec.resources`), and those in each state (`status.resources`).
final class NodeBuckets {
    /// Nodes of one flavor in one node pool.
    private record Bucket(Value flavor, Value nodePool, Value count, Value maxCount) {}

    private enum State {
        AVAILABLE, ABNORMAL, CREATING, DELETING
    }

    /// A flavor, and its node pool unless the service leaves that out in one of both places.
    private record Key(String flavor, String nodePool) {}

    private List<Bucket> wanted = List.of();
    private final Map<State, List<Bucket>> states = new LinkedHashMap<>();
    private boolean isStateKnown;

    /// Reads `spec.resources`.
    void readWanted(JsonCursor in) throws IOException {
        wanted = buckets(in);
    }

    /// Reads `status.resources`. A state that is missing while others are there has no nodes.
    void readStates(JsonCursor in) throws IOException {
        if (!in.isAt(JsonToken.START_OBJECT)) {
            in.skip();
            return;
        }
        while (in.nextField()) {
            var state = switch (in.name()) {
                case "available" -> State.AVAILABLE;
                case "abnormal" -> State.ABNORMAL;
                case "creating" -> State.CREATING;
                case "deleting" -> State.DELETING;
                default -> null;
            };
            if (state == null) in.skip();
            else {
                isStateKnown = true;
                states.put(state, buckets(in));
            }
        }
    }

    /// Some responses have one object, some an array of objects.
    private static List<Bucket> buckets(JsonCursor in) throws IOException {
        var read = new ArrayList<Bucket>();
        LenientJson.forEachElement(in, element -> {
            if (element.isAt(JsonToken.START_OBJECT)) read.add(bucket(element));
            else
                element.skip();
        });
        return read;
    }

    private static Bucket bucket(JsonCursor in) throws IOException {
        Value flavor = Value.ABSENT;
        Value nodePool = Value.ABSENT;
        Value count = Value.ABSENT;
        Value maxCount = Value.ABSENT;
        while (in.nextField()) {
            switch (in.name()) {
                case "flavor" -> flavor = in.word();
                case "nodePool" -> nodePool = in.word();
                case "count" -> count = LenientJson.count(in);
                case "maxCount" -> maxCount = LenientJson.count(in);
                default -> in.skip();
            }
        }
        return new Bucket(flavor, nodePool, count, maxCount);
    }

    /// The largest number of nodes the pool may grow to; absent when one flavor does not report it.
    Value maxCount(ValueInterner valueInterner) {
        return wanted.isEmpty() ? Value.ABSENT : sum(wanted.stream().map(Bucket::maxCount).toList(), valueInterner);
    }

    /// One group for each flavor and node pool. Where a state leaves the node pool out, groups are by flavor only.
    Nodes nodes(ValueInterner valueInterner) {
        boolean byFlavor = states.values()
                .stream()
                .flatMap(List::stream)
                .anyMatch(bucket -> !(bucket.nodePool() instanceof Value.Text));
        var keys = new LinkedHashMap<Key, List<Bucket>>();
        for (var bucket : wanted)
            keys.computeIfAbsent(key(bucket, byFlavor), _ -> new ArrayList<>()).add(bucket);
        states.values()
                .forEach(buckets -> buckets
                        .forEach(bucket -> keys.computeIfAbsent(key(bucket, byFlavor), _ -> new ArrayList<>())));
        var groups = keys.entrySet()
                .stream()
                .map(entry -> group(entry.getKey(), entry.getValue(), byFlavor, valueInterner))
                .toList();
        return valueInterner.whole(Nodes.class, () -> new Nodes(groups), valueInterner.sequence(groups));
    }

    private Nodes.Group group(Key key, List<Bucket> wantedHere, boolean byFlavor, ValueInterner valueInterner) {
        var nodePool = wantedHere.size() == 1 ? wantedHere.getFirst().nodePool() : text(key.nodePool(), valueInterner);
        // nodes that exist but are no longer wanted, such as those being deleted, do not add to the wanted number
        var parts = List.of(text(key.flavor(), valueInterner),
                sum(wantedHere.stream().map(Bucket::count).toList(), valueInterner),
                in(State.AVAILABLE, key, byFlavor, valueInterner), nodePool,
                in(State.ABNORMAL, key, byFlavor, valueInterner), in(State.CREATING, key, byFlavor, valueInterner),
                in(State.DELETING, key, byFlavor, valueInterner));
        return valueInterner.whole(Nodes.Group.class, () -> new Nodes.Group(parts.get(0), parts.get(1), parts.get(2),
                parts.get(3), parts.get(4), parts.get(5), parts.get(6)), valueInterner.sequence(parts));
    }

    private Value in(State state, Key key, boolean byFlavor, ValueInterner valueInterner) {
        if (!isStateKnown) return Value.ABSENT;
        return sum(states.getOrDefault(state, List.of())
                .stream()
                .filter(bucket -> key(bucket, byFlavor).equals(key))
                .map(Bucket::count)
                .toList(), valueInterner);
    }

    private static Key key(Bucket bucket, boolean byFlavor) {
        return new Key(bucket.flavor().asText(""), byFlavor ? "" : bucket.nodePool().asText(""));
    }

    private static Value text(String text, ValueInterner valueInterner) {
        return text.isEmpty() ? Value.ABSENT : valueInterner.text(text);
    }

    /// Absent or unreadable when one of the numbers is.
    private static Value sum(List<Value> numbers, ValueInterner valueInterner) {
        var sum = BigDecimal.ZERO;
        for (var one : numbers) {
            if (!(one instanceof Value.Number(BigDecimal number))) return one;
            sum = sum.add(number);
        }
        return valueInterner.number(sum);
    }
}
