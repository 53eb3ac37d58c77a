package poolscope.pool;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the free cards of a pool are distributed over its nodes. Nothing of it is known until the nodes were read.
///
/// @param usable
///            free cards on nodes that take jobs
/// @param notUsable
///            free cards on nodes that take no jobs, by the first reason why not
/// @param largestBlock
///            most free cards on one node that one job can have
/// @param wholeNodes
///            nodes that take jobs and of whose cards none is taken
/// @param cardsPerNode
///            most cards that a node has; 0 when that is not known
/// @param readAt
///            when the nodes were read
public record PoolFreeCardFields(FieldValue usable, SortedMap<Obstacle, BigDecimal> notUsable, FieldValue largestBlock,
        FieldValue wholeNodes, int cardsPerNode, FieldValue readAt) {
    /// Nothing is known.
    public static final PoolFreeCardFields NOT_READ = new PoolFreeCardFields(FieldValue.ABSENT,
            Collections.emptySortedMap(), FieldValue.ABSENT, FieldValue.ABSENT, 0, FieldValue.ABSENT);

    /// Why a node takes no jobs.
    public enum Obstacle {
        /// Its phase is `Abnormal`.
        ABNORMAL,
        /// Its phase is another one than `Available`, or not reported.
        OTHER_PHASE,
        /// A taint keeps jobs away.
        TAINTED,
        /// It only replaces a node that fails.
        SPARE,
        /// Its jobs are being moved away.
        DRAINING,
        /// Its billing status is not normal.
        FROZEN
    }

    public PoolFreeCardFields {
        notUsable = Collections.unmodifiableSortedMap(new TreeMap<>(notUsable));
    }

    /// Whether at least as many cards are free as a node has, but no node is wholly free.
    public boolean isScattered() {
        return cardsPerNode > 0 && wholeNodes.asNumber().filter(nodes -> nodes.signum() == 0).isPresent()
                && usable.asNumber()
                        .filter(cards -> cards.compareTo(BigDecimal.valueOf(cardsPerNode)) >= 0)
                        .isPresent();
    }
}
