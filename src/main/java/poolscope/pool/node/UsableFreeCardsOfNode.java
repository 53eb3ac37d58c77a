package poolscope.pool.node;

import java.math.BigDecimal;
import java.util.List;

/// The free cards of one node, as a job can have them.
///
/// @param free
///            free cards, fractions allowed
/// @param rings
///            free cards in each ring of four; empty when the node has no rings, or it is not known which cards are free
/// @param isUnplaced
///            whether the node has rings and it is not known which cards are free
record UsableFreeCardsOfNode(BigDecimal free, List<Integer> rings, boolean isUnplaced) {
    static final int RING = 4;
    private static final int ALL = 2 * RING;
    /// Enough for every node; keeps odd numbers within an `int`.
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    UsableFreeCardsOfNode {
        rings = List.copyOf(rings);
    }

    /// @param node
    ///            of which it is known how many cards are free
    static UsableFreeCardsOfNode of(PoolNode node) {
        var free = node.freeCards().asNumber().orElseThrow().min(MOST);
        if (!node.hasRings()) return new UsableFreeCardsOfNode(free, List.of(), false);
        if (!(node.cards() instanceof NodeFreeCards.Known(List<Integer> cards, int _)))
            return new UsableFreeCardsOfNode(free, List.of(),
                    free.signum() > 0 && free.compareTo(BigDecimal.valueOf(ALL)) < 0);
        int first = (int) cards.stream().filter(card -> card < RING).count();
        return new UsableFreeCardsOfNode(free, List.of(first, cards.size() - first), false);
    }

    /// How many jobs of that many cards have room at once.
    int jobs(int size) {
        if (rings.isEmpty() || size > RING) return free.intValue() / size;
        return rings.stream().mapToInt(ring -> ring / size).sum();
    }

    /// The most cards that are together.
    int largest() {
        if (rings.isEmpty() || free.intValue() == ALL) return free.intValue();
        return rings.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
