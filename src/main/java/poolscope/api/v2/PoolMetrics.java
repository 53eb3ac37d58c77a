package poolscope.api.v2;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import poolscope.api.json.ValueInterner;
import poolscope.pool.AllocatableResources;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.PoolFreeCardFields;
import poolscope.pool.node.ResourceAmounts;

/// Capacity and free resources of a pool, from the runtime metrics.
///
/// @param poolId
///            the pool's id; two pools may have the same name
/// @param capacity
///            total for jobs
/// @param free
///            what of that is not allocated to jobs
/// @param cardTypes
///            types of cards, joined by `, `; absent when there are none
record PoolMetrics(FieldValue poolId, AllocatableResources capacity, FreeResources free, FieldValue cardTypes) {

    static PoolMetrics of(FieldValue poolId, ResourceAmounts capacity, ResourceAmounts allocated,
            ValueInterner valueInterner) {
        var cards = capacity.cards();
        var types = cards.isEmpty() ? FieldValue.ABSENT : valueInterner.text(String.join(", ", cards.keySet()));
        return new PoolMetrics(poolId, capacity(capacity, valueInterner), free(capacity, allocated, valueInterner),
                types);
    }

    private static AllocatableResources capacity(ResourceAmounts capacity, ValueInterner valueInterner) {
        var cores = shared(capacity.cpuCores(), valueInterner);
        var memory = shared(capacity.memoryMiB(), valueInterner);
        var cards = sum(capacity.cards().values(), valueInterner);
        return valueInterner.whole(AllocatableResources.class, () -> new AllocatableResources(cores, memory, cards),
                cores, memory, cards);
    }

    /// Capacity minus allocated, key by key.
    private static FreeResources free(ResourceAmounts capacity, ResourceAmounts allocated,
            ValueInterner valueInterner) {
        var cards = new ArrayList<FieldValue>(capacity.cards().size());
        for (var one : capacity.cards().entrySet())
            cards.add(minus(one.getValue(), allocated.cards(one.getKey()), valueInterner));
        return new FreeResources(minus(capacity.cpuCores(), allocated.cpuCores(), valueInterner),
                minus(capacity.memoryMiB(), allocated.memoryMiB(), valueInterner), sum(cards, valueInterner),
                PoolFreeCardFields.NOT_READ, FreeResources.Source.METRICS);
    }

    /// The total of all card types; absent when there are none, and when one is unreadable.
    private static FieldValue sum(Collection<FieldValue> cards, ValueInterner valueInterner) {
        var sum = FieldValue.ABSENT;
        for (var amount : cards) {
            if (!(amount instanceof FieldValue.Number(BigDecimal number))) return amount;
            sum = sum instanceof FieldValue.Number(BigDecimal before)
                    ? computed(before.add(number), valueInterner)
                    : shared(amount, valueInterner);
        }
        return sum;
    }

    /// Absent when only one of both has this key; zero when more is allocated than there is.
    private static FieldValue minus(FieldValue all, FieldValue allocated, ValueInterner valueInterner) {
        return all instanceof FieldValue.Number(BigDecimal a) && allocated instanceof FieldValue.Number(BigDecimal b)
                ? computed(a.subtract(b).max(BigDecimal.ZERO), valueInterner)
                : FieldValue.ABSENT;
    }

    private static FieldValue shared(FieldValue amount, ValueInterner valueInterner) {
        return amount instanceof FieldValue.Number(BigDecimal number) ? valueInterner.number(number) : amount;
    }

    /// Without trailing zeros, as [KubernetesQuantityParser] writes amounts of the service: 1.5 and 0.5 are 2, not 2.0.
    private static FieldValue computed(BigDecimal number, ValueInterner valueInterner) {
        return valueInterner.number(KubernetesQuantityParser.withoutZeros(number));
    }
}
