package poolscope.ui.export;

import java.util.Optional;
import poolscope.export.ExportProvenance;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.RefreshState;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;

/// Converts the state of the connections to the provenance that is written beside an export.
final class ExportProvenanceBuilder {
    private ExportProvenanceBuilder() {}

    static ExportProvenance.Line of(AllConnectionsStatus.SourceStatus sourceStatus) {
        var serviceAndProject = sourceStatus.serviceAndProject();
        var why = shortfall(sourceStatus);
        return new ExportProvenance.Line(
                new ExportProvenance.Place(serviceAndProject.name(), serviceAndProject.projectId(),
                        sourceStatus.endpoint(), sourceStatus.narrowing()),
                word(sourceStatus.state()), sourceStatus.pools(),
                sourceStatus.repeated().map(r -> new ExportProvenance.Repeated(r.pools(), r.with())),
                sourceStatus.inventory().map(Inventory::readAt), why.isEmpty(), why, requestId(sourceStatus),
                sourceStatus.inventory().map(Inventory::reading));
    }

    private static String word(RefreshState state) {
        return switch (state) {
            case RefreshState.Idle _ -> "idle";
            case RefreshState.Loading _ -> "loading";
            case RefreshState.Loaded _ -> "loaded";
            case RefreshState.Failed _ -> "failed";
            case RefreshState.Broken _ -> "broken";
            case RefreshState.GaveUp _ -> "gave_up";
            case RefreshState.Cancelled _ -> "cancelled";
        };
    }

    /// Why its pools may be incomplete or outdated; empty when they are complete and current.
    private static String shortfall(AllConnectionsStatus.SourceStatus sourceStatus) {
        return switch (sourceStatus.outcome()) {
            case RefreshState.Failed(var failure, var _, var _) -> failure.name();
            case RefreshState.Broken _ -> "PROGRAM_ERROR";
            case RefreshState.GaveUp(var _, var reason, var _, var _) -> reason.name();
            case RefreshState.Cancelled _ -> Inventory.Reason.CANCELLED.name();
            case RefreshState.Idle _, RefreshState.Loading _, RefreshState.Loaded _ -> lacking(sourceStatus.inventory());
        };
    }

    private static String lacking(Optional<Inventory> inventory) {
        if (inventory.isEmpty()) return "NOT_READ";
        return switch (inventory.get().coverage()) {
            case Coverage.Complete _ -> "";
            case Coverage.SoFar _ -> "STILL_READING";
            case Coverage.Earlier _ -> "READ_BEFORE_START";
            case Coverage.Incomplete(var reason) -> reason.name();
        };
    }

    private static String requestId(AllConnectionsStatus.SourceStatus sourceStatus) {
        if (sourceStatus.outcome() instanceof RefreshState.Failed(var failure, var _, var _))
            return failure.failureDetails().requestId();
        return sourceStatus.inventory()
                .filter(i -> !i.pools().isEmpty())
                .map(i -> i.pools().getLast().poolOrigin().requestId())
                .orElse("");
    }
}
