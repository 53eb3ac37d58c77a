package poolscope.pool.node;

import java.math.BigDecimal;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import poolscope.pool.FieldValue;

/// What is free on one node, or would be free after some jobs end.
///
/// @param cpuCores
///            cores, when known; like the two that follow
/// @param taken
///            indexes of the cards that are taken; null where it is not known, and where there are no rings
record NodeFreeResources(FieldValue cpuCores, FieldValue memoryMiB, FieldValue cards, boolean hasRings,
        @Nullable BitSet taken) {
    private static final int RING = UsableFreeCardsOfNode.RING;
    private static final int ALL = 2 * RING;

    /// Whether there is room, the best first.
    enum Answer {
        /// There is.
        YES,
        /// By the number of free cards there is; but they are not in one ring, or that is not known.
        BY_COUNT,
        /// Not all of what is needed is known, and what is known is enough.
        UNKNOWN,
        TOO_FEW_CARDS,
        TOO_LITTLE_CPU,
        TOO_LITTLE_MEMORY
    }

    /// What is free now.
    static NodeFreeResources free(PoolNode node) {
        boolean isPlaced = node.hasRings() && node.cards() instanceof NodeFreeCards.Known;
        var bits = isPlaced ? NodeFreeCards.Bits.taken(node.placement().asText("")) : null;
        return new NodeFreeResources(node.free().cpuCores(), node.free().memoryMiB(), node.freeCards(), node.hasRings(),
                bits);
    }

    /// What the node has in all.
    static NodeFreeResources total(PoolNode node) {
        return new NodeFreeResources(node.total().cpuCores(), node.total().memoryMiB(), node.totalCards(),
                node.hasRings(), node.hasRings() ? new BitSet() : null);
    }

    /// After the job with that share has ended. What the share does not say stays taken.
    NodeFreeResources without(PoolJob.Share share, String accelerator) {
        var freed = share.amount();
        var freedCards = accelerator.isEmpty() ? FieldValue.Number.of(0) : freed.cards(accelerator);
        return new NodeFreeResources(plus(cpuCores, freed.cpuCores()), plus(memoryMiB, freed.memoryMiB()),
                plus(cards, freedCards), hasRings, takenWithout(share.placement(), freedCards));
    }

    /// Not known any more when the job's bits and its number of cards disagree.
    private @Nullable BitSet takenWithout(FieldValue placement, FieldValue freedCards) {
        if (taken == null || freedCards.equals(FieldValue.Number.of(0)) || freedCards instanceof FieldValue.Absent)
            return taken;
        var bits = NodeFreeCards.Bits.taken(placement.asText(""));
        var left = (BitSet) taken.clone();
        left.andNot(bits);
        boolean agree = FieldValue.Number.of(taken.cardinality() - left.cardinality()).equals(freedCards)
                && FieldValue.Number.of(bits.cardinality()).equals(freedCards);
        return agree ? left : null;
    }

    private static FieldValue plus(FieldValue free, FieldValue freed) {
        return free instanceof FieldValue.Number(BigDecimal a) && freed instanceof FieldValue.Number(BigDecimal b)
                ? new FieldValue.Number(a.add(b))
                : free;
    }

    /// Whether a job with that demand has room.
    Answer answer(JobDemandPerNode demand) {
        var needed = BigDecimal.valueOf(hasRings ? inRings(demand.cards()) : demand.cards());
        if (isBelow(cards, needed)) return Answer.TOO_FEW_CARDS;
        if (isBelow(cpuCores, demand.cpuCores())) return Answer.TOO_LITTLE_CPU;
        if (isBelow(memoryMiB, demand.memoryMiB())) return Answer.TOO_LITTLE_MEMORY;
        boolean isKnown = isKnown(cards, needed) && isKnown(cpuCores, demand.cpuCores())
                && isKnown(memoryMiB, demand.memoryMiB());
        if (!isKnown) return Answer.UNKNOWN;
        return needed.signum() == 0 || !hasRings || isInOneRing(needed.intValue()) ? Answer.YES : Answer.BY_COUNT;
    }

    /// Snt9 gives a job 1, 2, 4 or 8 cards of a node, so other numbers need the next larger one.
    private static int inRings(int cards) {
        if (cards <= 2 || cards > ALL) return cards;
        return cards <= RING ? RING : ALL;
    }

    private boolean isInOneRing(int needed) {
        if (needed > RING) return true;
        if (taken != null)
            return RING - taken.get(0, RING).cardinality() >= needed
                    || RING - taken.get(RING, ALL).cardinality() >= needed;
        // However the free cards lie, one of two rings has at least half of them
        int free = cards.asNumber().orElse(BigDecimal.ZERO).intValue();
        return (free + 1) / 2 >= needed;
    }

    private static boolean isBelow(FieldValue there, BigDecimal needed) {
        return there instanceof FieldValue.Number(BigDecimal number) && number.compareTo(needed) < 0;
    }

    private static boolean isKnown(FieldValue there, BigDecimal needed) {
        return needed.signum() == 0 || there instanceof FieldValue.Number;
    }
}
