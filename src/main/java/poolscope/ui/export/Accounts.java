package poolscope.ui.export;

import java.util.Optional;
import poolscope.export.Sources;
import poolscope.live.Ledger;
import poolscope.live.LoadState;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;

/// Turns the ledger into the account that is written beside an export.
final class Accounts {
    private Accounts() {}

    static Sources.Line of(Ledger.Line line) {
        var connection = line.connection();
        var why = why(line);
        return new Sources.Line(new Sources.Place(connection.name(), connection.projectId(), line.endpoint(), line.narrowing()),
                word(line.state()), line.pools(), line.repeated().map(r -> new Sources.Repeated(r.pools(), r.with())),
                line.inventory().map(Inventory::readAt), why.isEmpty(), why, requestId(line),
                line.inventory().map(Inventory::reading));
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

    /// Why its pools may not be all, or may be of before; empty when they are all of now.
    private static String why(Ledger.Line line) {
        return switch (line.outcome()) {
            case LoadState.Failed(var failure, var _, var _) -> failure.name();
            case LoadState.Broken _ -> "PROGRAM_ERROR";
            case LoadState.GaveUp(var _, var reason, var _, var _) -> reason.name();
            case LoadState.Cancelled _ -> Inventory.Reason.CANCELLED.name();
            case LoadState.Idle _,LoadState.Loading _,LoadState.Loaded _ -> lacking(line.inventory());
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

    private static String requestId(Ledger.Line line) {
        if (line.outcome() instanceof LoadState.Failed(var failure, var _, var _)) return failure.evidence().requestId();
        return line.inventory().filter(i -> !i.pools().isEmpty()).map(i -> i.pools().getLast().origin().requestId()).orElse("");
    }
}
