package poolscope.pool.node;

import java.util.List;
import java.util.Optional;

/// Whether a job has room on the nodes of a pool, and on which. *Room* is not a start: the scheduler chooses, and
/// nothing is reserved.
///
/// @param verdict
///            the first that is true, in the order of [Verdict]
/// @param notCounted
///            each node that has no room now, and why
public record NodeFitResult(Verdict verdict, List<NotCounted> notCounted) {

    /// The answer, in the order in which it is looked for; only when there is no room by number either, it is looked
    /// whether there ever is.
    public sealed interface Verdict {
        /// There is room and nobody waits.
        ///
        /// @param nodes
        ///            as many as were asked for: all in one zone where that is possible, the fullest first
        record RoomNow(List<PoolNode> nodes) implements Verdict {}

        /// There is room, but other jobs wait and may get it. Whether they do depends on a rule that is not known.
        ///
        /// @param waiting
        ///            empty when the jobs were not read, so that it is not known whether any waits
        record RoomBehindQueue(List<PoolNode> nodes, Optional<List<PoolJob>> waiting) implements Verdict {}

        /// There are enough free cards on enough nodes, but on some of these nodes they are not in one ring, or that is
        /// not known.
        ///
        /// @param nodes
        ///            all that would be needed or could be used
        record ByCountOnly(List<PoolNode> nodes) implements Verdict {}

        /// There is room when the jobs of one of these choices end.
        ///
        /// @param choices
        ///            1 to 3, all with the same number of jobs: no smaller number is enough
        record RoomWhenEnds(List<Choice> choices) implements Verdict {}

        /// The pool has too few nodes of that size, whatever is free.
        ///
        /// @param nodesThatCould
        ///            how many nodes are large enough when they are empty
        record NeverHere(int nodesThatCould) implements Verdict {}

        /// It can't be said.
        record Unknown(Why why) implements Verdict {}
    }

    /// Why it can't be said.
    public enum Why {
        /// There are nodes that do not say what is free.
        NODES,
        /// The jobs were not read.
        JOBS,
        /// The end of two jobs is not enough, or it is not known what they have on each node.
        MORE_JOBS
    }

    /// Jobs whose end makes room.
    ///
    /// @param jobs
    ///            one or two
    /// @param onlyTraining
    ///            whether all of them end by themselves
    public record Choice(List<PoolJob> jobs, boolean onlyTraining) {}

    /// Why a node has no room now.
    public enum Reason {
        /// It takes no jobs: see [PoolNode#use].
        TAKES_NO_JOBS,
        /// It has too few free cards.
        TOO_FEW_CARDS,
        /// Its free cards are not in one ring, or that is not known.
        CARDS_APART,
        /// It has too few free cores.
        TOO_LITTLE_CPU,
        /// It has too little free memory.
        TOO_LITTLE_MEMORY,
        /// It does not say all that is asked for.
        UNKNOWN
    }

    /// A node that has no room now.
    public record NotCounted(PoolNode node, Reason reason) {}

    public NodeFitResult {
        notCounted = List.copyOf(notCounted);
    }

    /// Whether the demand has room.
    ///
    /// @param nodes
    ///            all nodes of the pool
    /// @param jobs
    ///            all its jobs; empty when they were not read
    public static NodeFitResult of(List<PoolNode> nodes, Optional<List<PoolJob>> jobs, JobDemandPerNode demand) {
        return new NodeFitSearch(nodes, jobs, demand).result();
    }
}
