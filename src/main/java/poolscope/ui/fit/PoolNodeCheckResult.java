package poolscope.ui.fit;

import java.util.Optional;
import poolscope.api.ApiException;
import poolscope.pool.Pool;
import poolscope.pool.fit.FitResult;
import poolscope.pool.fit.FitResult.Room;
import poolscope.pool.node.NodeFitResult;
import poolscope.pool.node.NodeFitResult.Verdict;
import poolscope.pool.node.NodeFitResult.Why;
import poolscope.pool.node.PoolContentsList;
import poolscope.pool.node.PoolNode;

/// The result for one pool.
public record PoolNodeCheckResult(Pool pool, Outcome outcome) {

    /// The outcome.
    public sealed interface Outcome {
    }

    /// All nodes were read.
    ///
    /// @param otherSpecifications
    ///            nodes that were left out because their specification is not the one asked for
    /// @param jobsFailure
    ///            why the jobs could not be read
    public record Answered(NodeFitResult fit, PoolContentsList<PoolNode> nodes, int otherSpecifications,
            Optional<ApiException> jobsFailure) implements Outcome {}

    /// The nodes could not be read.
    public record Failed(ApiException why) implements Outcome {}

    /// Only a part of the nodes was read.
    ///
    /// @param isByLimit
    ///            whether no request was left, else the service gave no more
    public record Partial(boolean isByLimit) implements Outcome {}

    /// Whether the job has room there now.
    boolean hasRoomNow() {
        return outcome instanceof Answered answered && switch (answered.fit.verdict()) {
            case Verdict.RoomNow _, Verdict.RoomBehindQueue _ -> true;
            case Verdict.ByCountOnly _, Verdict.RoomWhenEnds _, Verdict.NeverHere _, Verdict.Unknown _ -> false;
        };
    }

    /// Whether the nodes say for certain that the job has room there now, or that it has none.
    boolean isCertain() {
        return outcome instanceof Answered answered && switch (answered.fit.verdict()) {
            case Verdict.RoomNow _, Verdict.RoomBehindQueue _, Verdict.RoomWhenEnds _, Verdict.NeverHere _ -> true;
            case Verdict.ByCountOnly _, Verdict.Unknown _ -> false;
        };
    }

    /// Whether there is room on the nodes; empty when they do not say it.
    Optional<FitResult.OnNodes> fitOnNodes() {
        if (!(outcome instanceof Answered answered)) return Optional.empty();
        return Optional.ofNullable(switch (answered.fit.verdict()) {
            case Verdict.RoomNow _ -> Room.NOW;
            case Verdict.RoomBehindQueue(var _, var waiting) -> waiting.isPresent() ? Room.BEHIND_QUEUE : Room.NOW;
            case Verdict.ByCountOnly _ -> Room.BY_COUNT;
            case Verdict.RoomWhenEnds _ -> Room.NOT_NOW;
            case Verdict.NeverHere _ -> Room.NEVER;
            case Verdict.Unknown(var why) -> why == Why.NODES ? null : Room.NOT_NOW;
        }).map(room -> new FitResult.OnNodes(room, answered.nodes().readAt()));
    }

    /// The best outcome first, as in the table; those of which the nodes say nothing last.
    int rank() {
        return fitOnNodes().map(fit -> fit.room().ordinal()).orElse(Room.values().length);
    }
}
