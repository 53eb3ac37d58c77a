package poolscope.pool;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which accelerators a specification stands for. Cards of different families are different things, so whoever adds
/// them up has to say so. Only names that the contract lists are known; nothing is guessed from parts of a name.
public enum AcceleratorFamily {
    V100,
    T4,
    A100,
    ASCEND_910,
    ASCEND_310,
    /// Cards of several of these in one pool; how many there are of each is not said.
    SEVERAL,
    /// The specification is not listed, or the cards can't be of a node that has none.
    UNKNOWN;

    /// The types by which v2 calls cards.
    private static final Map<String, AcceleratorFamily> TYPES = Map.of("v100", V100, "t4", T4, "tnt004", T4, "a100",
            A100, "snt9", ASCEND_910, "ascend-1980", ASCEND_910, "snt3", ASCEND_310, "ascend-310", ASCEND_310);

    /// The family of the cards of a pool: by their types where the service names them, else by the specification.
    public static AcceleratorFamily of(Pool pool) {
        return pool.v2().accelerator() instanceof FieldValue.Text(String types)
                ? one(Arrays.stream(types.split(", ")).map(AcceleratorFamily::ofType).collect(Collectors.toSet()))
                : only(pool.poolNodeGroups().specification());
    }

    /// The family of a type such as `snt9` or `huawei.com/ascend-1980`.
    public static AcceleratorFamily ofType(String type) {
        return TYPES.getOrDefault(type.substring(type.lastIndexOf('/') + 1), UNKNOWN);
    }

    /// The family whose cards a pool of that specification has.
    public static AcceleratorFamily only(FieldValue specification) {
        return one(of(specification));
    }

    private static AcceleratorFamily one(Set<AcceleratorFamily> families) {
        return families.size() == 1 ? families.iterator().next() : SEVERAL;
    }

    /// The families of cards in a pool of that specification, when it has cards; several when it has several kinds
    /// of nodes.
    public static Set<AcceleratorFamily> of(FieldValue specification) {
        var families = EnumSet.noneOf(AcceleratorFamily.class);
        for (var name : specification.asText("").split(Pattern.quote(PoolNodeGroups.AND), -1))
            BuiltInNodeFlavor.named(name)
                    .map(BuiltInNodeFlavor::family)
                    .orElse(Optional.of(UNKNOWN))
                    .ifPresent(families::add);
        return families.isEmpty() ? EnumSet.of(UNKNOWN) : families;
    }
}
