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
    public record Group(FieldValue specification, FieldValue count, FieldValue available, FieldValue nodePool,
            FieldValue abnormal, FieldValue creating, FieldValue deleting) {
        /// As v1 sends it.
        public Group(FieldValue specification, FieldValue count, FieldValue available) {
            this(specification, count, available, FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT,
                    FieldValue.ABSENT);
        }
    }

    public PoolNodeGroups {
        groups = List.copyOf(groups);
    }

    /// The specification as it came; of several groups, all different ones joined by [#AND].
    public FieldValue specification() {
        if (groups.size() == 1) return groups.getFirst().specification();
        var names = groups.stream()
                .map(Group::specification)
                .filter(FieldValue::isKnown)
                .map(v -> v.asText(""))
                .distinct()
                .toList();
        return names.isEmpty() ? FieldValue.ABSENT : FieldValue.text(names.stream().collect(Collectors.joining(AND)));
    }

    /// How many nodes there are; not known when one group does not say.
    public FieldValue count() {
        return total(Group::count);
    }

    /// How many nodes can be used; not known when one group does not say.
    public FieldValue available() {
        return total(Group::available);
    }

    /// How many nodes are out of order; not known when one group does not say.
    public FieldValue abnormal() {
        return total(Group::abnormal);
    }

    /// How many nodes are being created; not known when one group does not say.
    public FieldValue creating() {
        return total(Group::creating);
    }

    /// How many nodes are being deleted; not known when one group does not say.
    public FieldValue deleting() {
        return total(Group::deleting);
    }

    /// How many nodes can not be used: `count - available_count`.
    public FieldValue unavailable() {
        return count() instanceof FieldValue.Number(BigDecimal all)
                && available() instanceof FieldValue.Number(BigDecimal usable)
                        ? new FieldValue.Number(all.subtract(usable))
                        : FieldValue.ABSENT;
    }

    /// Available nodes of all nodes.
    public FieldValue portion() {
        return count() instanceof FieldValue.Number(BigDecimal all)
                && available() instanceof FieldValue.Number(BigDecimal usable)
                        ? new FieldValue.Portion(usable, all)
                        : FieldValue.ABSENT;
    }

    private FieldValue total(Function<Group, FieldValue> part) {
        if (groups.size() == 1) return part.apply(groups.getFirst());
        if (groups.isEmpty()) return FieldValue.ABSENT;
        var sum = BigDecimal.ZERO;
        for (var group : groups) {
            if (!(part.apply(group) instanceof FieldValue.Number(BigDecimal number))) return FieldValue.ABSENT;
            sum = sum.add(number);
        }
        return new FieldValue.Number(sum);
    }
}
