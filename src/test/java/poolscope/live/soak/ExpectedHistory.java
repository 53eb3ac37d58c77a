package poolscope.live.soak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import poolscope.live.soak.ServicePool.Facts;
import poolscope.live.soak.ServicePool.Listed;
import poolscope.live.soak.ServicePool.Measured;
import poolscope.pool.Inventory;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.PoolField;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.FieldChange;
import poolscope.pool.change.PoolChange;

/// What must be known of one connection, and what must be in the log, worked out from the service's own states and from
/// the lists on screen without the classes that are tested.
final class ExpectedHistory {
    private final Map<String, Facts> known = new TreeMap<>();
    private Map<String, Facts> lookedAt = Map.of();
    private boolean isWhole;

    /// What a refresh must have led to.
    ///
    /// @param log
    ///            lines of the change log, in any order
    /// @param hits
    ///            what a rule that watches `status:abnormal` finds
    /// @param wrong
    ///            what is wrong with the list on screen
    record Expected(List<String> log, List<String> hits, List<String> wrong) {}

    /// A refresh brought nothing that replaces the list on screen.
    static Expected nothing() {
        return new Expected(List.of(), List.of(), List.of());
    }

    /// Takes a list that is on screen now.
    ///
    /// @param states
    ///            the service's, since the refresh began
    Expected read(Inventory read, List<List<ServicePool>> states) {
        var wrong = new ArrayList<String>();
        Map<String, Facts> shown = new HashMap<>();
        boolean hasMetrics = read.parts()
                .stream()
                .noneMatch(part -> part.kind() == InventoryPartReadOutcome.Kind.METRICS
                        && !(part.state() instanceof InventoryPartReadOutcome.State.Read));
        for (var pool : read.pools()) {
            var facts = ServicePool.facts(pool);
            if (shown.put(pool.key(), facts) != null) wrong.add("twice on screen: " + pool.key());
            if (!isTrue(pool.key(), facts, ServicePool.isOfV2(pool), states, hasMetrics))
                wrong.add("invented: " + pool.key() + " " + facts);
            var before = known.get(pool.key());
            if (!hasMetrics && before != null && facts.measured().equals(Measured.NONE))
                shown.put(pool.key(), new Facts(facts.listed(), before.measured()));
        }
        if (read.isComplete())
            alwaysThere(states).stream().filter(id -> !shown.containsKey(id)).forEach(id -> wrong.add("lost: " + id));
        if (!read.isComplete()) known.forEach(shown::putIfAbsent);
        return advance(shown, read.isComplete(), wrong);
    }

    private Expected advance(Map<String, Facts> next, boolean isComplete, List<String> wrong) {
        List<String> log = lines(known, next).stream().filter(line -> isWhole || !line.startsWith("+ ")).toList();
        List<String> hits = new ArrayList<>();
        if (isWhole) {
            abnormal(next).stream()
                    .filter(id -> !abnormal(known).contains(id))
                    .forEach(id -> hits.add("STARTED " + id));
            abnormal(known).stream()
                    .filter(id -> !abnormal(next).contains(id))
                    .forEach(id -> hits.add("STOPPED " + id));
        }
        // a pool that was always there and is only read now is no new one
        if (!isWhole) {
            var looked = new TreeMap<>(lookedAt);
            next.forEach(looked::putIfAbsent);
            lookedAt = looked;
        }
        known.clear();
        known.putAll(next);
        isWhole |= isComplete;
        return new Expected(log, hits, wrong);
    }

    private static Set<String> abnormal(Map<String, Facts> pools) {
        return pools.entrySet()
                .stream()
                .filter(pool -> pool.getValue().isAbnormal())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// The pools that were there in all of these states.
    private static Set<String> alwaysThere(List<List<ServicePool>> states) {
        Set<String> ids = new HashSet<>(states.getFirst().stream().map(ServicePool::id).toList());
        for (var state : states)
            ids.retainAll(state.stream().map(ServicePool::id).collect(Collectors.toSet()));
        return ids;
    }

    /// Whether the service has said all this of the pool in one of these states. The list and the metrics are answers
    /// of their own.
    private static boolean isTrue(String id, Facts facts, boolean isV2, List<List<ServicePool>> states,
            boolean hasMetrics) {
        boolean mayBeUnmeasured = isV2 && (!hasMetrics || !alwaysThere(states).contains(id));
        return isEver(states, id, pool -> pool.listed().equals(facts.listed()))
                && (isEver(states, id, pool -> pool.measured().equals(facts.measured()))
                        || mayBeUnmeasured && facts.measured().equals(Measured.NONE));
    }

    private static boolean isEver(List<List<ServicePool>> states, String id, Predicate<ServicePool> isSo) {
        return states.stream().flatMap(List::stream).anyMatch(pool -> pool.id().equals(id) && isSo.test(pool));
    }

    /// Somebody looks at the window: what is known now is what later changes are compared with.
    void look() {
        lookedAt = Map.copyOf(known);
    }

    /// The pools that differ from when somebody last looked.
    Set<String> differing() {
        return lines(lookedAt, known).stream().map(line -> line.split(" ", 3)[1]).collect(Collectors.toSet());
    }

    Map<String, Facts> known() {
        return known;
    }

    private static List<String> lines(Map<String, Facts> before, Map<String, Facts> now) {
        List<String> lines = new ArrayList<>();
        before.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> lines.add("- " + id));
        now.forEach((id, facts) -> {
            var was = before.get(id);
            if (was == null) lines.add("+ " + id);
            else
                addFields(id, was, facts, lines);
        });
        return lines;
    }

    private static void addFields(String id, Facts was, Facts is, List<String> lines) {
        Listed before = was.listed();
        Listed now = is.listed();
        addField(id, PoolField.NAME, before.name(), now.name(), lines);
        addField(id, PoolField.STATUS, before.status(), now.status(), lines);
        addField(id, PoolField.NODE_COUNT, before.nodes(), now.nodes(), lines);
        addField(id, PoolField.AVAILABLE_NODES, before.available(), now.available(), lines);
        addField(id, PoolField.ACCELERATORS, was.measured().cards(), is.measured().cards(), lines);
        addField(id, PoolField.FREE_ACCELERATORS, was.measured().free(), is.measured().free(), lines);
    }

    private static void addField(String id, PoolField field, String before, String now, List<String> lines) {
        if (!before.equals(now)) lines.add("~ " + id + " " + field.id() + " " + before + " > " + now);
    }

    /// The same lines from the program's log.
    static List<String> lines(Collection<ChangeLogEntry> entries, Instant at) {
        List<String> lines = new ArrayList<>();
        for (var entry : entries)
            if (entry.seenAt().equals(at)) add(entry.change(), lines);
        return lines;
    }

    private static void add(PoolChange change, List<String> lines) {
        switch (change) {
            case PoolChange.Appeared(var pool) -> lines.add("+ " + pool.key());
            case PoolChange.Gone(var pool) -> lines.add("- " + pool.key());
            case PoolChange.Changed(_, var pool, var fields) -> fields.stream()
                    .filter(ExpectedHistory::isCompared)
                    .forEach(field -> addField(pool.key(), field.field(), ServicePool.text(field.from()),
                            ServicePool.text(field.to()), lines));
        }
    }

    private static boolean isCompared(FieldChange change) {
        return switch (change.field()) {
            case NAME, STATUS, NODE_COUNT, AVAILABLE_NODES, ACCELERATORS, FREE_ACCELERATORS -> true;
            default -> false;
        };
    }
}
