package poolscope.ui.export;

import java.util.Optional;
import poolscope.export.Provenance;
import poolscope.live.LoadState;
import poolscope.live.SourcesStatus;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;

/// Converts the state of the connections to the provenance that is written beside an export.
final class ExportSources {
    private ExportSources() {}

    static Provenance.Line of(SourcesStatus.SourceStatus sourceStatus) {
        var connection = sourceStatus.connection();
        var why = shortfall(sourceStatus);
        return new Provenance.Line(
                new Provenance.Place(connection.name(), connection.projectId(), sourceStatus.endpoint(),
                        sourceStatus.narrowing()),
                word(sourceStatus.state()), sourceStatus.pools(),
                sourceStatus.repeated().map(r -> new Provenance.Repeated(r.pools(), r.with())),
                sourceStatus.inventory().map(Inventory::readAt), why.isEmpty(), why, requestId(sourceStatus),
                sourceStatus.inventory().map(Inventory::reading));
    }

    private static String word(LoadState state) {
        return switch (state) {
            case LoadState.Idle _ -> "idle";
            case LoadState.Loading _ -> "loading";
            case LoadState.Loaded _ -> "loaded";
            case LoadState.Failed _ -> "failed";
            case LoadState.Broken _ -> "broken";
            case LoadState.GaveUp _ -> "gave_up";
            case LoadState.Cancelled _ -> "cancelled";
        };
    }

    /// Why its pools may be incomplete or outdated; empty when they are complete and current.
    private static String shortfall(SourcesStatus.SourceStatus sourceStatus) {
        return switch (sourceStatus.outcome()) {
            case LoadState.Failed(var failure, var _, var _) -> failure.name();
            case LoadState.Broken _ -> "PROGRAM_ERROR";
            case LoadState.GaveUp(var _, var reason, var _, var _) -> reason.name();
            case LoadState.Cancelled _ -> Inventory.Reason.CANCELLED.name();
            case LoadState.Idle _, LoadState.Loading _, LoadState.Loaded _ -> lacking(sourceStatus.inventory());
        };
    }

    private static String lacking(Optional<Inventory> inventory) {
        if (inventory.isEmpty()) return "NOT_READ";
        return switch (inventory.get().coverage()) {
            case Coverage.Complete _ -> "";
            case Coverage.SoFar _ -> "STILL_READING";
            case Coverage.Incomplete(var reason) -> reason.name();
        };
    }

    private static String requestId(SourcesStatus.SourceStatus sourceStatus) {
        if (sourceStatus.outcome() instanceof LoadState.Failed(var failure, var _, var _))
            return failure.failureDetails().requestId();
        return sourceStatus.inventory()
                .filter(i -> !i.pools().isEmpty())
                .map(i -> i.pools().getLast().origin().requestId())
                .orElse("");
    }
}
