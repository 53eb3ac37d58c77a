package poolscope.pool;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The nodes of a pool. The document sends one group; the newer API sends several, so this is a list, empty when
/// nothing was said.
public record PoolNodeGroups(List<Group> groups) {

    /// The service did not say.
    public static final PoolNodeGroups NOT_REPORTED = new PoolNodeGroups(List.of());

    /// Stands between the specifications of several groups.
    static final String AND = " + ";

    /// Nodes of one specification. All but the names are whole numbers of nodes when known.
    ///
    /// @param nodePool
    ///            name of the node pool that they belong to; v2 only
    /// @param abnormal
    ///            nodes that are out of order; v2 only, like the two that follow
    public record Group(Value specification, Value count, Value available, Value nodePool, Value abnormal,
            Value creating, Value deleting) {
        /// As v1 sends it.
        public Group(Value specification, Value count, Value available) {
            this(specification, count, available, Value.ABSENT, Value.ABSENT, Value.ABSENT, Value.ABSENT);
        }
    }

    public PoolNodeGroups {
        groups = List.copyOf(groups);
    }

    /// The specification as it came; of several groups, all different ones joined by [#AND].
    public Value specification() {
        if (groups.size() == 1) return groups.getFirst().specification();
        var names = groups.stream()
                .map(Group::specification)
                .filter(Value::isKnown)
                .map(v -> v.asText(""))
                .distinct()
                .toList();
        return names.isEmpty() ? Value.ABSENT : Value.text(names.stream().collect(Collectors.joining(AND)));
    }

    /// How many nodes there are; not known when one group does not say.
    public Value count() {
        return total(Group::count);
    }

    /// How many nodes can be used; not known when one group does not say.
    public Value available() {
        return total(Group::available);
    }

    /// How many nodes are out of order; not known when one group does not say.
    public Value abnormal() {
        return total(Group::abnormal);
    }

    /// How many nodes are being created; not known when one group does not say.
    public Value creating() {
        return total(Group::creating);
    }

    /// How many nodes are being deleted; not known when one group does not say.
    public Value deleting() {
        return total(Group::deleting);
    }

    /// How many nodes can not be used: `count - available_count`.
    public Value unavailable() {
        return count() instanceof Value.Number(BigDecimal all) && available() instanceof Value.Number(BigDecimal usable)
                ? new Value.Number(all.subtract(usable))
                : Value.ABSENT;
    }

    /// Available nodes of all nodes.
    public Value portion() {
        return count() instanceof Value.Number(BigDecimal all) && available() instanceof Value.Number(BigDecimal usable)
                ? new Value.Portion(usable, all)
                : Value.ABSENT;
    }

    private Value total(Function<Group, Value> part) {
        if (groups.size() == 1) return part.apply(groups.getFirst());
        if (groups.isEmpty()) return Value.ABSENT;
        var sum = BigDecimal.ZERO;
        for (var group : groups) {
            if (!(part.apply(group) instanceof Value.Number(BigDecimal number))) return Value.ABSENT;
            sum = sum.add(number);
        }
        return new Value.Number(sum);
    }
}
