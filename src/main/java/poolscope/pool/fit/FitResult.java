package poolscope.pool.fit;

import java.time.Instant;
import java.util.List;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// Whether a pool has room for a [JobDemand], as far as sums over its nodes let one know, or by its single nodes where
/// these were checked ([OnNodes], from [NodeFits]). Where the service says what is free now, that is asked, else what
/// can be allocated; the fields in the result say which. Even [Fits] is no promise.
///
/// The rule, in the order in which it is asked:
/// 1. What is known and too little, or known and other than asked, makes it [Lacking], whatever else is not known.
/// 2. If anything that was asked for is not known, it is [Unknown]. What is not known is never taken for 0.
/// 3. If a number of nodes was asked for and the even share of an available node (the pool's sum through its available
///    nodes) is smaller than what one of them has to give, it is [FitsInTotalOnly]; so it is when the largest free block
///    on one node is known and smaller.
/// 4. Otherwise it [Fits].
public sealed interface FitResult {

    /// There is enough, and an even share of each node is enough too.
    ///
    /// @param left
    ///            what is left over of each of [#MEASURES], in their order; absent where the pool does not say
    /// @param isByCapacity
    ///            whether it is not known of all that is asked for how much is free now
    record Fits(List<Amount> left, boolean isByCapacity) implements FitResult {}

    /// There is enough in all, but the even share of an available node is too small.
    record FitsInTotalOnly(List<UnevenShare> unevenShares) implements FitResult {}

    /// There is too little, or it is another pool than asked for.
    ///
    /// @param shortfalls
    ///            of what is known, what is too little
    /// @param differs
    ///            [PoolField#STATUS], [PoolField#SPECIFICATION] or both, when those are not as asked
    record Lacking(List<Shortfall> shortfalls, List<PoolField> differs) implements FitResult {}

    /// What was asked for is not all known, and what is known is enough.
    record Unknown(List<PoolField> fields) implements FitResult {}

    /// The nodes of the pool were checked one by one.
    ///
    /// @param asOf
    ///            when the nodes were read; the pool may have been read again since
    record OnNodes(Room room, Instant asOf) implements FitResult {}

    /// Whether single nodes had room when they were read.
    enum Room {
        /// Enough nodes had room.
        NOW,
        /// Enough nodes had room, but other jobs waited for it.
        BEHIND_QUEUE,
        /// Enough nodes had enough free cards, but these may not be in one ring.
        BY_COUNT,
        /// Too few nodes had room.
        NOT_NOW,
        /// Too few nodes are large enough, even if all were empty.
        NEVER
    }

    /// How much of a field.
    record Amount(PoolField field, FieldValue amount) {}

    /// An even share that is smaller than what is asked of one node.
    record UnevenShare(PoolField field, FieldValue.Number share, FieldValue.Number asked) {}

    /// By how much a field is short of what is asked.
    record Shortfall(PoolField field, FieldValue.Number by, FieldValue.Number asked) {}

    /// What a demand is measured in, the dearest first: what is left over is compared in this order.
    List<PoolField> MEASURES = List.of(PoolField.ACCELERATORS, PoolField.CPU_CORES, PoolField.MEMORY,
            PoolField.AVAILABLE_NODES);

    /// Whether there is room for the demand, as far as it is known.
    default boolean hasRoom() {
        return switch (this) {
            case Fits _ -> true;
            case OnNodes(var room, var _) -> room == Room.NOW || room == Room.BEHIND_QUEUE;
            case FitsInTotalOnly _, Lacking _, Unknown _ -> false;
        };
    }

    /// Whether the demand fits by the sums of the pool; never [OnNodes].
    static FitResult of(Pool pool, JobDemand jobDemand) {
        return new FitChecker(pool, jobDemand).result();
    }
}
