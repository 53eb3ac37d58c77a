package poolscope.api.v2;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.ValueInterner;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolNodeGroups;

/// Counts the nodes of a pool: the wanted ones (`spec.resources`), and those in each state (`status.resources`).
final class NodeStateCountsParser {
    private enum State {
        WANTED, AVAILABLE, ABNORMAL, CREATING, DELETING
    }

    /// Nodes of one flavor in one node pool.
    private record Bucket(State state, FieldValue flavor, FieldValue nodePool, FieldValue count, FieldValue maxCount) {}

    /// A flavor, and its node pool unless the service leaves that out in one of both places.
    private record Key(String flavor, String nodePool) {}

    private List<Bucket> wanted = List.of();
    /// In the order in which they were sent.
    private final List<Bucket> existing = new ArrayList<>();
    private boolean isStateKnown;

    /// Reads `spec.resources`.
    void readWanted(JsonValueReader in) throws IOException {
        wanted = new ArrayList<>();
        readBuckets(in, State.WANTED, wanted);
    }

    /// Reads `status.resources`. A state that is missing while others are there has no nodes.
    void readStates(JsonValueReader in) throws IOException {
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
                readBuckets(in, state, existing);
            }
        }
    }

    /// Some responses have one object, some an array of objects.
    private static void readBuckets(JsonValueReader in, State state, List<Bucket> buckets) throws IOException {
        LenientJsonReader.forEachElement(in, element -> {
            if (element.isAt(JsonToken.START_OBJECT)) buckets.add(bucket(element, state));
            else
                element.skip();
        });
    }

    private static Bucket bucket(JsonValueReader in, State state) throws IOException {
        FieldValue flavor = FieldValue.ABSENT;
        FieldValue nodePool = FieldValue.ABSENT;
        FieldValue count = FieldValue.ABSENT;
        FieldValue maxCount = FieldValue.ABSENT;
        while (in.nextField()) {
            switch (in.name()) {
                case "flavor" -> flavor = in.word();
                case "nodePool" -> nodePool = in.word();
                case "count" -> count = LenientJsonReader.count(in);
                case "maxCount" -> {
                    if (state == State.WANTED) maxCount = LenientJsonReader.count(in);
                    else
                        in.skip();
                }
                default -> in.skip();
            }
        }
        return new Bucket(state, flavor, nodePool, count, maxCount);
    }

    /// The largest number of nodes the pool may grow to; absent when one flavor does not report it.
    FieldValue maxCount(ValueInterner valueInterner) {
        if (wanted.isEmpty()) return FieldValue.ABSENT;
        var sum = wanted.getFirst().maxCount();
        for (var bucket : wanted.subList(1, wanted.size()))
            sum = plus(sum, bucket.maxCount(), valueInterner);
        return sum;
    }

    /// One group for each flavor and node pool. Where a state leaves the node pool out, groups are by flavor only.
    PoolNodeGroups nodes(ValueInterner valueInterner) {
        boolean byFlavor = false;
        for (var bucket : existing)
            byFlavor |= !(bucket.nodePool() instanceof FieldValue.Text);
        var groups = new LinkedHashMap<Key, GroupBuilder>();
        for (var bucket : wanted)
            groups.computeIfAbsent(key(bucket, byFlavor), _ -> new GroupBuilder(bucket)).add(bucket, valueInterner);
        for (var bucket : existing)
            groups.computeIfAbsent(key(bucket, byFlavor), _ -> new GroupBuilder(bucket)).add(bucket, valueInterner);
        var built = new ArrayList<PoolNodeGroups.Group>(groups.size());
        for (var group : groups.values())
            built.add(group.build(byFlavor, isStateKnown, valueInterner));
        return valueInterner.whole(PoolNodeGroups.class, () -> new PoolNodeGroups(built), built.toArray());
    }

    private static Key key(Bucket bucket, boolean byFlavor) {
        return new Key(bucket.flavor().asText(""), byFlavor ? "" : bucket.nodePool().asText(""));
    }

    /// Absent or unreadable when one of both is.
    private static FieldValue plus(FieldValue sum, FieldValue more, ValueInterner valueInterner) {
        if (!(sum instanceof FieldValue.Number(BigDecimal a))) return sum;
        return more instanceof FieldValue.Number(BigDecimal b) ? valueInterner.number(a.add(b)) : more;
    }

    /// Adds the buckets of one flavor and node pool.
    private static final class GroupBuilder {
        private final Bucket first;
        private final @Nullable FieldValue[] counts = new FieldValue[State.values().length];
        private int wantedBuckets;

        GroupBuilder(Bucket first) {
            this.first = first;
        }

        void add(Bucket bucket, ValueInterner valueInterner) {
            if (bucket.state() == State.WANTED) wantedBuckets++;
            int state = bucket.state().ordinal();
            var before = counts[state];
            counts[state] = before == null ? bucket.count() : plus(before, bucket.count(), valueInterner);
        }

        PoolNodeGroups.Group build(boolean byFlavor, boolean isStateKnown, ValueInterner valueInterner) {
            var none = valueInterner.number(BigDecimal.ZERO);
            var ofState = isStateKnown ? none : FieldValue.ABSENT;
            // nodes that exist but are no longer wanted, such as those being deleted, do not add to the wanted number
            var count = of(State.WANTED, none);
            var available = of(State.AVAILABLE, ofState);
            var abnormal = of(State.ABNORMAL, ofState);
            var creating = of(State.CREATING, ofState);
            var deleting = of(State.DELETING, ofState);
            var specification = name(first.flavor());
            var nodePool = wantedBuckets == 1
                    ? first.nodePool()
                    : byFlavor ? FieldValue.ABSENT : name(first.nodePool());
            return valueInterner.whole(
                    PoolNodeGroups.Group.class, () -> new PoolNodeGroups.Group(specification, count, available,
                            nodePool, abnormal, creating, deleting),
                    specification, count, available, nodePool, abnormal, creating, deleting);
        }

        private FieldValue of(State state, FieldValue otherwise) {
            var count = counts[state.ordinal()];
            return count == null ? otherwise : count;
        }

        private static FieldValue name(FieldValue sent) {
            return sent instanceof FieldValue.Text ? sent : FieldValue.ABSENT;
        }
    }
}
